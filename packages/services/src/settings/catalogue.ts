import { BACKUP_PLACES, MAX_MINUTES, SETUP_STEPS, USUAL_QUORUM_PERCENT, ZONES } from '@mufakat/domain'
import { z } from 'zod'

/*
 * Every setting of an installation that an administrator changes. Invariants:
 * 1. One row of `setting` per key; its value is what the schema here gives, or nothing was ever set.
 * 2. `initial` is what holds until then. A field that is added later takes its initial value in old rows.
 * 3. Nothing here is true of one regency only: what a regency is like comes from its people, or from the demo.
 */

const text = (max: number) => z.string().trim().max(max, 'field.too-long')
const needed = (max: number) => text(max).min(1, 'field.required')
const list = z.array(needed(300)).max(100, 'field.too-long')
const empty = z.literal('')

/** The regency itself; `code` as Kemendagri writes it, "17.06". */
const regency = z.object({
  name: needed(120),
  code: z.union([empty, z.string().regex(/^\d{2}\.\d{2}$/, 'field.region-code')], 'field.region-code'),
  province: text(120),
})

/** What a guided start has come to; `open` until it was finished. */
const setup = z.object({ open: z.boolean(), done: z.array(z.enum(SETUP_STEPS)) })

/** The head of every paper: up to four lines, then where the office is found. */
const letterhead = z.object({
  lines: z.array(text(120)).max(4, 'field.too-long'),
  address: text(200),
  phone: text(60),
  web: text(100),
  email: z.union([empty, z.email('field.email')], 'field.email'),
})

/** Beside the lines of the letterhead. Only what `cleanImage` has made is stored. */
const logo = z.object({
  image: z
    .object({
      type: z.enum(['image/png', 'image/jpeg']),
      width: z.int(),
      height: z.int(),
      data: z.base64(),
    })
    .nullable(),
})

/** The clock on the wall of the regency. */
const calendar = z.object({ zone: z.enum(ZONES, 'field.invalid') })

const kept = (most: number) => z.int('field.number').min(0, 'field.number').max(most, 'field.number')

/** Backups by the clock of the regency, and how many are kept; a folder is chosen of those that the environment has. */
const backup = z.object({
  scheduled: z.boolean(),
  hour: z.int('field.choose').min(0, 'field.choose').max(23, 'field.choose'),
  place: z.enum(BACKUP_PLACES, 'field.choose').exclude(['elsewhere'], 'field.choose'),
  daily: kept(90).min(1, 'field.number'),
  weekly: kept(104),
  monthly: kept(120),
})

/** What papers and reports refer to; it changes with the law, and from regency to regency. */
const reference = z.object({ legalBases: list, dataSources: list, reportRecipients: list })

const templateItem = z.object({
  title: needed(500),
  minutes: z.int('field.number').min(0, 'field.number').max(MAX_MINUTES, 'field.number'),
  presenter: text(200),
})

/** What "Buat rapat" starts from; `[triwulan]` in the title becomes "Triwulan IV 2026". */
const rapatTemplate = z.object({
  title: needed(250),
  plannedMinutes: z.int('field.number').min(1, 'field.number').max(MAX_MINUTES, 'field.number'),
  startTime: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'field.time'),
  place: text(300),
  agenda: z.array(templateItem).max(100, 'field.too-long'),
})

/** Attendance of rapat: more than so many of a hundred invited OPD make a quorum. */
const attendance = z.object({
  quorumPercent: z.int('field.percent').min(0, 'field.percent').max(99, 'field.percent'),
})

/** Whom people ask about what is kept of them. */
const privacy = z.object({
  office: text(200),
  email: z.union([empty, z.email('field.email')], 'field.email'),
  phone: text(60),
})

const days = (least: number, most: number) =>
  z.int('field.number').min(least, 'field.days').max(most, 'field.days')

/**
 * Days that traces of people's use are kept. Bounds: long enough to answer who saw what (UU 27/2022, SPBE), not longer
 * than five years. What the law on archives keeps (notula, files, audit) is not here.
 */
