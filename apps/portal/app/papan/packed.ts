import type { BoardView, CardView } from '@mufakat/services'

type Row = readonly [
  id: string,
  title: string,
  opd: number,
  jabatan: string | null,
  due: string | null,
  postponed: number,
  priority: CardView['priority'],
  strategy: CardView['strategy'],
  status: CardView['status'],
  progress: number,
  evidence: number,
  accepted: number,
  comments: number,
  rank: string,
  revision: number,
  /** Of the rapat, or -1; then its line, and 1 while it is a draft. */
  rapat: number,
  lineId: string,
  isDraft: 0 | 1,
]

/** A whole board on its way: a row per card, and what many cards share once. */
export interface PackedBoard {
  readonly revision: number
  readonly opd: readonly string[]
  readonly rapat: readonly string[]
  readonly rows: readonly Row[]
}

class Shelf {
  readonly ids: string[] = []
  readonly #at = new Map<string, number>()

  /** Where an id stands; -1 for none. */
  put(id: string | null): number {
    if (id === null) return -1
    const known = this.#at.get(id)
    if (known !== undefined) return known
    this.#at.set(id, this.ids.length)
    return this.ids.push(id) - 1
  }
}

export function packBoard({ revision, cards }: BoardView): PackedBoard {
  const [opd, rapat] = [new Shelf(), new Shelf()]
  const rows = cards.map((card): Row => {
    const { from } = card
    return [
      ...([card.id, card.title, opd.put(card.opdId), card.jabatan, card.due, card.postponed] as const),
      ...([card.priority, card.strategy, card.status, card.progress, card.evidence] as const),
      ...([
        card.accepted,
        card.comments,
        card.rank,
        card.revision,
        rapat.put(from?.rapatId ?? null),
      ] as const),
      ...([from?.lineId ?? '', from?.isDraft ? 1 : 0] as const),
    ]
  })
  return { revision, opd: opd.ids, rapat: rapat.ids, rows }
}

export function unpackBoard({ revision, opd, rapat, rows }: PackedBoard): BoardView {
  const cards = rows.map(
    ([id, title, at, jabatan, due, postponed, priority, strategy, status, ...rest]): CardView => {
      const [progress, evidence, accepted, comments, rank, changed, rapatAt, lineId, isDraft] = rest
      const rapatId = rapat[rapatAt]
      return {
        ...{ id, title, opdId: opd[at] ?? null, jabatan, due, postponed, priority, strategy, status },
        ...{ progress, evidence, accepted, comments, rank, revision: changed },
        from: rapatId === undefined ? null : { rapatId, lineId, isDraft: isDraft === 1 },
      }
    },
  )
  return { revision, cards }
}
