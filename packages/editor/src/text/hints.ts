// Drawn by CSS, so that it is never part of the text: an item without words says how to begin; a table's empty caption
// and the controls of a tindak lanjut open while the caret is in their line.
import type { EditorState } from '@tiptap/pm/state'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Desk } from '../desk/desk'
import { kindOf } from './line-commands'

/** Kinds that open while the caret is in them. */
const OPENED = new Set(['tabel', 'tindak-lanjut'])

/** Where the opened line stands, or null. */
const openKey = new PluginKey<number | null>('opened-line')

function placeholderOf({ doc }: EditorState, text: string): DecorationSet | null {
  const only = doc.firstChild
  if (doc.childCount !== 1 || !only || only.content.size > 0 || kindOf(only) !== 'paragraf') return null
  return DecorationSet.create(doc, [
    Decoration.node(0, only.nodeSize, { class: 'nt-placeholder', 'data-placeholder': text }),
  ])
}

export function hints(placeholder: string): Plugin {
  return new Plugin({ props: { decorations: state => placeholderOf(state, placeholder) } })
}

const hasFocus = (view: EditorView): boolean => view.dom.contains(document.activeElement)

function lineToOpen(view: EditorView): number | null {
  const { $from } = view.state.selection
  if (!hasFocus(view)) return null
  return $from.depth === 1 && OPENED.has(kindOf($from.parent)) ? $from.before(1) : null
}

/**
 * Opens and closes lines. Never while a pointer is down: what is pressed would move away under it, and the press
 * would end on something else.
 */
export function openedLine(desk: Desk): Plugin<number | null> {
  return new Plugin<number | null>({
    key: openKey,
    state: {
      init: () => null,
      apply(tr, at) {
        const next: unknown = tr.getMeta(openKey)
        if (typeof next === 'object' && next !== null && 'at' in next) return next.at as number | null
        if (at === null || !tr.docChanged) return at
        const mapped = tr.mapping.mapResult(at)
        return mapped.deletedAfter ? null : mapped.pos
      },
    },
    view(view) {
      const settle = () => {
        if (view.isDestroyed || view.composing || desk.pointerHeld.get()) return
        const at = lineToOpen(view)
        if (at !== openKey.getState(view.state)) {
          view.dispatch(view.state.tr.setMeta(openKey, { at }).setMeta('addToHistory', false))
        }
      }
      // The focus moves in two steps, out and in; only where it ends counts.
      const later = () => setTimeout(settle)
      view.dom.addEventListener('focusin', later)
      view.dom.addEventListener('focusout', later)
      const stop = desk.pointerHeld.subscribe(later)
      return {
        // A day that is typed moves on to its next part amid what its change starts, and has the focus nowhere meanwhile.
        update: () => queueMicrotask(() => (hasFocus(view) ? settle() : later())),
        destroy() {
          view.dom.removeEventListener('focusin', later)
          view.dom.removeEventListener('focusout', later)
          stop()
        },
      }
    },
    props: {
      decorations(state) {
        const at = openKey.getState(state) ?? null
        const line = at === null ? null : state.doc.nodeAt(at)
        if (at === null || !line) return null
        return DecorationSet.create(state.doc, [
          Decoration.node(at, at + line.nodeSize, { class: 'nt-here' }),
        ])
      },
    },
  })
}
