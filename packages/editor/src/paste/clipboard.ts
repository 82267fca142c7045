// Copy and paste of notula text. Out: HTML that Word understands, with the cells of tables, and data attributes that
// bring a line back as what it was. In: whatever the clipboard has, as flat lines (from-html.ts), nothing else.
import {
  addColumn,
  addRow,
  appendLines,
  type ContentLine,
  cellText,
  embedText,
  readLines,
  type SeedLine,
  tableGrid,
} from '@mufakat/doc-model'
import { DOMSerializer, type Fragment } from '@tiptap/pm/model'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Desk } from '../desk/desk'
import { leafWords } from '../text/leaf-words'
import { setLink } from '../text/mark-commands'
import { safeHref } from '../text/schema-extensions'
import { linesFromDom } from './from-html'
import { pasteLines } from './insert'
import { linesFromText, type PastedLine, type PastedSpan } from './pasted'

const IN_CELL = new Set(['paragraf', 'butir', 'nomor'])

function markedText(doc: Document, line: ContentLine): DocumentFragment {
  const out = doc.createDocumentFragment()
  for (const span of line.spans) {
    let node: Node = doc.createTextNode('text' in span ? span.text : embedText(span.embed))
    for (const [name, tag] of [
      ['bold', 'strong'],
      ['italic', 'em'],
      ['underline', 'u'],
    ] as const) {
      if (!span.marks?.[name]) continue
      const mark = doc.createElement(tag)
      mark.append(node)
      node = mark
    }
    out.append(node)
  }
  return out
}

/** A table's line is written as a paragraph, its caption; here it becomes a table with its cells. */
function writeTable(line: Element, desk: Desk) {
  const id = line.getAttribute('data-line') ?? ''
  const table = line.ownerDocument.createElement('table')
  table.setAttribute('data-line', id)
  const caption = line.ownerDocument.createElement('caption')
  caption.append(...Array.from(line.childNodes))
  if (caption.hasChildNodes()) table.append(caption)
  const { rows, columns } = tableGrid(desk.doc, id)
  const body = table.ownerDocument.createElement('tbody')
  for (const row of rows) {
    const tr = table.ownerDocument.createElement('tr')
    for (const column of columns) {
      const td = table.ownerDocument.createElement('td')
      for (const line of readLines(desk.doc, cellText(desk.doc, id, row.id, column.id))) {
        const p = table.ownerDocument.createElement(
          line.kind === 'butir' || line.kind === 'nomor' ? 'li' : 'p',
        )
        p.setAttribute('data-kind', line.kind)
        p.setAttribute('data-level', String(line.level))
        p.append(markedText(table.ownerDocument, line))
        td.append(p)
      }
      tr.append(td)
    }
    body.append(tr)
  }
  table.append(body)
  line.replaceWith(table)
}

/** Bare list items get a list around them, else Word shows none. */
function wrapLists(root: ParentNode) {
  for (const item of Array.from(root.querySelectorAll('li'))) {
    const tag = item.getAttribute('data-kind') === 'nomor' ? 'OL' : 'UL'
    const before = item.previousElementSibling
    if (before?.nodeName === tag) before.append(item)
    else if (item.parentElement?.nodeName !== tag) {
      const list = item.ownerDocument.createElement(tag)
      item.replaceWith(list)
      list.append(item)
    }
  }
}

class NotulaSerializer extends DOMSerializer {
  constructor(
    base: DOMSerializer,
    private readonly desk: Desk,
  ) {
    super(base.nodes, base.marks)
  }

  override serializeFragment(
    fragment: Fragment,
    options?: { document?: Document },
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    const out = super.serializeFragment(fragment, options, target)
    for (const line of Array.from(out.querySelectorAll('[data-kind=tabel]'))) writeTable(line, this.desk)
    wrapLists(out)
    return out
  }
}

function seedLine(line: PastedLine): SeedLine {
  return {
    kind: IN_CELL.has(line.kind) ? line.kind : 'paragraf',
    level: IN_CELL.has(line.kind) ? line.level : 0,
    spans: line.spans.map(seedSpan),
  }
}

