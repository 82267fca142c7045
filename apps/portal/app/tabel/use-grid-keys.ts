import { type KeyboardEvent, useCallback, useRef, useState } from 'react'

/** A cell by the card of its row and its place in it; 0 is the title. */
export interface CellAt {
  readonly cardId: string
  readonly column: number
}

const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -Number.MAX_SAFE_INTEGER],
  End: [0, Number.MAX_SAFE_INTEGER],
}

export interface GridKeys {
  /** The one cell that Tab stops at. */
  readonly at: CellAt
  readonly editing: CellAt | null
  focus(cell: CellAt): void
  edit(cell: CellAt | null): void
  onKeyDown(event: KeyboardEvent<HTMLElement>): void
  readonly box: React.RefObject<HTMLTableElement>
}

const within = (value: number, most: number): number => Math.max(0, Math.min(most, value))

/**
 * Arrows go from cell to cell, Enter opens the one at hand, Space selects its row; what is inside an open cell keeps its
 * own keys.
 */
export function useGridKeys(
  cardIds: readonly string[],
  columns: number,
  { open, select }: { open: (cell: CellAt) => boolean; select: (cardId: string) => void },
): GridKeys {
  const box = useRef<HTMLTableElement>(null)
  const [asked, setAsked] = useState<CellAt | null>(null)
  const [editing, edit] = useState<CellAt | null>(null)
  const first = { cardId: cardIds[0] ?? '', column: 0 }
  const at = asked !== null && cardIds.includes(asked.cardId) ? asked : first

  const focus = useCallback((cell: CellAt) => {
    setAsked(cell)
    edit(null)
    // Drawn first: a cell that was being changed holds what had the focus.
    requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>(`[data-cell="${cell.cardId} ${cell.column}"]`)?.focus(),
    )
  }, [])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const cell = event.target
    if (!(cell instanceof HTMLElement) || cell.dataset.cell === undefined) return
    const step = STEPS[event.key]
    if (step !== undefined) {
      const row = within(cardIds.indexOf(at.cardId) + step[0], cardIds.length - 1)
      focus({ cardId: cardIds[row] ?? '', column: within(at.column + step[1], columns - 1) })
    } else if (event.key === ' ') select(at.cardId)
    else if (event.key === 'Enter' || event.key === 'F2') {
      if (open(at)) edit(at)
    } else return
    event.preventDefault()
  }
  return { at, editing, focus, edit, onKeyDown, box }
}
