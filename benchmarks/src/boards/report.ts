import { writeFile } from 'node:fs/promises'
import { cpus, release, totalmem } from 'node:os'
import type { Answer } from './opening'
import { LANES } from './seed'
import type { Longest } from './tasks'

export interface BoardFigures {
  readonly cards: number
  readonly firstCards: number
  readonly live: number
  readonly scroll: Longest
  readonly drag: Longest
  readonly heap: number
  readonly moveP50: number
  readonly moveP95: number
  readonly document: Answer
  readonly whole: Answer
  readonly socket: number
}

/** Over the board, to measure its tasks. */
export const PASSES = 3

/** Planka 2.1 on the same machine, on a day when it was quiet, by cards. */
const PLANKA: Readonly<
  Record<number, Pick<BoardFigures, 'firstCards' | 'heap' | 'moveP50'> & { gap: number }>
> = {
  500: { firstCards: 3_700, gap: 163, heap: 51, moveP50: 830 },
  1000: { firstCards: 5_800, gap: 286, heap: 81, moveP50: 1_100 },
  4000: { firstCards: 15_400, gap: 930, heap: 249, moveP50: 3_600 },
}

const BARS: Readonly<Record<number, number>> = { 4000: 1_000, 10000: 2_000 }

const whole = (value: number): string => Math.round(value).toLocaleString('en-US')
const against = (value: number, bar: number): string =>
  `${whole(value)} (${value < bar ? 'within' : 'OVER'} ${whole(bar)})`

/** What was measured, a row per measure and a column per board; beside it the bar, and Planka as a multiple of ours. */
export function boardTable(all: readonly BoardFigures[]): Record<string, Record<string, string>> {
  const row = (show: (one: BoardFigures) => string) =>
    Object.fromEntries(all.map(one => [whole(one.cards), show(one)]))
  const times = (one: BoardFigures, measure: 'firstCards' | 'heap' | 'moveP50'): string => {
    const peer = PLANKA[one.cards]
    return peer === undefined
      ? '–'
      : `${whole(peer[measure])} (${(peer[measure] / one[measure]).toFixed(1)}×)`
  }
  const gap = ({ cards }: BoardFigures): string => {
    const peer = PLANKA[cards]
    return peer === undefined ? '–' : whole(peer.gap)
  }
  const answer = ({ ms, kilobytes, gzip }: Answer) =>
    `${whole(ms)} ms, ${whole(kilobytes)} kB (gzip ${whole(gzip)})`
  return {
    'click to first cards, ms': row(one => against(one.firstCards, BARS[one.cards] ?? 1_000)),
    'Planka, ms': row(one => times(one, 'firstCards')),
    'click to the live board, ms': row(one => whole(one.live)),
    'longest task, scrolling at 4× slower, ms': row(one => against(one.scroll.task, 50)),
    'of its own on a processor, scrolling, ms': row(one => whole(one.scroll.own)),
    'longest task, dragging at 4× slower, ms': row(one => against(one.drag.task, 50)),
    'of its own on a processor, dragging, ms': row(one => whole(one.drag.own)),
    'Planka, worst gap while dragging at full speed, ms': row(gap),
    'heap after GC, MB': row(one => against(one.heap, 80)),
    'Planka, MB': row(one => times(one, 'heap')),
    'drop to another screen, p50, ms': row(one => whole(one.moveP50)),
    'drop to another screen, p95, ms': row(one => against(one.moveP95, 100)),
    'Planka, a move, ms': row(one => times(one, 'moveP50')),
    'answer: the page': row(one => answer(one.document)),
    'answer: all cards': row(one => answer(one.whole)),
    'socket until live, kB': row(one => one.socket.toFixed(1)),
  }
}

/**
 * Figures of one run, with where they were taken.
 * @param load of the machine before the run
 */
export async function writeBoardReport(
  path: string,
  all: readonly BoardFigures[],
  load: number,
): Promise<void> {
  const machine = cpus()
  const rows = Object.entries(boardTable(all)).map(
    ([name, values]) => `| ${name} | ${Object.values(values).join(' | ')} |`,
  )
  await writeFile(
    path,
    `# Benchmark of the board

Written by \`npm run bench -- boards --write\`; not by hand.

- When: ${new Date().toISOString().slice(0, 10)}.
- Where: ${machine.length} × ${machine[0]?.model.trim()}, ${whole(totalmem() / 1e9)} GB, Linux ${release()}, Node ${process.version}; load before the run ${load.toFixed(1)}.
- What: the whole system as built, its server warm; a board of ${LANES} OPD, each a lane, in Chromium at 1280 × 800.
- Against: Planka 2.1 in production mode, measured earlier on this machine. In brackets: how many times ours that is.

| cards | ${all.map(({ cards }) => whole(cards)).join(' | ')} |
| --- | ${all.map(() => '---:').join(' | ')} |
${rows.join('\n')}

First cards: from the click on Tindak Lanjut on Beranda until cards have been painted. Tasks: the longest that a trace
shows of the page's main thread while the wheel is turned over all of the board, and while cards are dragged from column
to column and let go, each the middle of ${PASSES} passes; browser, server and database share the processors, and so what a
task took of its own stands beside it. A move: from letting go of a card to its standing in the other browser's page,
about to be painted; some are made before it is measured.
`,
  )
}
