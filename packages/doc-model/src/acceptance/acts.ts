import { Fragment, Slice } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import { deleteLine, indent, moveLine, setKind, splitLine } from '../commands'
import { addItem, itemText, moveItem, removeItem } from '../items'
import { createNotulaDoc } from '../notula-doc'
import { seedNotula } from '../seed'
import { addColumn, addRow, cellText, deleteRow, tableGrid } from '../tables'
import { HeadlessView } from './headless-view'

/** One person with a document and the views that are open on its texts. */
export class Writer {
  private readonly views = new Map<string, HeadlessView>()

  constructor(readonly doc: Y.Doc) {}

  view(item = 'b'): HeadlessView {
    return this.open(item, itemText(this.doc, item))
  }

  cell(): HeadlessView {
    const { rows, columns } = tableGrid(this.doc, 'tabel')
    const [row, column] = [rows[0]?.id, (columns[1] ?? columns[0])?.id]
    if (row === undefined || column === undefined) return this.view()
    return this.open('cell', cellText(this.doc, 'tabel', row, column))
  }

  private open(name: string, text: Y.Text): HeadlessView {
    const view = this.views.get(name) ?? new HeadlessView(text)
    this.views.set(name, view)
    return view
  }

  /** How often a view had to be drawn again after the person's own change. */
  get redrawn(): number {
    return [...this.views.values()].reduce((sum, { binding }) => sum + binding.redrawn, 0)
  }

  close(): void {
    for (const view of this.views.values()) view.destroy()
    this.doc.destroy()
  }
}

/** Words of repeated letters: no comparison of texts could tell which `a` is which. */
export const startDoc = (): Y.Doc => {
  const doc = createNotulaDoc({ clientId: 1000 })
  const bold = { bold: true }
  seedNotula(doc, [
    { id: 'a', title: 'Pertama', lines: [{ id: 'a1', text: 'aaaa' }] },
    {
      id: 'b',
      title: 'Kedua',
      lines: [
        { id: 'l0', text: 'abababab' },
        { id: 'l1', spans: [{ text: 'aaaaa' }, { text: 'aa', marks: bold }, { text: 'a' }] },
        { id: 'l2', text: 'aabbaabb' },
        { id: 'l3', kind: 'butir', text: 'bbbbbbbb' },
        { id: 'l4', kind: 'butir', text: 'aaaaaaaa' },
        {
          id: 'tabel',
          table: [
            ['aaa', 'bbb'],
            ['aba', 'bab'],
          ],
        },
        { id: 'l6', text: 'akhir' },
      ],
    },
    { id: 'c', title: 'Ketiga', lines: [{ id: 'c1', text: 'aaaa' }] },
  ])
  return doc
}

export interface Act {
  readonly name: string
  /** `line`: id of the line it is done to, of eight letters. */
  readonly run: (writer: Writer, line: string) => void
  /** Units it means to delete; any more would be words written again. */
  readonly deletes?: number
}

const startOf = (view: HeadlessView, id: string): number => {
  let found = -1
  view.state.doc.forEach((line, pos) => {
    if (line.attrs.id === id) found = pos + 1
  })
  if (found < 0) throw new Error(`no line ${id}`)
  return found
}
const at = (writer: Writer, line: string, offset: number): HeadlessView => {
  const view = writer.view()
  return view.select(startOf(view, line) + offset)
}

export const pasteLines = (view: HeadlessView, texts: readonly string[]): void => {
  const { schema, tr } = view.state
  const line = schema.nodes.line
  if (!line) throw new Error('no line')
  const content = Fragment.fromArray(texts.map(text => line.create(null, text ? schema.text(text) : null)))
  view.dispatch(tr.replaceSelection(new Slice(content, 1, 1)))
}

const mark = (writer: Writer, line: string, from: number, to: number, on: boolean) => {
  const view = writer.view()
  const start = startOf(view, line)
  const bold = view.state.schema.marks.bold?.create()
  if (!bold) return
  const { tr } = view.state
  view.dispatch(
    on ? tr.addMark(start + from, start + to, bold) : tr.removeMark(start + from, start + to, bold),
  )
}

