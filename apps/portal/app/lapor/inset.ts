// The script of the form of a report, bundled on its own (vite.insets.ts): the page brings no other.
//
// Invariants
// 1. What was typed and is not saved stands in this browser until the server has it, or it is as it was again.
// 2. One question at a time; what is typed meanwhile goes with the next.
// 3. A cell says "tersimpan" only for what the server has answered of.
// 4. The form goes as a whole only when no question is out: it would name revisions that are about to be others.
import { CELL_PARTS, COMMON_PARTS, cellName, commonName, joined, REMARK_PARTS } from './cell-names'
import type { SavedAnswer, SavedPart } from './saved-answer'

const WAIT_MS = 500
const IDLE_MS = 4_000
const AGAIN_MS = 8_000

const BOXES = 'input:not([type="hidden"]):not([type="checkbox"]), textarea'

const form = document.getElementById('laporan') as HTMLFormElement
const line = document.getElementById('lapor-simpan') as HTMLElement
const shelf = form.dataset.laci ?? ''
const address = form.dataset.sel ?? ''

type Box = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
const box = (name: string) => form.elements.namedItem(name) as Box | null
const textIn = (found: Box | null): string =>
  found instanceof HTMLInputElement && found.type === 'checkbox'
    ? found.checked
      ? found.value
      : ''
    : (found?.value ?? '')

/** What holds together and is saved at once: a cell or a remark. */
const partOf = (element: Element): HTMLElement | null =>
  element.closest<HTMLElement>('[data-cell], [data-remark]')
const keyOf = (part: HTMLElement): string => part.dataset.cell ?? part.dataset.remark ?? ''
const findPart = (key: string): HTMLElement | null =>
  form.querySelector<HTMLElement>(`[data-cell="${key}"], [data-remark="${key}"]`)
const namesIn = (key: string): string[] =>
  key.startsWith('c|')
    ? CELL_PARTS.map(part => cellName(key, part))
    : REMARK_PARTS.map(part => `${key}|${part}`)
const stands = (key: string): string => joined(namesIn(key).map(name => textIn(box(name))))
const isChanged = (key: string): boolean => stands(key) !== box(`${key}|b`)?.value.replaceAll('\r\n', '\n')

/** Keys of what was typed and is not saved. */
const typed = new Set<string>()
/** Those of them that are to be sent: their box was left, or nothing was typed for a while. */
const ready = new Set<string>()
let isAsking = false
/** The button that waits for the answer. */
let pressed: HTMLElement | null = null
let timer: ReturnType<typeof setTimeout> | undefined

const say = (what: 'busy' | 'done' | 'wrong' | 'offline' | 'failed' | 'out', time = ''): void => {
  line.textContent = (line.dataset[what] ?? '').replace('{time}', time)
  line.toggleAttribute('data-bad', what === 'failed' || what === 'out' || what === 'wrong')
}

function show(part: HTMLElement, state: string): void {
  part.dataset.state = state
  const badge = part.querySelector('[data-badge]')
  const template = document.getElementById(`keadaan-${state}`)
  if (badge && template instanceof HTMLTemplateElement)
    badge.replaceChildren(template.content.cloneNode(true))
}

/** How many are still to be filled in: in all, of each indicator and in each kecamatan. */
function count(): void {
  const isOpen = (cell: HTMLElement) => cell.dataset.state === 'kosong' || cell.dataset.state === 'tidak_sah'
  const due = [...form.querySelectorAll<HTMLElement>('[data-due]')]
  const left = form.querySelector('[data-left]')
  if (left) left.textContent = String(due.filter(isOpen).length)
  for (const missing of form.querySelectorAll<HTMLElement>('[data-missing]')) {
    const section = missing.closest('section')
    const n = due.filter(cell => section?.contains(cell) && isOpen(cell)).length
    missing.textContent = (missing.dataset.text ?? '').replace('{n}', String(n))
    section?.querySelector('[data-complete]')?.toggleAttribute('hidden', n > 0)
    section?.querySelector('[data-incomplete]')?.toggleAttribute('hidden', n === 0)
  }
  for (const district of form.querySelectorAll('[data-district]')) {
    const cells = [...district.querySelectorAll<HTMLElement>('[data-cell]')]
    const filled = district.querySelector('[data-filled]')
    if (filled) filled.textContent = String(cells.filter(cell => !isOpen(cell)).length)
  }
}

