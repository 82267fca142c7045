import type { SeedLine, Span } from '@mufakat/doc-model'
import type { Priority, Strategy, Tanggal } from '@mufakat/domain'

/** What the texts of the demo need to know about the seeded database. */
export interface DemoFacts {
  readonly today: Tanggal
  /** Id of an OPD by its short name. */
  opdId(shortName: string): string
}

export const p = (text: string): SeedLine => ({ text })
export const judul = (text: string): SeedLine => ({ kind: 'judul', text })
export const butir = (text: string): SeedLine => ({ kind: 'butir', text })
export const kutipan = (text: string): SeedLine => ({ kind: 'kutipan', text })
export const keputusan = (text: string): SeedLine => ({ kind: 'keputusan', text })

export interface DemoAction {
  readonly text: string
  /** Short name of the OPD. */
  readonly owner: string
  readonly jabatan: string
  readonly tenggat: Tanggal
  readonly prioritas: Priority
  readonly strategi: Strategy
  readonly id?: string
}

export const tindakLanjut = (facts: DemoFacts, action: DemoAction): SeedLine => ({
  kind: 'tindak-lanjut',
  text: action.text,
  ...(action.id === undefined ? {} : { id: action.id }),
  attrs: {
    owner: facts.opdId(action.owner),
    jabatan: action.jabatan,
    tenggat: action.tenggat,
    prioritas: action.prioritas,
    strategi: action.strategi,
  },
})

/** A paragraph with an OPD named in it: `{Perkim}` becomes a mention. */
export function menyebut(facts: DemoFacts, text: string): SeedLine {
  const parts = text.split(/\{([^}]+)\}/)
  return {
    spans: parts.flatMap((part, i): Span[] =>
      i % 2 === 1
        ? [{ embed: { mention: { kind: 'opd', id: facts.opdId(part), label: part } } }]
        : part === ''
          ? []
          : [{ text: part }],
    ),
  }
}