const type =
  (offset: number): Act['run'] =>
  (writer, line) =>
    void at(writer, line, offset).type('aab')
const kind = (name: string): Act => ({
  name: `kind:${name}`,
  run: (w, line) => void at(w, line, 0).run(setKind(name)),
})

export const ACTS: readonly Act[] = [
  { name: 'type:start', run: type(0) },
  { name: 'type:middle', run: type(3) },
  { name: 'type:end', run: type(8) },
  {
    name: 'delete',
    deletes: 3,
    run: (w, line) => {
      const view = w.view()
      const start = startOf(view, line)
      view.dispatch(view.state.tr.delete(start + 1, start + 4))
    },
  },
  { name: 'enter:start', run: (w, line) => void at(w, line, 0).run(splitLine) },
  { name: 'enter:middle', run: (w, line) => void at(w, line, 4).run(splitLine) },
  { name: 'enter:end', run: (w, line) => void at(w, line, 8).run(splitLine) },
  {
    name: 'join',
    run: (w, line) => {
      const view = w.view()
      view.dispatch(view.state.tr.join(startOf(view, line) - 1))
    },
  },
  kind('judul'),
  kind('keputusan'),
  kind('tindak-lanjut'),
  { name: 'indent', run: (w, line) => void at(w, line, 0).run(indent) },
  { name: 'bold:on', run: (w, line) => mark(w, line, 1, 3, true) },
  { name: 'bold:off', run: (w, line) => mark(w, line, 5, 7, false) },
  { name: 'line:delete', deletes: 8, run: (w, line) => void at(w, line, 1).run(deleteLine) },
  { name: 'line:up', run: (w, line) => void at(w, line, 1).run(moveLine(-1)) },
  { name: 'line:down', run: (w, line) => void at(w, line, 1).run(moveLine(1)) },
  { name: 'paste:3', run: (w, line) => pasteLines(at(w, line, 4), ['ab', 'ba', 'aa']) },
  {
    name: 'mention',
    run: (w, line) => {
      const view = at(w, line, 5)
      const mention = view.state.schema.nodes.mention?.create({ kind: 'opd', id: 'x', label: 'Dinkes' })
      if (mention) view.dispatch(view.state.tr.insert(view.state.selection.from, mention))
    },
  },
  {
    name: 'indicator',
    run: (w, line) => {
      const view = at(w, line, 5)
      const indicator = view.state.schema.nodes.indicator?.create({ id: 'x', label: 'Kawasan kumuh' })
      if (indicator) view.dispatch(view.state.tr.insert(view.state.selection.from, indicator))
    },
  },
  {
    name: 'replace across',
    deletes: 8,
    run: (w, line) => {
      const view = w.view()
      const start = startOf(view, line)
      const index = view.state.doc.resolve(start).index(0)
      const next = start + view.state.doc.child(index).nodeSize
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, start + 4, next + 4)))
      view.dispatch(view.state.tr.insertText('b', start + 4, next + 4))
    },
  },
  { name: 'item:up', run: w => moveItem(w.doc, 'b', null) },
  { name: 'item:down', run: w => moveItem(w.doc, 'b', 'c') },
  { name: 'item:remove', run: w => removeItem(w.doc, 'b') },
  { name: 'item:add', run: w => void addItem(w.doc, { title: 'Baru' }, 'b') },
  { name: 'cell:type', run: w => void w.cell().type('aab', 2) },
  { name: 'row:add', run: w => void addRow(w.doc, 'tabel', null) },
  {
    name: 'row:delete',
    deletes: 6,
    run: w => deleteRow(w.doc, 'tabel', tableGrid(w.doc, 'tabel').rows[1]?.id ?? ''),
  },
  { name: 'column:add', run: w => void addColumn(w.doc, 'tabel') },
]
