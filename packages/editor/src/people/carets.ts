// The others' carets in one text. Positions are relative (they name characters, not offsets) and are looked up
// again after each change; between two look-ups ProseMirror's mapping carries them. Nothing is drawn while a
// composition runs: a caret that splits the composed text node would end it. A caret comes at once, its text only when
// it is committed: until then the caret stays where it was last drawn.
import type { Present } from '@mufakat/live'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { readCaret } from '../text/caret-sync'

const caretsKey = new PluginKey<DecorationSet>('carets')

export interface CaretOnWire {
  /** Name of the root Y.Text. */
  text: string
  anchor: unknown
  head: unknown
}

export function caretOf(present: Present): CaretOnWire | null {
  const caret: unknown = present.caret
  if (typeof caret !== 'object' || caret === null || !('text' in caret) || !('head' in caret)) return null
  const { text, head } = caret
  if (typeof text !== 'string') return null
  return { text, head, anchor: 'anchor' in caret ? caret.anchor : head }
}

/** Colours of people in the palette of ui; the index on the wire is any number. */
const PERSON_COLOURS = 8

export function colourOf(present: Present): number {
  return ((present.color % PERSON_COLOURS) + PERSON_COLOURS) % PERSON_COLOURS
}

function caretElement(present: Present): HTMLElement {
  const caret = document.createElement('span')
  caret.className = `nt-caret nt-person-${colourOf(present)}`
  const name = document.createElement('span')
  name.className = 'nt-caret-name'
  name.textContent = present.name
  caret.append(name)
  // The presence list says who is here; a name in the middle of a sentence only disturbs a screen reader.
  caret.setAttribute('aria-hidden', 'true')
  return caret
}

export interface CaretSource {
  present(): readonly Present[]
  /** Oneself, not drawn. */
  self(): string | null
  name: string
  place(relative: unknown): number | null
  /** Whether the place is in text that is still on the way. */
  isAhead(relative: unknown): boolean
}

/** `drawn`: what is drawn now, where it stands by now. */
function caretDecorations(
  source: CaretSource,
  doc: EditorView['state']['doc'],
  drawn: DecorationSet,
): DecorationSet {
  const found: Decoration[] = []
  for (const present of source.present()) {
    if (present.sessionKey === source.self()) continue
    const caret = caretOf(present)
    if (!caret || caret.text !== source.name) continue
    const { sessionKey } = present
    if (source.isAhead(caret.head)) {
      found.push(...drawn.find(undefined, undefined, spec => spec.sessionKey === sessionKey))
      continue
    }
    const head = source.place(caret.head)
    if (head === null || head > doc.content.size) continue
    const anchor = source.place(caret.anchor) ?? head
    found.push(
      Decoration.widget(head, () => caretElement(present), {
        key: `${sessionKey}:${present.name}`,
        sessionKey,
        side: 10,
        marks: [],
        ignoreSelection: true,
      }),
    )
    if (anchor !== head && anchor <= doc.content.size) {
      found.push(
        Decoration.inline(
          Math.min(anchor, head),
          Math.max(anchor, head),
          { class: `nt-selected nt-person-${colourOf(present)}` },
          { sessionKey },
        ),
      )
    }
  }
  return DecorationSet.create(doc, found)
}

export function carets(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: caretsKey,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, old) {
        const drawn: unknown = tr.getMeta(caretsKey)
        return drawn instanceof DecorationSet ? drawn : old.map(tr.mapping, tr.doc)
      },
    },
    props: {
      decorations: state => caretsKey.getState(state),
    },
  })
}

/** Draws them anew; true when done, false when a composition holds it up. */
export function drawCarets(view: EditorView, source: CaretSource): boolean {
  if (view.isDestroyed) return true
  if (view.composing) return false
  // Drawing puts the browser's caret where the editor knows it: a Home pressed just now would be undone.
  readCaret(view)
  const shown = caretsKey.getState(view.state) ?? DecorationSet.empty
  const next = caretDecorations(source, view.state.doc, shown)
  if (next.find().length === 0 && shown.find().length === 0) return true
  view.dispatch(view.state.tr.setMeta(caretsKey, next).setMeta('addToHistory', false))
  return true
}
