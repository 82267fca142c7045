import type { Actor } from '@mufakat/domain'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileContext, makeOrganisation, TEST_NOW } from '../test-organisation'
import { changeLogo, letterheadLogo } from './letterhead'
import { readSettingForm } from './settings'

/** 32 × 24 pixels, half transparent. */
const WEBP = Buffer.from('UklGRhwAAABXRUJQVlA4TBAAAAAvH8AFEAdQrahWAQMR0f8A', 'base64')

let test: TestDatabase
let admin: Actor
beforeAll(async () => {
  test = await testDatabase()
  admin = (await makeOrganisation(test.database)).actor('admin')
})
afterAll(() => test.close())

const ctx = () => fileContext(test.database, { now: () => TEST_NOW })
const put = async (bytes: Uint8Array): Promise<void> =>
  changeLogo(ctx(), admin, { bytes, revision: (await readSettingForm(ctx(), admin, 'logo')).revision })

/** The same picture, said to be so many pixels wide. */
function widened(width: number): Buffer {
  const bent = Buffer.from(WEBP)
  const sizes = bent.readUInt32LE(21)
  bent.writeUInt32LE(((sizes & ~0x3fff) | (width - 1)) >>> 0, 21)
  return bent
}

describe('a logo in WebP', () => {
  it('is drawn anew as a PNG, which papers can hold', async () => {
    await put(WEBP)
    const logo = await letterheadLogo(ctx(), admin)
    expect(logo?.type).toBe('image/png')
    expect(
      Buffer.from(logo?.bytes ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
    expect((await readSettingForm(ctx(), admin, 'logo')).value.image).toMatchObject({ width: 32, height: 24 })
  })

  it.each([
    ['cut off', WEBP.subarray(0, 30), 'image-type'],
    ['a name alone', Buffer.from('RIFF\x04\0\0\0WEBP'), 'image-type'],
    ['16,000 pixels wide', widened(16_000), 'image-sides'],
  ])('is refused when it is %s', async (_, bytes, fault) => {
    await expect(put(bytes)).rejects.toMatchObject({ fields: { logo: `field.${fault}` } })
  })
})
