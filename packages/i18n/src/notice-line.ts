import { romanQuarter } from './time'
import type { kabarLineId } from './words/kabar-line.id'

type LineKey = keyof typeof kabarLineId

/** What a notice is told with: the words of a page or of letters. */
export interface NoticeWords {
  t(key: LineKey, params?: Readonly<Record<string, string | number>>): string
  date(day: string): string
}

export interface TellableNotice {
  readonly kind: string
  readonly merged: number
  /** Names, the latest first. */
  readonly people: readonly string[]
  /** What was done last; `to`: a status, a judgement or a day. */
  readonly change: { readonly kind: string; readonly to: string | null } | null
  readonly due: string | null
}

function what({ t, date }: NoticeWords, change: TellableNotice['change']): string {
  const { kind, to } = change ?? { kind: 'edited', to: null }
  if (kind === 'status')
    return t('kabar.what.status', { status: t(`kabar.status.${to ?? 'belum'}` as LineKey) })
  if (kind === 'judged') return t(`kabar.what.judged.${to ?? 'diterima'}` as LineKey)
  if (kind === 'postponed') return t('kabar.what.postponed', { date: to === null ? '–' : date(to) })
  return t(`kabar.what.${kind}` as LineKey)
}

function among({ t }: NoticeWords, people: readonly string[]): string {
  const [first = t('kabar.line.somebody'), second] = people
  if (second === undefined) return first
  if (people.length === 2) return t('kabar.line.people.two', { first, second })
  return t('kabar.line.people.more', { first, n: people.length - 1 })
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** One line for a notice, in the language of its reader. */
export function noticeLine(words: NoticeWords, notice: TellableNotice): string {
  const { t, date } = words
  const { kind, merged: n, people, change, due } = notice
  const by = people[0] ?? t('kabar.line.somebody')
  if (kind !== 'changes')
    return t(`kabar.line.${kind}` as LineKey, { by, date: due === null ? '–' : date(due) })
  const said = what(words, change)
  if (people.length === 0) return n === 1 ? capital(said) : t('kabar.line.many.system', { n, what: said })
  if (n === 1) return t('kabar.line.one', { by, what: said })
  if (people.length === 1) return t('kabar.line.many.same', { n, by, what: said })
  return t('kabar.line.many', { n, people: among(words, people), by, what: said })
}

/** What notices are about, in the language of their reader: a report is named by its triwulan and OPD. */
export function noticeTitle(
  { t }: NoticeWords,
  { title, triwulan }: { title: string; triwulan: { year: number; quarter: 1 | 2 | 3 | 4 } | null },
): string {
  if (triwulan === null) return title
  const { year, quarter } = triwulan
  return t('kabar.line.report', { roman: romanQuarter(quarter), year: String(year), opd: title })
}
