// Numbers that look like a NIK or KK, marked where they stand in a text (SPEC.md of domain, X2–X4). Invariants:
// 1. A line is read once: what was found is kept beside its node, which never changes. Typing reads one line again.
// 2. Nothing is drawn anew while a composition runs: a mark that splits the composed text would end it. Its end asks.
// 3. Marks are never part of the text. Masking is an edit like any other of who asks for it.
import { findNikLike, maskNikLike, type TextRange } from '@mufakat/domain'
import type { Node as PmNode } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Desk } from '../desk/desk'

interface Found {
  readonly ranges: readonly TextRange[]
  /** In the jabatan of a tindak lanjut, which stands in a field of its own. */
  readonly inJabatan: boolean
}

/** A number within the words of a text, or the line whose jabatan holds one. */
export type NikPlace =
  | { readonly kind: 'words'; readonly from: number; readonly to: number }
  | { readonly kind: 'jabatan'; readonly at: number }

interface NikMarks {
  readonly places: readonly NikPlace[]
  readonly drawn: DecorationSet
  /** The text has changed since it was read. */
  readonly isStale: boolean
}

const NOTHING: Found = { ranges: [], inJabatan: false }
const NO_MARKS: NikMarks = { places: [], drawn: DecorationSet.empty, isStale: false }
/** What stands for a mention or another leaf: one character, as in positions. */
const LEAF = '\ufffc'

const jabatanOf = (line: PmNode): string => (typeof line.attrs.jabatan === 'string' ? line.attrs.jabatan : '')

const read = new WeakMap<PmNode, Found>()

function readLine(line: PmNode): Found {
  const known = read.get(line)
  if (known) return known
  const ranges = findNikLike(line.textBetween(0, line.content.size, '', LEAF))
  const inJabatan = findNikLike(jabatanOf(line)).length > 0
  const found = ranges.length > 0 || inJabatan ? { ranges, inJabatan } : NOTHING
  read.set(line, found)
  return found
}

/** Every such number of a text, in its order. */
export function placesIn(doc: PmNode): NikPlace[] {
  const places: NikPlace[] = []
  doc.forEach((line, at) => {
    const { ranges, inJabatan } = readLine(line)
    for (const { from, to } of ranges) places.push({ kind: 'words', from: at + 1 + from, to: at + 1 + to })
    if (inJabatan) places.push({ kind: 'jabatan', at })
  })
  return places
}

/** The edit that masks every such number of a text; null when there is none. */
export function maskPlaces(state: EditorState): Transaction | null {
  const { tr, doc, schema } = state
  for (const place of placesIn(doc)) {
    if (place.kind === 'jabatan') {
      const line = doc.nodeAt(place.at)
      if (line) tr.setNodeAttribute(place.at, 'jabatan', maskNikLike(jabatanOf(line)))
      continue
    }
    const { from, to } = place
    const masked = maskNikLike(doc.textBetween(from, to))
    // Piece by piece, so that bold digits stay bold; every piece is as long as before.
    doc.nodesBetween(from, to, (node, at) => {
      if (!node.isText) return
      const [begin, end] = [Math.max(from, at), Math.min(to, at + node.nodeSize)]
      tr.replaceWith(begin, end, schema.text(masked.slice(begin - from, end - from), node.marks))
    })
  }
  return tr.docChanged ? tr : null
}

function drawn(doc: PmNode, places: readonly NikPlace[], word: string): DecorationSet {
  const marks = places.flatMap(place =>
    place.kind === 'jabatan'
      ? [
          Decoration.node(place.at, place.at + (doc.nodeAt(place.at)?.nodeSize ?? 0), {
            class: 'nt-nik-line',
            'data-nik': word,
          }),
        ]
      : [
          Decoration.inline(place.from, place.to, { class: 'nt-nik' }),
          // The word stands once, whatever formats part the digits.
          Decoration.inline(place.to - 1, place.to, { class: 'nt-nik-end', 'data-nik': word }),
        ],
  )
  return DecorationSet.create(doc, marks)
}

function readText(doc: PmNode, word: string): NikMarks {
  const places = placesIn(doc)
  return places.length === 0 ? NO_MARKS : { places, drawn: drawn(doc, places, word), isStale: false }
}

const marksKey = new PluginKey<NikMarks>('nik')

/** Past the moment in which the editor takes the composed text over. */
const SETTLED_MS = 50

function showPlace(view: EditorView, place: NikPlace): void {
  const pos = place.kind === 'words' ? place.to : place.at + 1
  view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(pos))))
  view.focus()
  const { node } = view.domAtPos(pos)
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: 'center' })
}

/** Marks the numbers of one text, and tells the desk how many there are. */
export function nikMarks(desk: Desk): Plugin<NikMarks> {
  const word = desk.words.t('nik.word')
  let view: EditorView | null = null
  const again = () => {
    if (!view || view.isDestroyed || view.composing || !marksKey.getState(view.state)?.isStale) return
    view.dispatch(view.state.tr.setMeta(marksKey, 'read').setMeta('addToHistory', false))
  }
  return new Plugin<NikMarks>({
    key: marksKey,
    state: {
      init: (_, { doc }) => readText(doc, word),
      apply(tr, marks) {
        if (!tr.docChanged && tr.getMeta(marksKey) === undefined) return marks
        if (view?.composing) return { ...marks, drawn: marks.drawn.map(tr.mapping, tr.doc), isStale: true }
        return readText(tr.doc, word)
      },
    },
    view(mounted) {
      view = mounted
      const place = (n: number) => marksKey.getState(mounted.state)?.places[n]
      const source = desk.nik.join({
        element: mounted.dom,
        show(n) {
          again()
          const found = place(n)
          if (found) showPlace(mounted, found)
        },
        mask() {
          const tr = desk.editable.get() ? maskPlaces(mounted.state) : null
          if (tr) mounted.dispatch(tr)
        },
      })
      const tell = () => source.tell(marksKey.getState(mounted.state)?.places.length ?? 0)
      tell()
      return {
        update: tell,
        destroy() {
          view = null
          source.leave()
        },
      }
    },
    props: {
      decorations: state => marksKey.getState(state)?.drawn ?? null,
      handleDOMEvents: {
        compositionend() {
          setTimeout(again, SETTLED_MS)
          return false
        },
      },
    },
  })
}
