// Who does a tindak lanjut and until when: native controls, so that they work with any keyboard, phone and screen
// reader. Each control writes one key of the line. A value this build does not know is shown and kept.
import type { Attrs } from '@tiptap/pm/model'
import type { Desk } from '../desk/desk'

export interface FactsActions {
  set(keys: Record<string, string | null>): void
  /** Puts the caret back at the end of the line's words. */
  leave(): void
}

const PRIORITAS = ['rendah', 'sedang', 'tinggi', 'mendesak'] as const
const STRATEGI = ['a', 'b', 'c'] as const
const JABATAN_LENGTH = 120

type Key = 'owner' | 'jabatan' | 'tenggat' | 'prioritas' | 'strategi'
type Control = HTMLInputElement | HTMLSelectElement

export class FactsPanel {
  readonly dom: HTMLElement
  readonly #controls = new Map<Key, Control>()
  readonly #texts = new Map<Key, HTMLElement>()
  readonly #facts = new Map<Key, HTMLElement>()
  readonly #shownValues = new Map<Key, string>()
  readonly #stop: () => void
  #attrs: Attrs = {}

  constructor(
    private readonly desk: Desk,
    private readonly actions: FactsActions,
  ) {
    const { words } = desk
    this.dom = document.createElement('div')
    this.dom.className = 'nt-facts'
    this.dom.contentEditable = 'false'
    this.dom.setAttribute('role', 'group')
    this.dom.setAttribute('aria-label', words.t('editor.tl.group'))
    this.#add('owner', words.t('editor.tl.owner'), select(this.#owners()))
    this.#add('jabatan', words.t('editor.tl.jabatan'), textInput(words.t('editor.tl.jabatan')))
    this.#add('tenggat', words.t('editor.tl.tenggat'), dateInput())
    this.#add(
      'prioritas',
      words.t('editor.tl.prioritas'),
      select([
        ['', words.t('editor.tl.prioritas.none')],
        ...PRIORITAS.map(code => [code, words.t(`editor.tl.prioritas.${code}`)] as const),
      ]),
    )
    this.#add(
      'strategi',
      words.t('editor.tl.strategi'),
      select([
        ['', words.t('editor.tl.strategi.none')],
        ...STRATEGI.map(code => [code, words.t(`editor.tl.strategi.${code}`)] as const),
      ]),
    )
    this.dom.addEventListener('keydown', event => {
      if (event.key !== 'Escape' && event.key !== 'Enter') return
      event.preventDefault()
      actions.leave()
    })
    this.#stop = desk.editable.subscribe(() => this.#mode())
    this.#mode()
  }

  #owners(): (readonly [string, string])[] {
    return [
      ['', this.desk.words.t('editor.tl.owner.none')],
      ...this.desk.directory.opds.map(opd => [opd.id, opd.shortName] as const),
    ]
  }

  #add(key: Key, name: string, control: Control) {
    const fact = document.createElement('span')
    fact.className = `nt-fact nt-${key}`
    const label = document.createElement('label')
    const caption = document.createElement('span')
    caption.className = 'nt-fact-name'
    caption.textContent = name
    control.className = 'nt-fact-control'
    control.setAttribute('aria-label', name)
    label.append(caption, control)
    const text = document.createElement('span')
    text.className = 'nt-fact-text'
    fact.append(label, text)
    this.dom.append(fact)
    this.#controls.set(key, control)
    this.#texts.set(key, text)
    this.#facts.set(key, fact)
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
    for (const [key, control] of this.#controls) {
      const value = typeof attrs[key] === 'string' ? attrs[key] : ''
      if (control instanceof HTMLSelectElement) offer(control, value, this.desk)
      // A date half typed reads as empty: only a new value may replace it.
      const news = this.#shownValues.get(key) !== value
      if ((news || document.activeElement !== control) && control.value !== value) control.value = value
      this.#shownValues.set(key, value)
      const fact = this.#facts.get(key)
      fact?.classList.toggle('nt-fact-empty', value === '')
      if (fact) fact.dataset.value = value
      const text = this.#texts.get(key)
      if (text) text.textContent = this.#shown(key, value)
    }
  }

  #shown(key: Key, value: string): string {
    if (value === '') return ''
    if (key === 'tenggat')
      return /^\d{4}-\d\d-\d\d$/.test(value) ? this.desk.words.date(value, 'short') : value
    const control = this.#controls.get(key)
    if (control instanceof HTMLSelectElement) return control.selectedOptions[0]?.textContent ?? value
    return value
  }

  #mode() {
    this.dom.classList.toggle('nt-facts-edit', this.desk.editable.get())
    for (const control of this.#controls.values()) control.disabled = !this.desk.editable.get()
    this.show(this.#attrs)
  }

  destroy() {
    this.#stop()
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