type Kept = Record<string, { texts: string[]; revision: string }>

function kept(): Kept {
  try {
    return JSON.parse(localStorage.getItem(shelf) ?? '{}') as Kept
  } catch {
    return {}
  }
}

/** A full or forbidden store leaves what is in the page. */
function keep(): void {
  const all: Kept = {}
  for (const key of typed)
    all[key] = { texts: namesIn(key).map(name => textIn(box(name))), revision: box(`${key}|r`)?.value ?? '0' }
  try {
    if (typed.size === 0) localStorage.removeItem(shelf)
    else localStorage.setItem(shelf, JSON.stringify(all))
  } catch {}
}

function bodyOf(keys: readonly string[]): FormData {
  const body = new FormData()
  const put = (name: string) => body.set(name, textIn(box(name)))
  for (const key of keys) {
    for (const name of [...namesIn(key), `${key}|r`, `${key}|b`]) put(name)
    const [kind, indicatorId = ''] = key.split('|')
    if (kind === 'c') for (const part of [...COMMON_PARTS, 'b'] as const) put(commonName(indicatorId, part))
  }
  return body
}

/** What is told of one, in its own place. */
function tell(part: HTMLElement, told: SavedPart, state: string): void {
  show(part, state)
  const number = part.querySelector('[data-number]')
  if (number) number.textContent = told.number
  const words = part.querySelector('[data-words]')
  if (words) words.textContent = told.words
  for (const field of part.querySelectorAll(BOXES)) {
    if (told.saved) field.removeAttribute('aria-invalid')
    else field.setAttribute('aria-invalid', 'true')
  }
}

/** @param sent what stood in each when it was sent */
function take({ cells, remarks, time }: SavedAnswer, sent: ReadonlyMap<string, string>): void {
  for (const [key, told] of Object.entries({ ...cells, ...remarks })) {
    const part = findPart(key)
    const [base, revision] = [box(`${key}|b`), box(`${key}|r`)]
    if (part === null || base === null || revision === null) continue
    if (told.revision !== null) revision.value = String(told.revision)
    if (told.saved) base.value = sent.get(key) ?? base.value
    const isNewer = stands(key) !== sent.get(key)
    // What was refused stays here, and waits for another word.
    if (told.saved && !isNewer) typed.delete(key)
    tell(part, told, isNewer ? 'menyimpan' : told.state)
  }
  for (const common of form.querySelectorAll<HTMLElement>('[data-common]')) {
    const id = common.dataset.common ?? ''
    const base = box(commonName(id, 'b'))
    const isWaiting = [...typed].some(key => key.startsWith(`c|${id}|`))
    if (base && !isWaiting) base.value = joined(COMMON_PARTS.map(part => textIn(box(commonName(id, part)))))
  }
  keep()
  count()
  const all = [...Object.values(cells), ...Object.values(remarks)]
  say(all.every(({ saved }) => saved) ? 'done' : 'wrong', time)
}

async function send(): Promise<void> {
  clearTimeout(timer)
  if (isAsking || ready.size === 0) return
  isAsking = true
  say('busy')
  const keys = [...ready]
  ready.clear()
  const sent = new Map(keys.map(key => [key, stands(key)]))
  let wait = WAIT_MS
  try {
    const answer = await fetch(address, { method: 'POST', body: bodyOf(keys), redirect: 'manual' })
    if (answer.ok) take((await answer.json()) as SavedAnswer, sent)
    else say(answer.type === 'opaqueredirect' ? 'out' : 'failed')
  } catch {
    for (const key of keys) ready.add(key)
    wait = AGAIN_MS
    say('offline')
  }
  isAsking = false
  const button = pressed
  pressed = null
  // Where the line is away nothing answers: the page stays, with what was typed.
  if (button !== null && wait !== AGAIN_MS) form.requestSubmit(button)
  else if (ready.size > 0) later(wait)
}

function later(ms: number): void {
  clearTimeout(timer)
  timer = setTimeout(() => void send(), ms)
}

function note(part: HTMLElement): void {
  const key = keyOf(part)
  if (isChanged(key)) {
    typed.add(key)
    show(part, 'menyimpan')
  } else {
    typed.delete(key)
    ready.delete(key)
  }
  keep()
}

/** Nothing more will be typed into it for now. */
function leave(part: HTMLElement): void {
  note(part)
  if (typed.has(keyOf(part))) ready.add(keyOf(part))
}

