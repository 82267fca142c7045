import type { Queryable } from '@mufakat/db'
import type { SettingValue } from '../settings/catalogue'
import { settingOf } from '../settings/settings'

/** Kop, zone and author of every paper, and the town it is signed in. */
export async function frameOf(db: Queryable, madeAt: Date) {
  const [letterhead, { image }, { zone }, regency] = await Promise.all([
    settingOf(db, 'letterhead'),
    settingOf(db, 'logo'),
    settingOf(db, 'calendar'),
    settingOf(db, 'regency'),
  ])
  const { lines } = letterhead
  const kop =
    lines.length === 0
      ? null
      : {
          lines,
          address: addressOf(letterhead),
          logo: image && new Uint8Array(Buffer.from(image.data, 'base64')),
        }
  return {
    frame: { kop, author: lines.at(-1) ?? regency.name, madeAt, zone },
    // "Kabupaten Mukomuko" signs in Mukomuko.
    town: regency.name.replace(/^(?:kabupaten|kota)\s+(?:administrasi\s+)?/i, ''),
  }
}

const addressOf = ({ address, phone, web, email }: SettingValue<'letterhead'>): string[] =>
  [address, [phone, web, email].filter(part => part !== '').join(' · ')].filter(line => line !== '')
