import type { PaperView } from '@mufakat/services'

/** A short paper is there before anybody wonders; a longer one is told of by its page. */
const PATIENCE_MS = 1_500
const LOOK_MS = 100

/** Waits a little for a paper that was asked for. */
export async function whenMade(look: () => Promise<PaperView | null>): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
    const paper = await look()
    if (paper?.state !== 'waiting' && paper?.state !== 'making') return
    await new Promise(resolve => setTimeout(resolve, LOOK_MS))
  }
}

/** While a paper is made its page comes again by itself, without script; and so does the download that waits. */
const AGAIN_S = 2
/** Who looks at the page again later does not download again. */
const FRESH_MS = 20_000

/** What the page of a paper does next, as its `Refresh` header; null: it stays. */
export function refreshOf(
  asked: PaperView | null,
  { now, page, download }: { now: Date; page: string; download: string },
): string | null {
  if (asked?.state === 'waiting' || asked?.state === 'making') return `${AGAIN_S}; url=${page}`
  const isFresh = now.getTime() - (asked?.finishedAt?.getTime() ?? 0) < FRESH_MS
  return asked?.state === 'ready' && isFresh ? `0; url=${download}` : null
}
