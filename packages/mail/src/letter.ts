import { romanQuarter } from '@mufakat/domain'
import { type MailKey, type MailWords, type NoticeWords, noticeLine, noticeTitle } from '@mufakat/i18n'
import type { Author, Letter } from './author'
import type { MailData, MailTemplate } from './catalogue'
import { RAPAT_AUTHORS } from './rapat-letter'

/** A letter whose link is what it is about. */
const withLink = (
  { t, dateTime }: MailWords,
  template: 'invitation' | 'password-reset' | 'email-change-confirm' | 'email-change-notice',
  { name, link, expiresAt }: { name: string; link: string; expiresAt: string },
  opening: string = t(`mail.${template}.body`),
): Letter => ({
  subject: t(`mail.${template}.subject`),
  name,
  paragraphs: [opening],
  action: {
    label: t(`mail.${template}.action`),
    link,
    note: t('mail.expires', { at: dateTime(expiresAt) }),
  },
  closing: [t(`mail.${template}.ignore`)],
})

const told = (
  { t, dateTime }: MailWords,
  { subject, body, name, at }: { subject: MailKey; body: MailKey; name: string; at: string },
  params: Record<string, string> = {},
): Omit<Letter, 'closing'> => ({
  subject: t(subject),
  name,
  paragraphs: [t(body, { at: dateTime(at), ...params })],
  action: null,
})

/** A letter that leads to the notula it is about; whoever opens it signs in. */
const ofNotula = (
  { t }: MailWords,
  template: 'notula-submitted' | 'notula-returned' | 'notula-ratified',
  { name, rapat, link }: { name: string; rapat: string; link: string },
  more: readonly string[] = [],
): Letter => ({
  subject: t(`mail.${template}.subject`),
  name,
  paragraphs: [t(`mail.${template}.body`, { rapat }), ...more],
  action: { label: t('mail.notula.action'), link, note: t('mail.notula.sign-in') },
  closing: [],
})

/** The same of a Koreksi. */
const ofKoreksi = (
  { t }: MailWords,
  template: 'koreksi-submitted' | 'koreksi-returned' | 'koreksi-ratified',
  { name, rapat, number, link }: { name: string; rapat: string; number: number; link: string },
  more: string,
): Letter => ({
  subject: t(`mail.${template}.subject`),
  name,
  paragraphs: [t(`mail.${template}.body`, { rapat, n: String(number) }), more],
  action: { label: t('mail.koreksi.action'), link, note: t('mail.notula.sign-in') },
  closing: [],
})

/** Of a title as much as leaves room in a subject. */
const shortened = (title: string): string => (title.length <= 60 ? title : `${title.slice(0, 59).trimEnd()}…`)

/** Notices are told with numbers too. */
const tellingIn = ({ t, date }: MailWords): NoticeWords => ({
  t: (key, params = {}) =>
    t(key, Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]))),
  date,
})

