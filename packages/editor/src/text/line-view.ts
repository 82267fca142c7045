// Draws one line. The words stand in the same element whatever the kind becomes, so a change of kind by somebody
// else never rebuilds what is being typed or composed; only the chrome around the words comes and goes.
import type { Node as PmNode } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView, NodeView, ViewMutationRecord } from '@tiptap/pm/view'
import type { Desk } from '../desk/desk'
import { TableView } from '../table/table-view'
import { FactsPanel } from './facts-panel'
import { iconElement } from './icons'
import { kindOf, levelOf } from './line-commands'
import type { MountText } from './mounted-text'
import { WorkMark } from './work-mark'

/** Kinds this build draws; any other is shown under its own name and left alone. */
const KNOWN = new Set([
  'paragraf',
  'judul',
  'butir',
  'nomor',
  'keputusan',
  'tindak-lanjut',
  'kutipan',
  'gambar',
  'tabel',
  'batas-halaman',
])

export class LineView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement
  #node: PmNode
  #kind: string | null = null
  /** The class of its kind. */
  #look: string | null = null
  #tag: HTMLElement | null = null
  #facts: FactsPanel | null = null
  #work: WorkMark | null = null
  #table: TableView | null = null

  constructor(
    node: PmNode,
    private readonly view: EditorView,
    private readonly getPos: () => number | undefined,
    private readonly desk: Desk,
    private readonly mountCell: MountText | null,
  ) {
    this.dom = document.createElement('div')
    this.contentDOM = document.createElement('div')
    this.contentDOM.className = 'nt-words'
    this.dom.append(this.contentDOM)
    this.#node = node
    this.#draw(node)
  }

  update(node: PmNode): boolean {
    if (node.type !== this.#node.type) return false
    this.#node = node
    this.#draw(node)
    return true
  }

  #draw(node: PmNode) {
    const kind = kindOf(node)
    if (kind !== this.#kind) this.#setKind(kind)
    this.dom.dataset.level = String(levelOf(node))
    if (typeof node.attrs.id === 'string') this.dom.dataset.line = node.attrs.id
    else delete this.dom.dataset.line
    // Where a link from another rapat leads.
    const isLinked = kind === 'keputusan' || kind === 'tindak-lanjut'
    if (isLinked && typeof node.attrs.id === 'string') this.dom.id = `line-${node.attrs.id}`
    else this.dom.removeAttribute('id')
    this.dom.classList.toggle('nt-blank', node.content.size === 0)
    this.#facts?.show(node.attrs)
    this.#work?.show(typeof node.attrs.id === 'string' ? node.attrs.id : null)
    this.#drawTable(kind === 'tabel' && typeof node.attrs.id === 'string' ? node.attrs.id : null)
  }

  #setKind(kind: string) {
    const { dom, desk } = this
    this.#kind = kind
    // Other classes on the element are ProseMirror's decorations.
    if (this.#look) dom.classList.remove(this.#look)
    this.#look = `nt-${KNOWN.has(kind) ? kind : 'unknown'}`
    dom.classList.add('nt-line', this.#look)
    dom.dataset.kind = kind
    if (kind === 'judul') {
      dom.setAttribute('role', 'heading')
      dom.setAttribute('aria-level', '4')
    } else {
      dom.removeAttribute('role')
      dom.removeAttribute('aria-level')
    }
    this.#tag?.remove()
    this.#tag = this.#tagFor(kind)
    if (this.#tag) dom.prepend(this.#tag)
    if (kind !== 'tindak-lanjut') {
      this.#dropFacts()
    } else if (!this.#facts) {
      this.#facts = new FactsPanel(desk, {
        set: keys => this.#setKeys(keys),
        focusWords: () => this.#focusEnd(),
      })
      this.#work = new WorkMark(desk)
      dom.append(this.#facts.summary, this.#facts.form, this.#work.dom)
    }
    const hint =
      kind === 'tabel'
        ? desk.words.t('editor.placeholder.tabel')
        : kind === 'keputusan'
          ? desk.words.t('editor.placeholder.keputusan')
          : kind === 'tindak-lanjut'
            ? desk.words.t('editor.placeholder.tindak-lanjut')
            : null
    if (hint) this.contentDOM.dataset.hint = hint
    else delete this.contentDOM.dataset.hint
  }

  /** The cells belong to the line's id, which a new line gets from the binding only after it is drawn. */
  #drawTable(id: string | null) {
    if (this.#table?.id === id || (!this.#table && id === null)) return
    this.#dropTable()
    if (id === null || !this.mountCell) return
    this.#table = new TableView(id, this.desk, this.mountCell, {
      leave: () => this.#focusEnd(),
      below: () => this.#focusBelow(),
      remove: () => this.#removeSelf(),
    })
    this.dom.append(this.#table.dom)
  }

  #dropFacts() {
    const facts = this.#facts
    if (!facts) return
    this.#facts = null
    const focused = facts.form.contains(document.activeElement)
    facts.remove()
    this.#work?.remove()
    this.#work = null
    if (focused && !this.view.isDestroyed) this.view.focus()
  }

  #dropTable() {
    const table = this.#table
    if (!table) return
    this.#table = null
    // A cell that goes away under the caret (an undo, another's deletion) must not leave the keyboard nowhere.
    const focused = table.dom.contains(document.activeElement)
    table.dom.remove()
    table.destroy()
    if (focused && !this.view.isDestroyed) this.view.focus()
  }

  #tagFor(kind: string): HTMLElement | null {
    const { words } = this.desk
    const marked = kind === 'keputusan' || kind === 'tindak-lanjut'
    if (KNOWN.has(kind) && !marked && kind !== 'batas-halaman') return null
    const tag = document.createElement('div')
    tag.className = KNOWN.has(kind) ? 'nt-tag' : 'nt-unknown-note'
    tag.contentEditable = 'false'
    if (marked) tag.append(iconElement(kind), words.t(`notula.${kind}`))
    else
      tag.append(
        kind === 'batas-halaman' ? words.t('notula.batas-halaman') : words.t('notula.unknown', { kind }),
      )
    return tag
  }

  #setKeys(keys: Record<string, string | null>) {
    const pos = this.getPos()
    if (pos === undefined || !this.desk.editable.get()) return
    const tr = this.view.state.tr
    for (const [key, value] of Object.entries(keys)) {
      if (this.#node.attrs[key] !== value) tr.setNodeAttribute(pos, key, value)
    }
    if (tr.docChanged) this.view.dispatch(tr)
  }

  #focusEnd() {
    const pos = this.getPos()
    if (pos === undefined) return
    const at = pos + 1 + this.#node.content.size
    this.view.dispatch(this.view.state.tr.setSelection(TextSelection.create(this.view.state.doc, at)))
    this.view.focus()
  }

  #focusBelow() {
    const pos = this.getPos()
    if (pos === undefined) return
    const next = pos + this.#node.nodeSize
    if (next >= this.view.state.doc.content.size) return
    this.view.dispatch(this.view.state.tr.setSelection(TextSelection.create(this.view.state.doc, next + 1)))
    this.view.focus()
  }

  #removeSelf(): () => void {
    const { view } = this
    const pos = this.getPos()
    const node = this.#node
    if (pos === undefined) return () => {}
    view.dispatch(view.state.tr.delete(pos, pos + node.nodeSize))
    view.focus()
    return () => {
      if (view.isDestroyed) return
      // Between two lines: what was written since may have moved the place.
      const $at = view.state.doc.resolve(Math.min(pos, view.state.doc.content.size))
      const at = $at.depth === 0 ? $at.pos : $at.before(1)
      view.dispatch(view.state.tr.insert(at, node))
    }
  }

  #inChrome(target: EventTarget | null): boolean {
    return (
      target instanceof Node &&
      this.dom.contains(target) &&
      target !== this.dom &&
      !this.contentDOM.contains(target)
    )
  }

  stopEvent(event: Event): boolean {
    return this.#inChrome(event.target)
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    if (mutation.type === 'selection') return this.#inChrome(mutation.target)
    return !this.contentDOM.contains(mutation.target)
  }

  destroy() {
    this.#dropFacts()
    this.#dropTable()
  }
}
