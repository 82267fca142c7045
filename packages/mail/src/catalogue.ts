import { ACTIVITY_KINDS, NOTICE_KINDS, TOLD_FACTS, ZONES } from '@mufakat/domain'
import { z } from 'zod'

/** What a letter is told about a person: bounded, because it stands in a subject and a salutation. */
const name = z.string().trim().min(1).max(200)
const topic = z.string().trim().min(1).max(400)
/** Title of a rapat. */
const rapat = z.string().trim().min(1).max(300)
const note = z.string().trim().min(1).max(2_000)
const recordCode = z.string().regex(/^[0-9A-Z]{10}$/)
/** Number of a Koreksi. */
const koreksi = z.int().min(1)
const moment = z.iso.datetime()
/** The whole address that the reader opens, with its token. */
const link = z.url({ protocol: /^https?$/ }).max(2_000)

/** What was done to the safety of an account; each is a sentence of its own. */
export const SECURITY_EVENTS = [
  'totp-added',
  'totp-removed',
  'passkey-added',
  'passkey-removed',
  'recovery-codes-made',
  'recovery-code-used',
  'oidc-linked',
  'oidc-unlinked',
  'factors-reset',
  'password-changed',
] as const
export type SecurityEvent = (typeof SECURITY_EVENTS)[number]

/** What people plan by; day and hour of the zone of the regency. */
const rapatFacts = z.object({
  title: z.string().trim().min(1).max(300),
  date: z.iso.date().nullable(),
  startTime: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .nullable(),
  place: z.string().max(300),
  plannedMinutes: z.int().min(1).max(1_440).nullable(),
})

/** The event that a letter puts into the reader's calendar, or takes out of it. */
const calendarNotice = z.object({
  uid: z.string().min(1).max(300),
  sequence: z.int().min(0),
  isCancelled: z.boolean(),
  facts: rapatFacts.extend({ date: z.iso.date(), startTime: z.string().regex(/^\d{2}:\d{2}$/) }),
})

/** A letter about one rapat to one of the invited. `number`: of the official letter, empty before it has one. */
const aboutRapat = z.object({
  name,
  rapat: rapatFacts,
  zone: z.enum(ZONES),
  number: z.string().max(100),
  link,
  calendar: calendarNotice,
})

/** One line of a digest: codes, names and days, never what somebody wrote. */
const noticeLine = z.object({
  kind: z.enum(NOTICE_KINDS),
  merged: z.int().min(1),
  people: z.array(name).max(20),
  change: z.object({ kind: z.enum(ACTIVITY_KINDS), to: z.string().max(40).nullable() }).nullable(),
  due: z.iso.date().nullable(),
})

const triwulan = z.object({
  year: z.int(),
  quarter: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
})

/** What of one card, of the notula of one rapat, or of the report of an OPD for a triwulan, is told. */
const noticeGroup = z.object({
  title: topic,
  /** Letters of before know none. */
  triwulan: triwulan.nullable().default(null),
  link,
  lines: z.array(noticeLine).min(1).max(50),
})

/**
 * Every mail that is sent, and what each needs. Moments are ISO texts; `expiresAt` is also when the mail is not worth
 * sending any more.
 */
export const MAIL_TEMPLATES = {
  /** An account was made for this person: choose a password. */
  invitation: z.object({ name, invitedBy: name.nullable(), link, expiresAt: moment }),
  'password-reset': z.object({ name, link, expiresAt: moment }),
  /** To the new address: it becomes the person's when the link is opened. */
  'email-change-confirm': z.object({ name, link, expiresAt: moment }),
  /**
   * To the old address. `newEmail` comes shortened by its sender, such as `b…@contoh.go.id`; the link takes it back.
   */
  'email-change-notice': z.object({
    name,
    newEmail: z.string().min(1).max(254),
    at: moment,
    link,
    expiresAt: moment,
  }),
  /** To somebody without an account, who is let into one rapat. */
  'guest-link': z.object({ name, rapat, link, expiresAt: moment }),
  /** Somebody named the reader in a remark beside a notula. */
  mention: z.object({ name, by: name, rapat, link }),
  /** What somebody was told and has not read. `more`: how many notices found no room. */
  notices: z.object({
    name,
    isDigest: z.boolean(),
    groups: z.array(noticeGroup).min(1).max(30),
    more: z.int().min(0),
    link,
  }),
  'rapat-invited': aboutRapat,
  /** What was merged into it, and how it was told before. */
  'rapat-changed': aboutRapat.extend({ before: rapatFacts, changed: z.array(z.enum(TOLD_FACTS)).min(1) }),
  'rapat-rescheduled': aboutRapat,
  'rapat-postponed': aboutRapat,
  'rapat-cancelled': aboutRapat,
  /** It is held, without this reader. */
  'rapat-withdrawn': aboutRapat,
  /** To the pimpinan rapat: a notula waits to be looked at. */
  'notula-submitted': z.object({ name, rapat, link }),
  /** To the notulis: it was sent back, and why. */
  'notula-returned': z.object({ name, rapat, note, link }),
  /** To who took part: it is ratified, and by which code it is checked. */
  'notula-ratified': z.object({ name, rapat, code: recordCode, link }),
  /** To who filled it in or sent it, and who heads the OPD: the report of a triwulan came back, and why. */
  'report-returned': triwulan.extend({ name, opd: name, note, link }),
  /** To who signs: a Koreksi of a ratified notula waits, and why it is proposed. */
  'koreksi-submitted': z.object({ name, rapat, number: koreksi, reason: note, link }),
  'koreksi-returned': z.object({ name, rapat, number: koreksi, note, link }),
  'koreksi-ratified': z.object({ name, rapat, number: koreksi, code: recordCode, link }),
  'security-notice': z.object({ name, what: z.enum(SECURITY_EVENTS), at: moment }),
  /** What a person asked for was done; `keepsName`: their name stays in official records. */
  'erasure-granted': z.object({ name, at: moment, keepsName: z.boolean() }),
  'erasure-refused': z.object({ name, at: moment, reason: z.string().trim().min(1).max(1_000) }),
  /** What somebody proposed for the agenda of a series comes into its next rapat, or does not and why. */
  'proposal-accepted': z.object({ name, title: topic, series: name }),
  'proposal-returned': z.object({
    name,
    title: topic,
    series: name,
    note: z.string().trim().min(1).max(1_000),
  }),
  /** To every admin, when the last good backup is old; null: there never was one. */
  'backup-old': z.object({ name, lastAt: moment.nullable() }),
  /** Asked for in Pengaturan, to see that mail arrives. */
  test: z.object({ name, at: moment }),
} as const satisfies Record<string, z.ZodType>

export type CalendarNotice = z.infer<typeof calendarNotice>
export type AboutRapat = z.infer<typeof aboutRapat>

export type MailTemplate = keyof typeof MAIL_TEMPLATES
export type MailData<T extends MailTemplate = MailTemplate> = z.infer<(typeof MAIL_TEMPLATES)[T]>
