import type { Action } from '@mufakat/domain'

/** What an action is about, as its name begins. */
type About = Action extends `${infer Noun}.${string}` ? Noun : never

export const THINGS = [
  'umum',
  'rapat',
  'notula',
  'kartu',
  'target',
  'riwayat',
  'berkas',
  'sendiri',
  'akun',
  'pengaturan',
  'audit',
] as const
export type Thing = (typeof THINGS)[number]

/** Total: an action about something new does not compile before it has its place. */
const THING_OF: Readonly<Record<About, Thing>> = {
  demo: 'umum',
  beranda: 'umum',
  directory: 'umum',
  people: 'umum',
  'privacy-notice': 'umum',
  rapat: 'rapat',
  peserta: 'rapat',
  undangan: 'rapat',
  rsvp: 'rapat',
  attendance: 'rapat',
  tamu: 'rapat',
  series: 'rapat',
  agenda: 'rapat',
  notula: 'notula',
  koreksi: 'notula',
  kertas: 'notula',
  tte: 'notula',
  riwayat: 'riwayat',
  komentar: 'notula',
  usulan: 'notula',
  'tindak-lanjut': 'notula',
  kartu: 'kartu',
  tampilan: 'kartu',
  target: 'target',
  capaian: 'target',
  'laporan-opd': 'target',
  dasbor: 'target',
  laporan: 'target',
  data: 'target',
  berkas: 'berkas',
  profile: 'sendiri',
  session: 'sendiri',
  'journal-key': 'sendiri',
  'own-data': 'sendiri',
  kabar: 'sendiri',
  account: 'akun',
  jabatan: 'akun',
  factor: 'akun',
  permission: 'akun',
  erasure: 'akun',
  door: 'pengaturan',
  setting: 'pengaturan',
  wilayah: 'pengaturan',
  opd: 'pengaturan',
  pokja: 'pengaturan',
  operator: 'pengaturan',
  mail: 'pengaturan',
  queue: 'pengaturan',
  libur: 'pengaturan',
  backup: 'pengaturan',
  status: 'pengaturan',
  audit: 'audit',
}

export const thingOf = (action: Action): Thing => THING_OF[action.split('.')[0] as About]

/** What there is about each thing, in the order they are shown. */
export const byThing = <T extends { readonly action: Action }>(
  rows: readonly T[],
): { thing: Thing; rows: T[] }[] =>
  THINGS.map(thing => ({ thing, rows: rows.filter(row => thingOf(row.action) === thing) }))
