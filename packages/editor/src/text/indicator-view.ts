// An indicator among the words: its name, as it was written down, and what it stands at, which is no part of the text and
// never written here. The static view draws the same (`apps/portal/app/notula/spans.tsx`).
import type { Node as PmNode } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import type { Desk } from '../desk/desk'

const part = (name: string, text: string): HTMLElement => {
  const element = document.createElement('span')
  element.className = name
  element.textContent = text
  return element
}

export class IndicatorView implements NodeView {
  readonly dom: HTMLElement
  readonly #stop: () => void
  #node: PmNode

  constructor(
    node: PmNode,
    private readonly desk: Desk,
  ) {
    this.dom = document.createElement('span')
    this.dom.className = 'nt-angka'
    this.dom.contentEditable = 'false'
    this.#node = node
    this.#draw()
    this.#stop = desk.figures.subscribe(() => this.#draw())
  }

  update(node: PmNode): boolean {
    if (node.type !== this.#node.type) return false
    this.#node = node
    this.#draw()
    return true
  }

  #draw(): void {
    const id = String(this.#node.attrs.id)
    const figure = this.desk.figures.get()[id]
    this.dom.dataset.id = id
    this.dom.replaceChildren(part('nt-angka-name', String(this.#node.attrs.label)))
    if (figure === undefined) {
      this.desk.wantFigure(id)
      return
    }
    this.dom.append(' ', part('nt-angka-value', figure.value))
    if (figure.more !== '') this.dom.append(part('nt-angka-more', ` · ${figure.more}`))
  }

  ignoreMutation(): boolean {
    return true
  }

  destroy(): void {
    this.#stop()
  }
}
