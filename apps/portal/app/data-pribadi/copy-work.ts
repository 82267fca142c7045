import type { Words } from '@mufakat/i18n'
import type { OwnData } from '@mufakat/services'

export type Cell = string | number | boolean | null
export type Section = readonly [name: keyof OwnData, rows: readonly (readonly Cell[])[]]

/** What somebody did beside the text of notula, and has put as they like it. */
export function workSections(data: OwnData, words: Words): Section[] {
  const when = (moment: string | null): Cell => moment && words.dateTime(new Date(moment))
  /** Quarter 0 is the year. */
  const period = ({ year, quarter }: { year: number | null; quarter: number | null }): Cell =>
    quarter === 1 || quarter === 2 || quarter === 3 || quarter === 4
      ? year && words.triwulan({ year, quarter })
      : year
  const number = (value: number | null): Cell => (value === null ? null : words.number(value, 4))
  return [
    [
      'comments',
      data.comments.map(one => [
        when(one.at),
        one.card,
        one.removedAt === null ? one.text : words.t('salinan.removed', { when: String(when(one.removedAt)) }),
        when(one.editedAt),
      ]),
    ],
    [
      'evidence',
      data.evidence.map(one => [
        when(one.at),
        one.about,
        period(one),
        one.title,
        one.url ?? one.file,
        one.state && words.t(`bukti.state.${one.state}`),
        one.note,
        one.removedAt && words.t('salinan.removed', { when: String(when(one.removedAt)) }),
      ]),
    ],
    [
      'reports',
      data.reports.map(one => [
        when(one.at),
        one.opd,
        period(one),
        words.t(`salinan.report.${one.part}`),
        words.t(`sasaran.report.${one.state}`),
        one.note,
      ]),
    ],
    [
      'analyses',
      data.analyses.map(one => [
        ...[when(one.at), one.opd, period(one), one.indicator],
        ...[one.analysis, one.kendala, one.solusi, one.plan],
      ]),
    ],
    [
      'numbers',
      data.numbers.map(one => [
        when(one.at),
        one.parts.map(part => words.t(`salinan.number.${part}`)).join(', '),
        one.indicator,
        one.region || null,
        period(one),
        one.notAvailable ? words.t('salinan.number.none') : number(one.value),
        number(one.numerator),
        number(one.denominator),
        one.asOf,
        one.source,
        one.reason,
        one.card,
      ]),
    ],
    [
      'words',
      data.words.map(one => [
        when(one.at),
        words.lookup(`salinan.word.${one.kind}`, one.kind),
        one.about,
        one.text,
      ]),
    ],
    ['made', data.made.map(one => [when(one.at), words.t(`salinan.made.${one.kind}`), one.name])],
    [
      'notices',
      data.notices.map(one => [
        when(one.at),
        words.t(`salinan.notice.${one.kind}`),
        one.about,
        period(one),
        one.merged,
        when(one.readAt),
        when(one.mailedAt),
      ]),
    ],
    [
      'noticeSettings',
      data.noticeSettings.flatMap(one => [
        [words.t('kabar.mail.how'), words.t(`kabar.mail.${one.mail}`)],
        [words.t('kabar.hour'), one.hour],
        ...(one.workdaysOnly ? [[words.t('kabar.workdays')]] : []),
        [words.t('kabar.quiet'), `${one.quietFrom}–${one.quietTo}`],
      ]),
    ],
    [
      'followed',
      data.followed.map(one => [
        when(one.since),
        words.t(`salinan.followed.${one.kind}`),
        one.title,
        words.t(one.muted ? 'salinan.followed.muted' : 'salinan.followed.on'),
      ]),
    ],
    [
      'filters',
      data.filters.map(one => [
        when(one.createdAt),
        one.name,
        words.t(`tampilan.${one.view}`),
        one.query,
        words.t(`tampilan.saved.shared.${one.shared}`),
      ]),
    ],
  ]
}
