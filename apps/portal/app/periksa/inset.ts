// The script of `choose-file.tsx`, bundled on its own (vite.insets.ts): the pages that check a record bring no other.
// A file never leaves the browser; its hash goes into the form beside, which asks the server as if it had been pasted.
import { hashOf, isPdf, LARGEST } from './sha256'

const box = document.getElementById('pilih-berkas') as HTMLElement
const chooser = box.querySelector('input') as HTMLInputElement
const said = document.getElementById('hasil-berkas') as HTMLElement
const words = said.querySelector('span') as HTMLElement
/** Stands behind this script. */
const field = () => document.getElementById('hash') as HTMLInputElement
/** Of two files chosen one after the other the later counts. */
let turn = 0

const say = (what: 'counting' | 'large' | 'empty' | 'pdf' | 'failed', part?: number): void => {
  said.toggleAttribute('data-wrong', what !== 'counting')
  const percent = part === undefined ? '' : ` ${Math.floor(part * 100)}%`
  words.textContent = (box.dataset[what] ?? '') + percent
}

async function check(file: File | undefined): Promise<void> {
  if (file === undefined) return
  const own = ++turn
  const tell = (part?: number): void => {
    if (own === turn) say('counting', part)
  }
  if (file.size === 0) return say('empty')
  if (file.size > LARGEST) return say('large')
  try {
    if (!(await isPdf(file))) return say('pdf')
    tell()
    const hash = await hashOf(file, globalThis.crypto?.subtle, tell)
    if (own !== turn) return
    field().value = hash
    field().form?.requestSubmit()
  } catch {
    // Taken away meanwhile, or too much for the memory of this device.
    if (own === turn) say('failed')
  }
}

box.hidden = false
chooser.addEventListener('change', () => void check(chooser.files?.[0]))
const over = (isOver: boolean) => (event: DragEvent) => {
  event.preventDefault()
  box.toggleAttribute('data-over', isOver)
}
box.addEventListener('dragover', over(true))
box.addEventListener('dragleave', over(false))
box.addEventListener('drop', event => {
  over(false)(event)
  void check(event.dataTransfer?.files[0])
})
// Whoever comes back to the page chooses anew.
addEventListener('pageshow', () => {
  chooser.value = ''
})
