import type { Node } from '@tiptap/pm/model'
import { type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { LineStore } from '../line/line-store'
import { drawLines } from './draw'
import { findSpot, type Spot, spotAt } from './positions'
import { Renderer, type ShownLine } from './shown-line'

// What one view shows of a text.
// 1. `drawn[i]` is what child i of `lastDoc` shows, and `lastDoc` is the view's document except in the midst of a
//    person's own change. Nodes of the view are the ones remembered, so that they may be compared by identity.
// 2. `held` says that the view lags behind Y: a composition holds changes back, or a change came amid another.
//    Then positions go by Yjs' names of units, never by counting. [N15]
// 3. `epoch` moves with every change that has been dealt with; steps collected before it moved are void.

/** Meta of transactions that draw; they are nobody's edit. */
export const LINE_SYNC = 'mufakat-line-sync'

/** What the binding needs of a view; an EditorView has it, and so has a test without a DOM. */
export interface SyncedView {
  readonly state: EditorState
  readonly composing?: boolean
  dispatch(tr: Transaction): void
}

/** An empty text shows one line; nothing is written until somebody types in it. */
export const shownLinesOf = (store: LineStore, renderer: Renderer): ShownLine[] => {
  const { lines } = store.layout
  const [head] = store.segments
  const shown = lines.length || !head ? lines : [{ root: head, parts: [head] }]
  return shown.map(line => renderer.show(line))
}

export class Drawing {
  drawn: ShownLine[] = []
  lastDoc: Node
  held = false
  epoch = 0
  private readonly renderer: Renderer

  constructor(
    readonly view: SyncedView,
    private readonly store: LineStore,
    epoch: number,
  ) {
    this.epoch = epoch + 1
    this.lastDoc = view.state.doc
    this.renderer = new Renderer(view.state.schema)
  }

  get composing(): boolean {
    return this.view.composing === true
  }

  wanted(): ShownLine[] {
    return shownLinesOf(this.store, this.renderer)
  }

  /** Shows the text in a view that shows something else, or nothing. */
  begin(): void {
    const lines = this.wanted()
    const { doc } = this.view.state
    const same = doc.childCount === lines.length && lines.every((line, i) => line.node.eq(doc.child(i)))
    if (same) this.adopt(lines, doc)
    else this.drawOver(lines)
  }

  adopt(lines: ShownLine[], doc: Node): void {
    lines.forEach((line, i) => {
      line.node = doc.child(i)
    })
    this.drawn = lines
    this.lastDoc = doc
    this.held = false
    this.epoch++
  }

  dispatch(tr: Transaction): void {
    this.view.dispatch(tr.setMeta('addToHistory', false).setMeta(LINE_SYNC, { drawn: true }))
  }

  /** Replaces everything the view shows; nothing is written. */
  drawOver(lines: ShownLine[]): void {
    const { state } = this.view
    const { tr, doc } = state
    tr.replaceWith(
      0,
      doc.content.size,
      lines.map(line => line.node),
    )
    const head = Math.min(state.selection.head, tr.doc.content.size)
    tr.setSelection(Selection.near(tr.doc.resolve(head)))
    this.adopt(lines, tr.doc)
    this.dispatch(tr)
  }

  /** Shows what Y says now, by the smallest steps. During a composition the line composed in is left alone. */
  draw(): void {
    const { state } = this.view
    if (state.doc !== this.lastDoc) {
      this.held = true
      return
    }
    const wanted = this.wanted()
    const target = this.composing ? this.withoutComposed(wanted) : wanted
    if (!target) return
    const spots = this.selectionSpots(state)
    const tr = drawLines(state, this.drawn, target)
    const held = this.held && this.composing
    this.adopt(target, tr?.doc ?? state.doc)
    this.held = held
    if (!tr) return
    this.restoreSelection(tr, spots)
    this.dispatch(tr)
  }

  /** The lines to show while one is composed in: that one as it stands; null when the lines themselves changed. */
  private withoutComposed(wanted: ShownLine[]): ShownLine[] | null {
    const { doc, selection } = this.view.state
    this.held = true
    if (wanted.length !== this.drawn.length || wanted.some((line, i) => line.root !== this.drawn[i]?.root))
      return null
    const first = doc.resolve(selection.from).index(0)
    const last = doc.resolve(selection.to).index(0)
    return wanted.map((line, i) => (i >= first && i <= last ? (this.drawn[i] ?? line) : line))
  }

  private selectionSpots({ selection, doc }: EditorState): [Spot, Spot] | null {
    if (!(selection instanceof TextSelection)) return null
    const anchor = spotAt(this.drawn, doc, selection.anchor)
    const head = spotAt(this.drawn, doc, selection.head)
    return anchor && head ? [anchor, head] : null
  }

  /** A caret stays behind the unit it stood behind, also when its line was moved or cut in two. */
  private restoreSelection(tr: Transaction, spots: [Spot, Spot] | null): void {
    if (!spots) return
    const anchor = findSpot(this.drawn, tr.doc, spots[0])
    const head = findSpot(this.drawn, tr.doc, spots[1])
    if (anchor === null || head === null) return
    if (tr.selection.anchor !== anchor || tr.selection.head !== head)
      tr.setSelection(TextSelection.between(tr.doc.resolve(anchor), tr.doc.resolve(head)))
  }
}
