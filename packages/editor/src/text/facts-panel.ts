// Who does a tindak lanjut and until when. Read as a summary; while the caret is in the line, native controls stand
// in its place, so that they work with any keyboard, phone and screen reader. Each control writes one key of the
// line. A value this build does not know is shown and kept.
import { PRIORITIES, STRATEGIES } from '@mufakat/domain'
import type { Attrs } from '@tiptap/pm/model'
import type { Desk } from '../desk/desk'
import { drawSummary, type FactKey, factOf } from './facts-summary'
import { island } from './island'

export interface FactsActions {
  set(keys: Record<string, string | null>): void
  /** Puts the caret (back) at the end of the line's words. */
  focusWords(): void
}

const JABATAN_LENGTH = 120

type Control = HTMLInputElement | HTMLSelectElement

export class FactsPanel {
  readonly summary: HTMLElement
  readonly form: HTMLElement
  readonly #controls = new Map<FactKey, { control: Control; fact: HTMLElement; shown: string }>()
  readonly #stop: () => void
  #attrs: Attrs = {}

  constructor(
    private readonly desk: Desk,
    private readonly actions: FactsActions,
  ) {
    const { words } = desk
    this.summary = island('nt-facts')
    this.form = island('nt-facts-edit')
    this.form.setAttribute('role', 'group')
    this.form.setAttribute('aria-label', words.t('editor.tl.group'))
    const owners = desk.directory.opds.map(opd => [opd.id, opd.shortName] as const)
    this.#add('owner', words.t('editor.tl.owner'), select([['', words.t('editor.tl.owner.none')], ...owners]))
    this.#add('jabatan', words.t('editor.tl.jabatan'), textInput(words.t('editor.tl.jabatan')))
    this.#add('tenggat', words.t('editor.tl.tenggat'), dateInput())
    const priorities = PRIORITIES.map(code => [code, words.t(`priority.${code}`)] as const)
    this.#add(
      'prioritas',
      words.t('editor.tl.prioritas'),
      select([['', words.t('editor.tl.prioritas.none')], ...priorities]),
    )
    const strategies = STRATEGIES.map(
      code => [code, `${code.toUpperCase()}. ${words.t(`strategy.${code}`)}`] as const,
    )
    this.#add(
      'strategi',
      words.t('editor.tl.strategi'),
      select([['', words.t('editor.tl.strategi.none')], ...strategies]),
    )
    this.form.addEventListener('keydown', event => {
      if (event.key !== 'Escape' && event.key !== 'Enter') return
      event.preventDefault()
      actions.focusWords()
    })
    this.#stop = desk.editable.subscribe(() => this.#mode())
    this.#mode()
  }

  #add(key: FactKey, name: string, control: Control) {
    const fact = document.createElement('span')
    fact.className = `nt-fact nt-${key}`
    const label = document.createElement('label')
    const caption = document.createElement('span')
    caption.className = 'nt-fact-name'
    caption.textContent = name
    control.className = 'nt-fact-control'
    control.setAttribute('aria-label', name)
    label.append(caption, control)
    fact.append(label)
    this.form.append(fact)
    this.#controls.set(key, { control, fact, shown: '' })
    const send = () => {
      if (control instanceof HTMLInputElement && control.type === 'date' && !plausibleDay(control.value))
        return
      this.actions.set({ [key]: control.value.trim() === '' ? null : control.value })
    }
    control.addEventListener('change', send)
    if (key === 'jabatan') {
      control.addEventListener('input', event => {
        if (!(event instanceof InputEvent && event.isComposing)) send()
      })
    }
  }

  /** Shows the line's values; a control that is being typed in keeps what stands there. */
  show(attrs: Attrs) {
    this.#attrs = attrs
    drawSummary(this.summary, attrs, this.desk, key => this.#edit(key))
    for (const [key, each] of this.#controls) {
      const { control, fact, shown } = each
      const value = factOf(attrs, key)
      if (control instanceof HTMLSelectElement) offer(control, value, this.desk)
      // A date half typed reads as empty: only a new value may replace it.
      const mayReplace = shown !== value || document.activeElement !== control
      if (mayReplace && control.value !== value) control.value = value
      each.shown = value
      fact.dataset.empty = String(value === '')
      fact.dataset.value = value
    }
  }

  #edit(key: FactKey) {
    if (!this.desk.editable.get()) return
    // The caret in the line's words opens the controls, once the pointer is up and the focus has settled.
    this.actions.focusWords()
    setTimeout(() => setTimeout(() => this.#controls.get(key)?.control.focus()))
  }

  #mode() {
    for (const { control } of this.#controls.values()) control.disabled = !this.desk.editable.get()
    this.form.hidden = !this.desk.editable.get()
    this.show(this.#attrs)
  }

  remove() {
    this.#stop()
    this.summary.remove()
    this.form.remove()
  }
}

/** A year half typed ("0002") is not a tenggat yet. */
function plausibleDay(value: string): boolean {
  return value === '' || /^(19|20|21)\d\d-\d\d-\d\d$/.test(value)
}

function select(options: readonly (readonly [string, string])[]): HTMLSelectElement {
  const element = document.createElement('select')
  for (const [value, text] of options) element.append(new Option(text, value))
  return element
}

/** A value from elsewhere (an OPD no longer listed, a newer code) becomes an option, so that it is not lost. */
function offer(element: HTMLSelectElement, value: string, desk: Desk) {
  if ([...element.options].some(option => option.value === value)) return
  element.append(new Option(desk.words.t('editor.tl.unknown', { value }), value))
}

function textInput(placeholder: string): HTMLInputElement {
  const input = document.createElement('input')
  input.type = 'text'
  input.maxLength = JABATAN_LENGTH
  input.placeholder = placeholder
  input.autocomplete = 'off'
  return input
}

function dateInput(): HTMLInputElement {
  const input = document.createElement('input')
  input.type = 'date'
  input.min = '2000-01-01'
  input.max = '2199-12-31'
  return input
}
