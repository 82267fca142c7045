// A paper as a row of slices, each of which stands on one page; pages are filled from the top.
//
// 1. Laying out draws nothing: where a slice stands is known when all are, so that a foot can say how many pages there
//    are, and pages are drawn once, in order.
// 2. Slices with `keep` stand on the page of the next one, unless the whole chain is higher than a page.
// 3. Only a slice that knows how to `split` is ever parted.

export interface Slice {
  readonly height: number
  /** Space above it, left out on top of a page. */
  readonly before: number
  readonly keep: boolean
  /** `top`: how far from the top of the page. */
  readonly draw: (top: number) => void
  /** Two slices of which the first fits into `room`; null when none does. */
  readonly split?: (room: number) => readonly [Slice, Slice] | null
  /** Drawn above it when it begins a page: the head of its table. */
  readonly again?: Slice
  /** Begins a page. */
  readonly breaks?: true
}

export interface PlacedSlice {
  readonly slice: Slice
  readonly top: number
}

export type PlacedPage = readonly PlacedSlice[]

/** A row is parted, rather than moved as a whole, when it would leave more than this share of a page empty. */
const LARGE = 0.45
/** And not for less than this share of a page. */
const WORTH = 0.15

const chainHeight = (slices: readonly Slice[], from: number): { height: number; end: number } => {
  let height = 0
  let end = from
  for (; ; end++) {
    const slice = slices[end]
    if (!slice) return { height, end: end - 1 }
    height += (end === from ? 0 : slice.before) + slice.height
    if (!slice.keep) return { height, end }
  }
}

export function paginate(all: readonly Slice[], top: number, bottom: number): PlacedPage[] {
  const pages: PlacedSlice[][] = []
  const full = bottom - top
  let page: PlacedSlice[] = []
  let y = top
  let kept = -1
  const turn = () => {
    pages.push(page)
    page = []
    y = top
  }
  const put = (slice: Slice) => {
    if (page.length === 0 && slice.again) {
      page.push({ slice: slice.again, top: y })
      y += slice.again.height
    } else if (page.length > 0) y += slice.before
    page.push({ slice, top: y })
    y += slice.height
  }
  const room = (slice: Slice) => bottom - y - (page.length === 0 ? (slice.again?.height ?? 0) : slice.before)

  const slices = [...all]
  for (let at = 0; at < slices.length; at++) {
    const slice = slices[at] as Slice
    if (slice.breaks && page.length > 0) turn()
    if (at > kept) {
      const chain = chainHeight(slices, at)
      kept = chain.end
      const needed = (page.length === 0 ? 0 : slice.before) + chain.height
      if (page.length > 0 && y + needed > bottom && chain.height <= full && !mayPart(slices[chain.end]))
        turn()
    }
    if (slice.height <= room(slice)) {
      put(slice)
      continue
    }
    const parts = slice.split && (page.length === 0 || mayPart(slice)) ? slice.split(room(slice)) : null
    if (parts) {
      put(parts[0])
      turn()
      slices[at] = parts[1]
      at--
    } else if (page.length === 0) put(slice)
    else {
      turn()
      at--
    }
  }
  if (page.length > 0 || pages.length === 0) pages.push(page)
  return pages

  function mayPart(slice: Slice | undefined): boolean {
    if (!slice?.split) return false
    return slice.height > full * LARGE && bottom - y > full * WORTH
  }
}

/** Slices one below the other as one that is never parted. */
export function stack(slices: readonly Slice[]): {
  readonly height: number
  readonly draw: (top: number) => void
} {
  const tops: number[] = []
  let height = 0
  slices.forEach((slice, at) => {
    if (at > 0) height += slice.before
    tops.push(height)
    height += slice.height
  })
  return {
    height,
    draw: top => {
      for (const [at, slice] of slices.entries()) slice.draw(top + (tops[at] ?? 0))
    },
  }
}