const cellsOf = (indicatorId: string) => [
  ...form.querySelectorAll<HTMLElement>(`[data-cell^="c|${indicatorId}|"]`),
]
const isFilled = (part: HTMLElement) => namesIn(keyOf(part)).some(name => textIn(box(name)) !== '')

let idle: ReturnType<typeof setTimeout> | undefined
form.addEventListener('input', ({ target }) => {
  const part = target instanceof Element ? partOf(target) : null
  if (part === null) return
  note(part)
  clearTimeout(idle)
  idle = setTimeout(() => {
    leave(part)
    void send()
  }, IDLE_MS)
})
form.addEventListener('change', ({ target }) => {
  if (!(target instanceof Element)) return
  const part = partOf(target)
  if (part && target instanceof HTMLInputElement && target.type === 'checkbox') leave(part)
  const indicatorId = target.closest<HTMLElement>('[data-common]')?.dataset.common
  for (const cell of indicatorId === undefined ? [] : cellsOf(indicatorId).filter(isFilled)) {
    typed.add(keyOf(cell))
    ready.add(keyOf(cell))
    show(cell, 'menyimpan')
  }
  keep()
  later(WAIT_MS)
})
// Between the numerator and the denominator of one cell nothing is said of it yet.
form.addEventListener('focusout', ({ target, relatedTarget }) => {
  const part = target instanceof Element ? partOf(target) : null
  if (part === null || (relatedTarget instanceof Node && part.contains(relatedTarget))) return
  leave(part)
  later(WAIT_MS)
})

/** The boxes of one column, in the order of the rows that are open. */
const columnOf = (input: HTMLInputElement): HTMLInputElement[] => {
  const suffix = input.name.slice(-2)
  return [
    ...(input.closest('section')?.querySelectorAll<HTMLInputElement>('[data-cell] input') ?? []),
  ].filter(one => one.name.endsWith(suffix) && one.type !== 'hidden' && one.offsetParent !== null)
}

// Enter goes on to the next row, as in a table; it sends nothing.
form.addEventListener('keydown', event => {
  const { target } = event
  if (event.key !== 'Enter' || !(target instanceof HTMLInputElement) || !target.closest('[data-cell]')) return
  event.preventDefault()
  const column = columnOf(target)
  const next = column[column.indexOf(target) + (event.shiftKey ? -1 : 1)]
  if (next) {
    next.focus()
    next.select()
  } else target.blur()
})

// Rows copied out of a spreadsheet fill the rows from here on.
form.addEventListener('paste', event => {
  const { target } = event
  if (!(target instanceof HTMLInputElement) || !target.closest('[data-cell]')) return
  const rows = (event.clipboardData?.getData('text') ?? '').replace(/\r?\n$/, '').split(/\r?\n/)
  if (rows.length < 2 && !rows[0]?.includes('\t')) return
  event.preventDefault()
  const column = columnOf(target)
  const from = column.indexOf(target)
  rows.forEach((row, nth) => {
    const part = column[from + nth]?.closest<HTMLElement>('[data-cell]')
    if (!part) return
    const boxes = [...part.querySelectorAll<HTMLInputElement>(BOXES)]
    const first = boxes.findIndex(one => one.name.slice(-2) === target.name.slice(-2))
    row.split('\t').forEach((text, at) => {
      const into = boxes[first + at]
      if (into) into.value = text.trim()
    })
    leave(part)
  })
  later(WAIT_MS)
})

form.addEventListener('submit', event => {
  if (!isAsking) return
  event.preventDefault()
  pressed = event.submitter
})

addEventListener('online', () => void send())
addEventListener('pagehide', keep)

// What was typed here before and never arrived.
for (const [key, { texts, revision }] of Object.entries(kept())) {
  const part = findPart(key)
  const held = box(`${key}|r`)
  if (part === null || held === null) continue
  namesIn(key).forEach((name, nth) => {
    const found = box(name)
    if (found instanceof HTMLInputElement && found.type === 'checkbox') found.checked = texts[nth] !== ''
    else if (found) found.value = texts[nth] ?? ''
  })
  if (!isChanged(key)) continue
  // Whoever has changed it since is told of by the server.
  held.value = revision
  typed.add(key)
  ready.add(key)
  show(part, 'menyimpan')
  part.closest('details')?.setAttribute('open', '')
}
keep()
line.textContent = line.dataset.hint ?? ''
void send()
