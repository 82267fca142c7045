import type { Actor } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import type { ServiceContext } from '../context'
import { authorise } from '../context'
import type { SettingValue } from './catalogue'
import { cleanImage } from './clean-image'
import { changeSetting, settingOf } from './settings'

/** Puts a picture beside the letterhead, or takes it away; throws `invalid-input` for what is no small PNG or JPEG. */
export async function changeLogo(
  ctx: ServiceContext,
  actor: Actor | null,
  input: { bytes: Uint8Array | null; revision: number },
): Promise<void> {
  authorise(actor, 'setting.edit')
  const image = input.bytes === null ? null : cleanImage(input.bytes)
  if (typeof image === 'string')
    throw new AppError('invalid-input', image, { fields: { logo: `field.${image}` } })
  const value: SettingValue<'logo'> = {
    image: image && {
      type: image.type,
      width: image.width,
      height: image.height,
      data: image.bytes.toString('base64'),
    },
  }
  await changeSetting(ctx, actor, { key: 'logo', value, revision: input.revision })
}

/** The picture itself, for everybody who sees papers; null when there is none. */
export async function letterheadLogo(
  ctx: ServiceContext,
  actor: Actor | null,
): Promise<{ type: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  authorise(actor, 'directory.read')
  const { image } = await settingOf(ctx.database.db, 'logo')
  return image && { type: image.type, bytes: new Uint8Array(Buffer.from(image.data, 'base64')) }
}