const retention = z.object({
  /** Sessions that ended. A network counts as known for 30 days, so never less than 90. */
  sessionDays: days(90, 1_830),
  /** Who fetched which file. */
  accessDays: days(90, 1_830),
  /** To whom letters went. */
  mailDays: days(30, 730),
  /** Links that open nothing any more. */
  linkDays: days(30, 730),
  /** Copies of their data that people asked for. */
  exportDays: days(1, 30),
})

/** After how many days late a tindak lanjut goes to the head of its OPD, and then to the sekretariat. */
const reminders = z
  .object({ headDays: days(1, 60), sekretariatDays: days(1, 90) })
  .refine(({ headDays, sekretariatDays }) => headDays <= sekretariatDays, {
    path: ['sekretariatDays'],
    message: 'field.after-head',
  })

const bound = z.int('field.percent').min(1, 'field.percent').max(100, 'field.percent')

/** From which capaian on, in percent, each band begins; below the last it is Sangat Kurang. */
const bands = z
  .object({ sangat_baik: bound, baik: bound, cukup: bound, kurang: bound })
  .refine(({ sangat_baik, baik, cukup, kurang }) => sangat_baik > baik && baik > cukup && cukup > kurang, {
    path: ['kurang'],
    message: 'field.bands',
  })

const setting = <Schema extends z.ZodType>(schema: Schema, initial: z.infer<Schema>) => ({ schema, initial })

export const SETTINGS = {
  regency: setting(regency, { name: '', code: '', province: '' }),
  letterhead: setting(letterhead, { lines: [], address: '', phone: '', web: '', email: '' }),
  logo: setting(logo, { image: null }),
  calendar: setting(calendar, { zone: 'WIB' }),
  // Off until somebody has looked at the disk: archives hold every file.
  backup: setting(backup, { scheduled: false, hour: 2, place: 'data', daily: 7, weekly: 4, monthly: 3 }),
  // The bases and sources of the whole country; a regency adds its own.
  reference: setting(reference, {
    legalBases: ['Instruksi Presiden Nomor 8 Tahun 2025', 'Instruksi Presiden Nomor 4 Tahun 2025'],
    dataSources: ['BPS', 'DTSEN', 'e-PPGBM', 'SSGI'],
    reportRecipients: ['Bupati', 'Wakil Bupati', 'Sekretaris Daerah'],
  }),
  'rapat-template': setting(rapatTemplate, {
    title: 'Rapat Koordinasi Percepatan Penghapusan Kemiskinan Ekstrem [triwulan]',
    plannedMinutes: 180,
    startTime: '09:00',
    place: '',
    agenda: [
      { title: 'Pembukaan dan arahan pimpinan', minutes: 15, presenter: '' },
      { title: 'Tindak lanjut rapat triwulan sebelumnya', minutes: 30, presenter: '' },
      { title: 'Hasil verifikasi dan validasi data per kecamatan', minutes: 30, presenter: '' },
      { title: 'Capaian target dan tiga strategi', minutes: 45, presenter: '' },
      { title: 'Inovasi dan kolaborasi OPD, dunia usaha dan masyarakat', minutes: 30, presenter: '' },
      { title: 'Keputusan, tindak lanjut dan penutup', minutes: 30, presenter: '' },
    ],
  }),
  attendance: setting(attendance, { quorumPercent: USUAL_QUORUM_PERCENT }),
  privacy: setting(privacy, { office: '', email: '', phone: '' }),
  retention: setting(retention, {
    sessionDays: 400,
    accessDays: 400,
    mailDays: 180,
    linkDays: 90,
    exportDays: 7,
  }),
  reminders: setting(reminders, { headDays: 3, sekretariatDays: 7 }),
  bands: setting(bands, { sangat_baik: 91, baik: 76, cukup: 66, kurang: 51 }),
  setup: setting(setup, { open: false, done: [] }),
} as const

export type SettingKey = keyof typeof SETTINGS
export type SettingValue<Key extends SettingKey> = z.infer<(typeof SETTINGS)[Key]['schema']>
