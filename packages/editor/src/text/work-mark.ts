// How far the work of a tindak lanjut is, under its facts: not part of the text, and never written here. The same signs
// and words as in the static view.
import type { Desk } from '../desk/desk'
import type { LineWork } from '../work'
import { iconElement } from './icons'
import { island } from './island'

export class WorkMark {
  readonly dom: HTMLElement
  readonly #stop: () => void
  #lineId: string | null = null

  constructor(private readonly desk: Desk) {
    this.dom = island('nt-work')
    this.#stop = desk.work.subscribe(() => this.#draw())
  }

  show(lineId: string | null): void {
    if (lineId === this.#lineId) return
    this.#lineId = lineId
    this.#draw()
  }

  remove(): void {
    this.#stop()
    this.dom.remove()
  }

  #draw(): void {
    const work = this.#lineId === null ? undefined : this.desk.work.get()[this.#lineId]
    this.dom.hidden = work === undefined
    this.dom.replaceChildren(...(work === undefined ? [] : [wordOf(work)]))
  }
}

function wordOf({ status, href, text }: LineWork): HTMLElement {
  const word = document.createElement(href === null ? 'span' : 'a')
  if (word instanceof HTMLAnchorElement && href !== null) word.href = href
  word.className = 'nt-work-state'
  word.dataset.status = status
  word.append(iconElement(status), text)
  return word
}
