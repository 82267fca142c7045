// The script of `live.tsx`, bundled on its own (vite.insets.ts): the pages of the dashboard bring no other. It asks every
// few seconds for a short mark, and when that is another takes the figures out of the page as the server draws it anew.

const EVERY_MS = 4_000
const ADDRESS = '/dasbor/keadaan'

const part = () => document.getElementById('dasbor')
const told = document.getElementById('dasbor-kabar')
/** Of two answers on their way the later counts. */
let isAsking = false

/** What was opened stays open, and who is at a link stays at it. */
function keepPlace(from: HTMLElement, to: HTMLElement): void {
  const opened = [...from.querySelectorAll('details')]
  to.querySelectorAll('details').forEach((one, i) => {
    one.open = opened[i]?.open ?? one.open
  })
}

function focusBack(before: Element | null): void {
  const href = before?.getAttribute('href')
  if (!href) return
  const same = [...document.querySelectorAll<HTMLElement>('#dasbor a')].find(
    link => link.getAttribute('href') === href,
  )
  same?.focus({ preventScroll: true })
}

async function look(): Promise<void> {
  const shown = part()
  if (isAsking || shown === null || document.visibilityState !== 'visible') return
  isAsking = true
  try {
    const answer = await fetch(ADDRESS)
    if (!answer.ok || (await answer.json()) === shown.dataset.mark) return
    const page = await fetch(location.href, { headers: { Accept: 'text/html' } })
    if (!page.ok) return
    const fresh = new DOMParser().parseFromString(await page.text(), 'text/html').getElementById('dasbor')
    if (fresh === null) return
    const at = shown.contains(document.activeElement) ? document.activeElement : null
    keepPlace(shown, fresh)
    shown.replaceWith(document.adoptNode(fresh))
    focusBack(at)
    if (told) told.textContent = told.dataset.fresh ?? ''
  } catch {
    // The line is away; the next time comes.
  } finally {
    isAsking = false
  }
}

setInterval(() => void look(), EVERY_MS)
document.addEventListener('visibilitychange', () => void look())