function seedSpan(span: PastedSpan): NonNullable<SeedLine['spans']>[number] {
  if ('mention' in span) return { embed: { mention: span.mention } }
  if ('indicator' in span) return { embed: { indicator: span.indicator } }
  if ('embed' in span) return { embed: null }
  const { bold, italic, underline, href } = span.marks
  const marks = {
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(underline ? { underline } : {}),
    ...(href ? { link: { href } } : {}),
  }
  return Object.keys(marks).length > 0 ? { text: span.text, marks } : { text: span.text }
}

/** Gives a table that has just been pasted its cells; one that was cut here and lives again has them already. */
function fillPasted(desk: Desk, table: string, rows: readonly PastedLine[][][]) {
  const { doc } = desk
  const grid = tableGrid(doc, table)
  if (grid.rows.length > 0 || grid.columns.length > 0) return
  doc.transact(() => {
    const columns = (rows[0] ?? []).map(() => addColumn(doc, table))
    for (const cells of rows) {
      const row = addRow(doc, table)
      cells.forEach((lines, i) => {
        const column = columns[i]
        const kept = lines.filter(line => line.spans.some(span => !('embed' in span)))
        if (column && kept.length > 0) appendLines(doc, cellText(doc, table, row, column), kept.map(seedLine))
      })
    }
  }, desk.origin)
}

/** Flat lines of words only, for a cell: a table within becomes its cells' lines. */
function forCell(lines: readonly PastedLine[]): PastedLine[] {
  return lines
    .flatMap(line => (line.rows ? line.rows.flat(2) : [line]))
    .filter(line => line.spans.length > 0)
    .map(line =>
      IN_CELL.has(line.kind)
        ? { ...line, id: null }
        : { ...line, id: null, kind: 'paragraf', level: 0, attrs: {} },
    )
}

function insertPasted(
  view: EditorView,
  desk: Desk,
  surface: 'item' | 'cell',
  lines: readonly PastedLine[],
): void {
  if (lines.length === 0) return
  const { tr, tables } = pasteLines(view.state, surface === 'cell' ? forCell(lines) : lines)
  view.dispatch(tr.setMeta('paste', true))
  for (const { index, rows } of tables) {
    const node = index < view.state.doc.childCount ? view.state.doc.child(index) : null
    if (node?.attrs.kind === 'tabel' && typeof node.attrs.id === 'string')
      fillPasted(desk, node.attrs.id, rows)
  }
}

function linesOf(data: DataTransfer, plain: boolean): PastedLine[] {
  const html = plain ? '' : data.getData('text/html')
  if (html !== '') {
    const lines = linesFromDom(new DOMParser().parseFromString(html, 'text/html').body)
    if (lines.length > 0) return lines
  }
  return linesFromText(data.getData('text/plain'))
}

export function clipboard(desk: Desk, surface: 'item' | 'cell'): Plugin {
  let plain = false
  return new Plugin({
    view(view) {
      view.setProps({
        clipboardSerializer: new NotulaSerializer(DOMSerializer.fromSchema(view.state.schema), desk),
      })
      return {}
    },
    props: {
      clipboardTextSerializer: slice => slice.content.textBetween(0, slice.content.size, '\n', leafWords),
      handleKeyDown(_view, event) {
        // Ctrl+Shift+V: the words alone.
        plain = event.shiftKey && event.key.toLowerCase() === 'v'
        return false
      },
      handlePaste(view, event) {
        const data = event.clipboardData
        if (!data || !view.editable) return true
        const asPlain = plain
        plain = false
        const text = data.getData('text/plain').trim()
        if (!view.state.selection.empty && /^https?:\/\/\S+$/.test(text) && safeHref(text) !== null) {
          return setLink(view, text)
        }
        insertPasted(view, desk, surface, linesOf(data, asPlain))
        return true
      },
      handleDrop(view, event, _slice, moved) {
        if (moved || !event.dataTransfer || !view.editable) return false
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
        const lines = linesOf(event.dataTransfer, false)
        if (!at || lines.length === 0) return true
        view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at.pos))))
        insertPasted(view, desk, surface, lines)
        return true
      },
    },
  })
}
