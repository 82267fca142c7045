import { fillMessage } from '@mufakat/i18n'
import { countWaiting } from '@mufakat/live/waiting'
import { OFFLINE_PAGE } from './answers'

/**
 * The script of the offline page. Without a server nobody can be asked who sits here, so it counts what is unsent in
 * this browser and opens nothing; and it goes on to the page that was asked for as soon as the server answers.
 */

const FIRST_PAUSE_MS = 3_000
const LAST_PAUSE_MS = 30_000
const ANSWER_MS = 10_000

const part = (name: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-part=${name}]`)
  if (found === null) throw new Error(`no ${name}`)
  return found
}
const state = part('state')
let pause = FIRST_PAUSE_MS
let timer: ReturnType<typeof setTimeout>
let isAsking = false

async function tellWhatIsSafe(): Promise<void> {
  const { unsent, aside } = await countWaiting(null)
  const n = unsent + aside
  if (n === 0) return
  const text = part('safe-text')
  text.textContent = fillMessage(text.dataset.text ?? '', { n })
  part('safe').hidden = false
}

async function tryNow(): Promise<void> {
  if (isAsking) return
  isAsking = true
  clearTimeout(timer)
  const answer = await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(ANSWER_MS) }).catch(
    () => null,
  )
  isAsking = false
  if (answer?.ok === true) {
    if (location.pathname === OFFLINE_PAGE) location.replace('/')
    else location.reload()
    return
  }
  state.textContent = state.dataset.still ?? ''
  tryLater()
}

/** Ever less often, and not everybody at the same moment. */
function tryLater(): void {
  timer = setTimeout(() => void tryNow(), pause * (0.75 + Math.random() / 2))
  pause = Math.min(pause * 1.5, LAST_PAUSE_MS)
}

part('retry').addEventListener('click', () => {
  state.textContent = state.dataset.trying ?? ''
  void tryNow()
})
addEventListener('online', () => void tryNow())
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void tryNow()
})
void tellWhatIsSafe()
tryLater()
