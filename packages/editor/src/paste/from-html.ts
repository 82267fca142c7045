// HTML from Word, Google Docs, mail or a notula → flat lines. Headings, lists (nested ones become levels), tables,
// quotes, bold, italic, underline and safe links are kept; the rest falls away.
import { MAX_LEVEL } from '../text/line-commands'
import { safeHref } from '../text/schema-extensions'
import { PASTE_LIMIT, type PastedLine, type PastedMarks, type PastedSpan } from './pasted'

const DROPPED = new Set([
  'STYLE',
  'SCRIPT',
  'HEAD',
  'TITLE',
  'META',
  'LINK',
  'XML',
  'TEMPLATE',
  'SVG',
  'OBJECT',
  'IFRAME',
  'NOSCRIPT',
  'INPUT',
  'SELECT',
  'TEXTAREA',
  'BUTTON',
  'O:P',
])
const BLOCKS = new Set([
  'P',
  'DIV',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'LI',
  'UL',
  'OL',
  'BLOCKQUOTE',
  'PRE',
  'SECTION',
  'ARTICLE',
  'HEADER',
  'FOOTER',
  'MAIN',
  'DL',
  'DT',
  'DD',
  'FIGURE',
  'FIGCAPTION',
  'TABLE',
  'TBODY',
  'THEAD',
  'TFOOT',
  'TR',
  'TD',
  'TH',
  'CAPTION',
  'HR',
  'ADDRESS',
  'FORM',
  'FIELDSET',
])

interface Context {
  kind: string
  level: number
  id: string | null
  attrs: Record<string, string>
  marks: PastedMarks
  /** Lists around this place. */
  depth: number
  ordered: boolean
  inTable: boolean
}

const START: Context = {
  kind: 'paragraf',
  level: 0,
  id: null,
  attrs: {},
  marks: {},
  depth: 0,
  ordered: false,
  inTable: false,
}

class Builder {
  readonly lines: PastedLine[] = []
  #spans: PastedSpan[] = []
  #context: Context = START

  /** Ends the line being written and makes the next one's kind `context`'s. */
  begin(context: Context) {
    this.end()
    this.#context = context
  }

  end() {
    const { kind, level, id, attrs } = this.#context
    const spans = kind === 'judul' ? trimmed(this.#spans).map(unbold) : trimmed(this.#spans)
    this.#spans = []
    if (spans.length > 0 || kind === 'batas-halaman') this.#push({ kind, level, id, attrs, spans })
    // What follows in the same block (after a <br>, a nested list) is a line of its own, without the identity.
    this.#context = {
      ...this.#context,
      kind: kind === 'kutipan' ? kind : 'paragraf',
      level: 0,
      id: null,
      attrs: {},
    }
  }

  /** Lines that are read already, between two that are being written. */
  table(line: PastedLine) {
    this.end()
    this.#push(line)
  }

  #push(line: PastedLine) {
    if (this.lines.length < PASTE_LIMIT.lines) this.lines.push(line)
  }

  span(span: PastedSpan) {
    const last = this.#spans.at(-1)
    if (last && 'text' in last && 'text' in span && sameMarks(last.marks, span.marks)) {
      last.text += span.text
    } else this.#spans.push(span)
  }
}

function sameMarks(a: PastedMarks, b: PastedMarks): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.underline === b.underline && a.href === b.href
}

/** Headings are bold by themselves. */
function unbold(span: PastedSpan): PastedSpan {
  if (!('text' in span)) return span
  const { bold: _bold, ...marks } = span.marks
  return { text: span.text, marks }
}

function trimmed(spans: PastedSpan[]): PastedSpan[] {
  const copy = spans.map(span =>
    'text' in span ? { ...span, text: span.text.replace(/[ \t\n\r\f]+/g, ' ') } : span,
  )
  const first = copy[0]
  if (first && 'text' in first) first.text = first.text.trimStart()
  const last = copy.at(-1)
  if (last && 'text' in last) last.text = last.text.trimEnd()
  return copy.filter(span => !('text' in span) || span.text !== '')
}

