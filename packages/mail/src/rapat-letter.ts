import { keepsInCalendar, type Telling, type ToldFact } from '@mufakat/domain'
import type { MailWords } from '@mufakat/i18n'
import type { Author, Letter } from './author'
import type { AboutRapat, MailData } from './catalogue'

type Facts = AboutRapat['rapat']

const told = ({ t, date }: MailWords, fact: ToldFact, facts: Facts, zone: string): string => {
  switch (fact) {
    case 'title':
      return facts.title
    case 'place':
      return facts.place || t('mail.rapat.open')
    case 'date':
      return facts.date === null ? t('mail.rapat.open') : date(facts.date)
    case 'startTime':
      return facts.startTime === null
        ? t('mail.rapat.open')
        : t('mail.rapat.hour', { hour: facts.startTime.replace(':', '.'), zone })
  }
}

/** What the reader plans by, as the official letter orders it. */
const factLines = (words: MailWords, facts: Facts, zone: string): string[] =>
  (['date', 'startTime', 'place', 'title'] as const).map(fact =>
    words.t(`mail.rapat.fact.${fact}`, { value: told(words, fact, facts, zone) }),
  )

function letter(words: MailWords, kind: Telling, data: AboutRapat, more: Partial<Letter> = {}): Letter {
  const { t } = words
  const { name, rapat, zone, number, link } = data
  const isOn = keepsInCalendar(kind)
  return {
    subject: t(`mail.rapat-${kind}.subject`, { title: rapat.title }),
    name,
    paragraphs: [t(`mail.rapat-${kind}.body`, { title: rapat.title })],
    facts: factLines(words, rapat, zone),
    action: isOn ? { label: t('mail.rapat.action'), link, note: t('mail.rapat.note') } : null,
    closing: [
      ...(number === '' || !isOn ? [] : [t('mail.rapat.number', { number })]),
      t(isOn ? 'mail.rapat.calendar.in' : 'mail.rapat.calendar.out'),
    ],
    ...more,
  }
}

const changed = (words: MailWords, data: MailData<'rapat-changed'>): Letter => {
  const { before, rapat, zone } = data
  return letter(words, 'changed', data, {
    paragraphs: [
      words.t('mail.rapat-changed.body', { title: before.title }),
      ...data.changed.map(fact =>
        words.t(`mail.rapat.change.${fact}`, {
          before: told(words, fact, before, zone),
          after: told(words, fact, rapat, zone),
        }),
      ),
    ],
  })
}

/** Letters to the invited of a rapat. */
export const RAPAT_AUTHORS: {
  readonly [K in Telling as `rapat-${K}`]: Author<`rapat-${K}`>
} = {
  'rapat-invited': (words, data) => letter(words, 'invited', data),
  'rapat-changed': changed,
  'rapat-rescheduled': (words, data) => letter(words, 'rescheduled', data),
  'rapat-postponed': (words, data) => letter(words, 'postponed', data),
  'rapat-cancelled': (words, data) => letter(words, 'cancelled', data),
  'rapat-withdrawn': (words, data) => letter(words, 'withdrawn', data),
}