const AUTHORS: { readonly [T in MailTemplate]: Author<T> } = {
  invitation: (words, data) =>
    withLink(
      words,
      'invitation',
      data,
      data.invitedBy === null ? undefined : words.t('mail.invitation.by', { invitedBy: data.invitedBy }),
    ),
  'password-reset': (words, data) => withLink(words, 'password-reset', data),
  'email-change-confirm': (words, data) => withLink(words, 'email-change-confirm', data),
  'email-change-notice': (words, data) =>
    withLink(
      words,
      'email-change-notice',
      data,
      words.t('mail.email-change-notice.body', { at: words.dateTime(data.at), newEmail: data.newEmail }),
    ),
  'guest-link': ({ t, dateTime }, { name, rapat, link, expiresAt }) => ({
    subject: t('mail.guest-link.subject'),
    name,
    paragraphs: [t('mail.guest-link.body', { rapat })],
    action: {
      label: t('mail.guest-link.action'),
      link,
      note: t('mail.guest-link.expires', { at: dateTime(expiresAt) }),
    },
    closing: [t('mail.guest-link.own')],
  }),
  mention: ({ t }, { name, by, rapat, link }) => ({
    subject: t('mail.mention.subject'),
    name,
    paragraphs: [t('mail.mention.body', { by, rapat })],
    action: { label: t('mail.mention.action'), link, note: t('mail.mention.note') },
    closing: [],
  }),
  notices: (words, { name, isDigest, groups, more, link }) => {
    const { t } = words
    const telling = tellingIn(words)
    const sections = groups.map(({ title, triwulan, link, lines }) => ({
      title: noticeTitle(telling, { title, triwulan }),
      link,
      lines: lines.map(line => noticeLine(telling, line)),
    }))
    const first = sections[0]?.title ?? ''
    const others = groups.length - 1
    return {
      subject:
        others === 0
          ? t('mail.notices.subject', { first })
          : t('mail.notices.subject.more', { first: shortened(first), n: String(others) }),
      name,
      paragraphs: [t(isDigest ? 'mail.notices.digest' : 'mail.notices.instant')],
      sections,
      action: { label: t('mail.notices.action'), link, note: t('mail.notices.note') },
      closing: [
        ...(more === 0 ? [] : [t('mail.notices.more', { n: String(more) })]),
        t('mail.notices.settings'),
      ],
    }
  },
  ...RAPAT_AUTHORS,
  'notula-submitted': (words, data) => ofNotula(words, 'notula-submitted', data),
  'notula-returned': (words, data) =>
    ofNotula(words, 'notula-returned', data, [words.t('mail.notula-returned.note', { note: data.note })]),
  'notula-ratified': (words, data) =>
    ofNotula(words, 'notula-ratified', data, [words.t('mail.notula-ratified.code', { code: data.code })]),
  'report-returned': ({ t }, { name, opd, year, quarter, note, link }) => ({
    subject: t('mail.report-returned.subject'),
    name,
    paragraphs: [
      t('mail.report-returned.body', { opd, quarter: romanQuarter(quarter), year: String(year) }),
      t('mail.notula-returned.note', { note }),
    ],
    action: { label: t('mail.report.action'), link, note: t('mail.notula.sign-in') },
    closing: [],
  }),
  'koreksi-submitted': (words, data) =>
    ofKoreksi(
      words,
      'koreksi-submitted',
      data,
      words.t('mail.koreksi-submitted.reason', { reason: data.reason }),
    ),
  'koreksi-returned': (words, data) =>
    ofKoreksi(words, 'koreksi-returned', data, words.t('mail.koreksi-returned.note', { note: data.note })),
  'koreksi-ratified': (words, data) =>
    ofKoreksi(words, 'koreksi-ratified', data, words.t('mail.koreksi-ratified.code', { code: data.code })),
  'security-notice': (words, { name, what, at }) => ({
    ...told(words, {
      subject: 'mail.security-notice.subject',
      body: `mail.security-notice.${what}`,
      name,
      at,
    }),
    closing: [words.t('mail.security.not-you')],
  }),
  'erasure-granted': (words, { name, at, keepsName }) => {
    const letter = told(words, {
      subject: 'mail.erasure-granted.subject',
      body: 'mail.erasure-granted.body',
      name,
      at,
    })
    const kept = keepsName ? [words.t('mail.erasure-granted.kept')] : []
    return { ...letter, paragraphs: [...letter.paragraphs, ...kept], closing: [] }
  },
  'erasure-refused': (words, { name, at, reason }) => {
    const letter = told(words, {
      subject: 'mail.erasure-refused.subject',
      body: 'mail.erasure-refused.body',
      name,
      at,
    })
    return {
      ...letter,
      paragraphs: [...letter.paragraphs, words.t('mail.erasure-refused.reason', { reason })],
      closing: [words.t('mail.erasure-refused.next')],
    }
  },
  'proposal-accepted': ({ t }, { name, title, series }) => ({
    subject: t('mail.proposal-accepted.subject'),
    name,
    paragraphs: [t('mail.proposal-accepted.body', { title, series }), t('mail.proposal-accepted.next')],
    action: null,
    closing: [],
  }),
  'proposal-returned': ({ t }, { name, title, series, note }) => ({
    subject: t('mail.proposal-returned.subject'),
    name,
    paragraphs: [
      t('mail.proposal-returned.body', { title, series }),
      t('mail.proposal-returned.note', { note }),
    ],
    action: null,
    closing: [t('mail.proposal-returned.next')],
  }),
  'backup-old': ({ t, dateTime }, { name, lastAt }) => ({
    subject: t('mail.backup-old.subject'),
    name,
    paragraphs: [
      lastAt === null ? t('mail.backup-old.never') : t('mail.backup-old.body', { at: dateTime(lastAt) }),
      t('mail.backup-old.todo'),
    ],
    action: null,
    closing: [],
  }),
  test: (words, { name, at }) => ({
    ...told(words, { subject: 'mail.test.subject', body: 'mail.test.body', name, at }),
    closing: [],
  }),
}

/** The letter of a template; `data` is what its schema has accepted. */
export const writeLetter = <T extends MailTemplate>(
  words: MailWords,
  template: T,
  data: MailData<T>,
): Letter => (AUTHORS[template] as Author<T>)(words, data)