const isElement = (node: Node): node is Element => node.nodeType === 1

function attribute(element: Element, name: string): string {
  return element.getAttribute(name) ?? ''
}

function marksOf(element: Element, marks: PastedMarks): PastedMarks {
  const name = element.nodeName.toUpperCase()
  const style = attribute(element, 'style').toLowerCase()
  const next = { ...marks }
  // Google Docs wraps everything in <b style="font-weight:normal">.
  if (/font-weight\s*:\s*(normal|[1-4]00)/.test(style)) delete next.bold
  else if (name === 'B' || name === 'STRONG' || /font-weight\s*:\s*(bold|[6-9]00)/.test(style))
    next.bold = true
  if (name === 'I' || name === 'EM' || /font-style\s*:\s*italic/.test(style)) next.italic = true
  if (
    name === 'U' ||
    name === 'INS' ||
    (/text-decoration[^;]*:\s*[^;]*underline/.test(style) && name !== 'A')
  )
    next.underline = true
  if (name === 'A') {
    const href = safeHref(attribute(element, 'href'))
    if (href) next.href = href
  }
  return next
}

/** Word's lists are paragraphs with a style; the sign stands in a span that is not text. */
function wordList(element: Element): { level: number; ordered: boolean } | null {
  const match = /mso-list\s*:\s*l\d+\s+level(\d+)/i.exec(attribute(element, 'style'))
  if (!match) return null
  const sign = findIgnored(element)
  return {
    level: Math.min(MAX_LEVEL, Math.max(0, Number(match[1]) - 1)),
    ordered: /^[\s\u00a0(]*([0-9]+|[a-z]|[ivx]+)[.)]/i.test(sign),
  }
}

function isIgnored(element: Element): boolean {
  return /mso-list\s*:\s*ignore/i.test(attribute(element, 'style'))
}

function findIgnored(element: Element): string {
  for (const child of Array.from(element.childNodes)) {
    if (!isElement(child)) continue
    if (isIgnored(child)) return child.textContent ?? ''
    const inner = findIgnored(child)
    if (inner) return inner
  }
  return ''
}

function ownLine(element: Element, context: Context): Context | null {
  const kind = attribute(element, 'data-kind')
  if (kind === '' || attribute(element, 'data-level') === '') return null
  const attrs: Record<string, string> = {}
  for (const key of ['owner', 'jabatan', 'tenggat', 'prioritas', 'strategi', 'file']) {
    const value = attribute(element, `data-${key}`)
    if (value !== '') attrs[key] = value
  }
  const level = Math.min(MAX_LEVEL, Math.max(0, Number.parseInt(attribute(element, 'data-level'), 10) || 0))
  return { ...context, kind, level, id: attribute(element, 'data-line') || null, attrs }
}

function blockContext(element: Element, context: Context): Context {
  const own = ownLine(element, context)
  if (own) return own
  const fresh = { ...context, id: null, attrs: {} }
  const list = wordList(element)
  if (list) return { ...fresh, kind: list.ordered ? 'nomor' : 'butir', level: list.level }
  const name = element.nodeName.toUpperCase()
  const heading =
    /^H([1-6])$/.exec(name) ?? /\bMsoHeading([1-6])|\bMsoTitle/.exec(attribute(element, 'class'))
  if (heading) {
    return { ...fresh, kind: 'judul', level: Math.min(2, Math.max(0, Number(heading[1] ?? 1) - 1)) }
  }
  if (name === 'UL' || name === 'OL') return { ...fresh, depth: context.depth + 1, ordered: name === 'OL' }
  if (name === 'LI') {
    const level = Math.min(MAX_LEVEL, Math.max(0, context.depth - 1))
    return { ...fresh, kind: context.ordered ? 'nomor' : 'butir', level }
  }
  if (name === 'BLOCKQUOTE') return { ...fresh, kind: 'kutipan', level: 0 }
  // A paragraph inside a list item or a quote is that line.
  return fresh
}

