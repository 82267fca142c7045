import type { Node, Schema } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { LineStore } from '../line/line-store'
import { type ChangedRange, differingRange } from './changed-ranges'
import { Drawing, type SyncedView, shownLinesOf } from './drawing'
import { applyEdits } from './edits'
import { mayRevive } from './known-ids'
import { type Matched, matchLines } from './match'
import { Places } from './places'
import { type Plan, planEdits } from './plan'
import { findSpot, relativeOf, spotAt } from './positions'
import { restale } from './restale'
import { Renderer } from './shown-line'

// Keeps one ProseMirror view and one Y.Text in step.
// 1. Y is the truth. What a person does is written to Y once; what the view shows is drawn from Y. Drawing never
//    writes: no repair, no missing id, no trailing line in response to somebody else's change. [N2]
// 2. Ids are given here alone. [N8]
// 3. After a person's own change the view and Y say the same, or the view is drawn again from Y.

export class LineBinding {
  readonly doc: Y.Doc
  /** How often a person's own change was not said exactly and was drawn again. A measure for tests. */
  redrawn = 0
  private store: LineStore
  private drawing: Drawing | null = null
  private lastEpoch = 0

  constructor(readonly text: Y.Text) {
    if (!text.doc) throw new Error('the text is in no document')
    this.doc = text.doc
    this.store = new LineStore(text)
  }

  /** Moves with every change that has been dealt with. */
  get epoch(): number {
    return this.drawing?.epoch ?? this.lastEpoch
  }

  private readonly follow = (
    events: Y.YEvent<Y.AbstractType<unknown>>[],
    transaction: Y.Transaction,
  ): void => {
    this.store.follow(events, transaction)
    if (transaction.origin !== this) this.drawing?.draw()
  }

  /** From now on the view shows the text. A view comes and goes when an editor changes its plugins. */
  attach(view: SyncedView): void {
    this.detach()
    this.store = new LineStore(this.text)
    this.text.observeDeep(this.follow)
    this.drawing = new Drawing(view, this.store, this.lastEpoch)
    this.drawing.begin()
  }

  detach(): void {
    if (!this.drawing) return
    this.text.unobserveDeep(this.follow)
    this.lastEpoch = this.drawing.epoch
    this.drawing = null
  }

  /** Shows what Y says now; to be called when a composition has ended. */
  draw(): void {
    this.drawing?.draw()
  }

  /** The document the text stands for, e.g. to make a first state of. */
  toDoc(schema: Schema): Node {
    const store = this.drawing ? this.store : new LineStore(this.text)
    const lines = shownLinesOf(store, new Renderer(schema))
    return schema.topNodeType.create(
      null,
      lines.map(line => line.node),
    )
  }

  /** Takes over what a person did; `ranges` is what their steps changed, null when that is not known. */
  takeOver(ranges: readonly ChangedRange[] | null): void {
    const drawing = this.drawing
    if (!drawing) return
    const before = drawing.lastDoc
    const { doc } = drawing.view.state
    drawing.epoch++
    if (doc === before) {
      if (drawing.held && !drawing.composing) drawing.draw()
      return
    }
    if (drawing.drawn.length !== before.childCount) {
      drawing.drawOver(drawing.wanted())
      return
    }
    const matched = matchLines(before, doc, ranges ?? differingRange(before, doc), drawing.drawn)
    const rootBefore = drawing.drawn[matched.before - 1]?.root ?? null
    const context = { store: this.store, mayRevive: (id: string) => mayRevive(this.doc, this.text, id) }
    const plan = planEdits(context, matched, rootBefore)
    const clock = Y.getState(this.doc.store, this.doc.clientID)
    const { edits } = plan
    if (!edits.empty) {
      const inherits = new Places(this.store).inherits(edits)
      this.doc.transact(() => applyEdits(this.text, edits, inherits), this)
    }
    drawing.lastDoc = doc
    if (drawing.held) this.keepStale(drawing, matched, plan, clock)
    else this.settle(drawing, plan)
  }

  /** While changes are held back the drawn lines follow the person's own change only. */
  private keepStale(drawing: Drawing, matched: Matched, plan: Plan, clock: number): void {
    const own = { client: this.doc.clientID, clock }
    const lines = restale(drawing.drawn, matched, drawing.wanted(), own)
    if (!lines) {
      // A change of lines amid a composition: nothing can be held back any longer.
      this.settle(drawing, plan)
      return
    }
    drawing.drawn = lines
    if (!drawing.composing) drawing.draw()
  }

  /** Gives lines their ids and makes sure that the view shows what Y says. */
  private settle(drawing: Drawing, plan: Plan): void {
    const wanted = drawing.wanted()
    const { doc, tr } = drawing.view.state
    const idOf = (i: number, node: Node): unknown => plan.ids.get(i) ?? node.attrs.id
    const agree =
      wanted.length === doc.childCount &&
      wanted.every(({ node: said }, i) => {
        const node = doc.child(i)
        return (
          said === node || (said.sameMarkup(withId(node, idOf(i, node))) && said.content.eq(node.content))
        )
      })
    if (!agree) {
      if (doc.childCount > 0) this.redrawn++
      drawing.drawOver(wanted)
      return
    }
    if (plan.ids.size && !drawing.composing)
      doc.forEach((node, pos, i) => {
        const id = idOf(i, node)
        if (id !== node.attrs.id) tr.setNodeAttribute(pos, 'id', id)
      })
    drawing.adopt(wanted, tr.doc)
    if (tr.docChanged) drawing.dispatch(tr)
  }

  /** A place in the text that others can find whatever happens meanwhile, as JSON; null where there is none. */
  toRelative(pos: number): unknown {
    const drawing = this.drawing
    const spot = drawing ? spotAt(drawing.drawn, drawing.view.state.doc, pos) : null
    return spot ? relativeOf(this.store, spot) : null
  }

  /** The position in the view of a place made by `toRelative` here or at another person's; null if out of sight. */
  toAbsolute(relative: unknown): number | null {
    const drawing = this.drawing
    if (!drawing || typeof relative !== 'object' || relative === null) return null
    try {
      const place = Y.createRelativePositionFromJSON(relative)
      const found = Y.createAbsolutePositionFromRelativePosition(place, this.doc)
      if (!found || found.type !== this.text) return null
      const segment = this.store.segmentAt(found.index)
      const spot = { segment, index: found.index - segment.start, left: [] }
      return findSpot(drawing.drawn, drawing.view.state.doc, spot)
    } catch {
      // A place that another build or a stranger made up.
      return null
    }
  }
}

/** Whether a place made by `toRelative` elsewhere names a unit that this copy does not have yet: its text is on the way. */
export function isAhead(doc: Y.Doc, relative: unknown): boolean {
  if (typeof relative !== 'object' || relative === null) return false
  try {
    const { item } = Y.createRelativePositionFromJSON(relative)
    return item !== null && item.clock >= Y.getState(doc.store, item.client)
  } catch {
    return false
  }
}

const withId = (node: Node, id: unknown): Node =>
  node.attrs.id === id ? node : node.type.create({ ...node.attrs, id }, null, node.marks)
