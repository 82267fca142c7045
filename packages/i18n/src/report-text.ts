import type { Words } from './words'
import type { capaianId } from './words/capaian.id'
import type { laporanId } from './words/laporan.id'

// What page and papers of the report of a triwulan say alike, so that neither can say it otherwise.

type Said = keyof typeof laporanId

interface TellableWork {
  readonly total: number
  readonly finished: number
  readonly inTime: number
  readonly late: number
  readonly waiting: number
  readonly running: number
  readonly inTimeShare: number | null
  readonly medianDays: number | null
  readonly postponed: number
  readonly provenShare: number | null
}

/** A figure with its name; `value`: as it is reckoned with, a share as a share. */
export interface FigureLine {
  readonly key: string
  readonly name: string
  readonly text: string
  readonly value: number | null
  readonly isShare: boolean
}

const FIGURES = [
  ['total', 'total'],
  ['finished', 'finished'],
  ['in-time', 'inTime'],
  ['in-time-share', 'inTimeShare'],
  ['late', 'late'],
  ['waiting', 'waiting'],
  ['running', 'running'],
  ['median', 'medianDays'],
  ['postponed', 'postponed'],
  ['proven', 'provenShare'],
] as const

/** Figures of work, in the order in which they are told. */
export const workFigureLines = (words: Words<Said>, work: TellableWork): FigureLine[] =>
  FIGURES.map(([key, of]) => {
    const value = work[of]
    const isShare = of === 'inTimeShare' || of === 'provenShare'
    const text =
      value === null
        ? words.t('laporan.figure.none')
        : isShare
          ? words.percent(value, 1)
          : words.number(value, 1)
    return { key, name: words.t(`laporan.figure.${key}`), text, value, isShare }
  })

const ACHIEVEMENTS = ['tercapai', 'mendekati', 'belum_tercapai', 'belum_ada_data', 'tidak_dinilai'] as const

/** How many indicators stand how. */
export const achievementLines = (
  words: Words<keyof typeof capaianId>,
  counts: Readonly<Record<(typeof ACHIEVEMENTS)[number], number>>,
) => ACHIEVEMENTS.map(code => ({ code, name: words.t(`capaian.achievement.${code}`), count: counts[code] }))

/** Who said it and when. */
export function noteSigned(
  words: Words<Said>,
  note: { readonly by: string; readonly jabatan: string | null; readonly at: Date },
): string {
  const at = words.dateTime(note.at)
  return note.jabatan === null
    ? words.t('laporan.note.by.short', { name: note.by, at })
    : words.t('laporan.note.by', { name: note.by, jabatan: note.jabatan, at })
}
