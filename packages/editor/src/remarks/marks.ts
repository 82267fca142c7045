// What stands beside the text, marked at its words in one text. Invariants:
// 1. Marks are never part of the text, and nothing here writes.
// 2. Anchors name units; where they stand is looked up when the list or others' text has changed. Between two look-ups
//    ProseMirror's mapping carries the marks.
// 3. Nothing is drawn while a composition runs: a mark that splits the composed text would end it. Its end asks again.
import type { Node as PmNode } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Desk } from '../desk/desk'
import { readCaret } from '../text/caret-sync'
import type { EditorRemark } from './remark'

const remarksKey = new PluginKey<DecorationSet>('remarks')

const lineAt = (doc: PmNode, lineId: string): { from: number; to: number } | null => {
  let found: { from: number; to: number } | null = null
  doc.forEach((line, at) => {
    if (line.attrs.id === lineId) found = { from: at, to: at + line.nodeSize }
  })
  return found
}

function decorations(
  remarks: readonly EditorRemark[],
  name: string,
  doc: PmNode,
  place: (relative: unknown) => number | null,
): DecorationSet {
  const marks = remarks.flatMap(({ id, kind, anchor }) => {
    if (anchor.root !== name) return []
    const attributes = { class: `nt-remark nt-remark-${kind}`, 'data-remark': id }
    const { units } = anchor
    const from = units && place({ item: units.from, assoc: 0 })
    const to = units && place({ item: units.to, assoc: -1 })
    if (from !== null && to !== null && from < to && to <= doc.content.size)
      return [Decoration.inline(from, to, attributes)]
    const line = lineAt(doc, anchor.line)
    return line === null
      ? []
      : [Decoration.node(line.from, line.to, { ...attributes, class: 'nt-remark-line' })]
  })
  return DecorationSet.create(doc, marks)
}

/** The remark at which something was pressed. */
const pressed = (event: Event): string | null =>
  event.target instanceof Element
    ? (event.target.closest<HTMLElement>('[data-remark]')?.dataset.remark ?? null)
    : null

/** The marks of one text, drawn by `drawRemarks`. */
export function remarkMarks(desk: Desk): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: remarksKey,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, old) {
        const drawn: unknown = tr.getMeta(remarksKey)
        return drawn instanceof DecorationSet ? drawn : old.map(tr.mapping, tr.doc)
      },
    },
    props: {
      decorations: state => remarksKey.getState(state),
      handleDOMEvents: {
        click(_view, event) {
          const id = pressed(event)
          if (id !== null && document.getSelection()?.isCollapsed !== false) desk.remarks.open(id)
          return false
        },
      },
    },
  })
}

/** Draws the marks of a text anew, unless a composition holds it up. */
export function drawRemarks(
  view: EditorView,
  desk: Desk,
  source: { readonly name: string; place(relative: unknown): number | null },
): void {
  if (view.isDestroyed || view.composing) return
  const list = desk.remarks.list.get()
  const shown = remarksKey.getState(view.state) ?? DecorationSet.empty
  if (list.length === 0 && shown.find().length === 0) return
  readCaret(view)
  const next = decorations(list, source.name, view.state.doc, source.place)
  view.dispatch(view.state.tr.setMeta(remarksKey, next).setMeta('addToHistory', false))
}