function walk(node: Node, context: Context, out: Builder): void {
  if (node.nodeType === 3) {
    const text = (node.nodeValue ?? '').replace(/[\u00a0\u200b]/g, ' ')
    if (text !== '') out.span({ text, marks: context.marks })
    return
  }
  if (!isElement(node)) {
    if (node.nodeType === 11) for (const child of Array.from(node.childNodes)) walk(child, context, out)
    return
  }
  const name = node.nodeName.toUpperCase()
  if (DROPPED.has(name) || isIgnored(node)) return
  if (name === 'BR') {
    if (/page-break-before\s*:\s*always/i.test(attribute(node, 'style')))
      out.begin({ ...START, kind: 'batas-halaman' })
    out.end()
    return
  }
  if (attribute(node, 'class').includes('nt-mention') && attribute(node, 'data-id')) {
    const label = attribute(node, 'data-label') || (node.textContent ?? '').replace(/^@/, '')
    out.span({ mention: { kind: attribute(node, 'data-kind'), id: attribute(node, 'data-id'), label } })
    return
  }
  if (attribute(node, 'class').includes('nt-angka') && attribute(node, 'data-id')) {
    const label = attribute(node, 'data-label') || (node.textContent ?? '')
    out.span({ indicator: { id: attribute(node, 'data-id'), label } })
    return
  }
  if (attribute(node, 'data-embed')) {
    out.span({ embed: attribute(node, 'data-embed') })
    return
  }
  if (name === 'TABLE') {
    for (const line of tableOf(node, context)) out.table(line)
    return
  }
  const inner = { ...context, marks: marksOf(node, context.marks) }
  if (!BLOCKS.has(name)) {
    for (const child of Array.from(node.childNodes)) walk(child, inner, out)
    return
  }
  const block = blockContext(node, inner)
  out.begin(block)
  for (const child of Array.from(node.childNodes)) walk(child, block, out)
  out.end()
}

function rowsOf(table: Element): Element[] {
  const rows: Element[] = []
  for (const child of Array.from(table.childNodes)) {
    if (!isElement(child)) continue
    const name = child.nodeName.toUpperCase()
    if (name === 'TR') rows.push(child)
    else if (name === 'TBODY' || name === 'THEAD' || name === 'TFOOT') rows.push(...rowsOf(child))
  }
  return rows
}

/** A table as one line; what stands in a single cell, or a table within a table, becomes lines again. */
function tableOf(table: Element, context: Context): PastedLine[] {
  const rows = rowsOf(table)
    .slice(0, PASTE_LIMIT.rows)
    .map(row => {
      const cells: PastedLine[][] = []
      for (const cell of Array.from(row.childNodes)) {
        if (!isElement(cell) || !/^T[DH]$/i.test(cell.nodeName)) continue
        const out = new Builder()
        for (const child of Array.from(cell.childNodes)) walk(child, { ...START, inTable: true }, out)
        out.end()
        cells.push(out.lines)
        const span = Math.min(PASTE_LIMIT.columns, Number.parseInt(attribute(cell, 'colspan'), 10) || 1)
        for (let i = 1; i < span; i++) cells.push([])
      }
      return cells.slice(0, PASTE_LIMIT.columns)
    })
    .filter(row => row.length > 0)
  const columns = Math.max(0, ...rows.map(row => row.length))
  if (context.inTable || columns === 0 || (rows.length === 1 && columns === 1)) return rows.flat(2)
  for (const row of rows) while (row.length < columns) row.push([])
  const caption = new Builder()
  for (const child of Array.from(table.childNodes)) {
    if (isElement(child) && child.nodeName.toUpperCase() === 'CAPTION') walk(child, START, caption)
  }
  caption.end()
  const id = attribute(table, 'data-line') || null
  return [{ kind: 'tabel', level: 0, id, attrs: {}, spans: caption.lines[0]?.spans ?? [], rows }]
}

/** The lines in a fragment of HTML that has been parsed (never put into the page). */
export function linesFromDom(root: Node): PastedLine[] {
  const out = new Builder()
  for (const child of Array.from(root.childNodes)) walk(child, START, out)
  out.end()
  return out.lines
}
