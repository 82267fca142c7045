import type { Actor } from '@mufakat/domain'
import { webpAsPng } from '@mufakat/files'
import { AppError } from '@mufakat/kernel'
import type { ServiceContext } from '../context'
import { authorise } from '../context'
import type { SettingValue } from './catalogue'
import { type CleanImage, cleanImage, type ImageFault, MAX_LOGO_BYTES, MAX_LOGO_SIDE } from './clean-image'
import { changeSetting, settingOf } from './settings'

/** Puts a picture beside the letterhead, or takes it away; throws `invalid-input` for what is no small picture. */
export async function changeLogo(
  ctx: ServiceContext,
  actor: Actor | null,
  input: { bytes: Uint8Array | null; revision: number },
): Promise<void> {
  authorise(actor, 'setting.edit')
  const image = input.bytes === null ? null : await judged(input.bytes)
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

const isWebp = (bytes: Uint8Array): boolean => {
  const text = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  return text.startsWith('RIFF') && text.endsWith('WEBP')
}

/** Papers hold PNG and JPEG alone: a WebP is drawn anew as a PNG, which is then judged like any other. */
async function judged(bytes: Uint8Array): Promise<CleanImage | ImageFault> {
  if (!isWebp(bytes)) return cleanImage(bytes)
  if (bytes.length > MAX_LOGO_BYTES) return 'image-size'
  const png = await webpAsPng(bytes, MAX_LOGO_SIDE)
  return png === null ? 'image-type' : cleanImage(png)
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
