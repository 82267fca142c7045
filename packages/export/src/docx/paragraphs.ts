import type { Align, Run } from '../paper'
import type { Picture } from '../picture'
import type { Numbering } from './numbering'
import type { Parts, Relations } from './parts'
import { el, emu, escaped, twips, val } from './xml'

/** What writing a part needs. */
export interface Writing {
  readonly parts: Parts
  readonly relations: Relations
  readonly numbering: Numbering
}

export interface ParagraphLook {
  readonly style?: string
  readonly keepNext?: boolean
  readonly pageBreak?: boolean
  /** `w:numPr` of a list item. */
  readonly numbering?: string
  /** A bar on the left. */
  readonly bar?: boolean
  /** `w:pBdr` children of another kind. */
  readonly border?: string
  /** Points above; left out: none. */
  readonly above?: number
  readonly below?: number
  /** Exact height, in points. */
  readonly exact?: number
  readonly indent?: number
  readonly align?: Align
}

const ALIGN: Readonly<Record<Align, string>> = {
  left: 'left',
  center: 'center',
  right: 'right',
  justify: 'both',
}

/** A paragraph; the order of its properties is that of the schema, which Word insists on. */
export function paragraph(inside: string, look: ParagraphLook = {}): string {
  const spacing = {
    ...(look.above === undefined ? {} : { 'w:before': twips(look.above) }),
    ...(look.below === undefined ? {} : { 'w:after': twips(look.below) }),
    ...(look.exact === undefined ? {} : { 'w:line': twips(look.exact), 'w:lineRule': 'exact' }),
  }
  const bar = el('w:left', { 'w:val': 'single', 'w:sz': 18, 'w:space': 8, 'w:color': '888888' })
  const properties = [
    look.style === undefined ? '' : val('w:pStyle', look.style),
    look.keepNext ? el('w:keepNext') : '',
    look.pageBreak ? el('w:pageBreakBefore') : '',
    look.numbering ?? '',
    look.bar ? el('w:pBdr', {}, bar) : look.border === undefined ? '' : el('w:pBdr', {}, look.border),
    Object.keys(spacing).length === 0 ? '' : el('w:spacing', spacing),
    look.indent ? el('w:ind', { 'w:left': twips(look.indent) }) : '',
    look.align === undefined ? '' : val('w:jc', ALIGN[look.align]),
  ].join('')
  return el('w:p', {}, properties === '' ? null : el('w:pPr', {}, properties), inside)
}

const written = (text: string): string =>
  text
    .split('\n')
    .map(line => el('w:t', { 'xml:space': 'preserve' }, escaped(line.replaceAll('\t', ' '))))
    .join(el('w:br'))

interface LetterLook {
  /** Points; left out: that of the style. */
  readonly size?: number
  readonly color?: string
}

export function letters(run: Run, { size, color }: LetterLook = {}): string {
  const properties = [
    run.href === undefined ? '' : val('w:rStyle', 'Hyperlink'),
    run.bold ? el('w:b') + el('w:bCs') : '',
    run.italic ? el('w:i') + el('w:iCs') : '',
    color === undefined ? '' : val('w:color', color),
    size === undefined ? '' : val('w:sz', Math.round(size * 2)) + val('w:szCs', Math.round(size * 2)),
    run.underline ? val('w:u', 'single') : '',
  ].join('')
  return el('w:r', {}, properties === '' ? null : el('w:rPr', {}, properties), written(run.text))
}

export const text = (runs: readonly Run[], { relations }: Writing, look: LetterLook = {}): string =>
  runs
    .map(run =>
      run.href === undefined
        ? letters(run, look)
        : el('w:hyperlink', { 'r:id': relations.link(run.href) }, letters(run, look)),
    )
    .join('')

/** A picture that stands in the text like a letter. */
export function drawing(
  picture: Picture,
  { width, height, alt }: { readonly width: number; readonly height: number; readonly alt: string },
  { parts, relations }: Writing,
): string {
  const id = parts.nextDrawing()
  const extent = { cx: emu(width), cy: emu(height) }
  const named = { id, name: `Gambar ${id}` }
  const shown = el(
    'pic:pic',
    {},
    el('pic:nvPicPr', {}, el('pic:cNvPr', { ...named, descr: alt }), el('pic:cNvPicPr')),
    el(
      'pic:blipFill',
      {},
      el('a:blip', { 'r:embed': relations.picture(picture) }),
      el('a:stretch', {}, el('a:fillRect')),
    ),
    el(
      'pic:spPr',
      {},
      el('a:xfrm', {}, el('a:off', { x: 0, y: 0 }), el('a:ext', extent)),
      el('a:prstGeom', { prst: 'rect' }, el('a:avLst')),
    ),
  )
  const graphic = el(
    'a:graphic',
    {},
    el('a:graphicData', { uri: 'http://schemas.openxmlformats.org/drawingml/2006/picture' }, shown),
  )
  return el(
    'w:r',
    {},
    el(
      'w:drawing',
      {},
      el(
        'wp:inline',
        { distT: 0, distB: 0, distL: 0, distR: 0 },
        el('wp:extent', extent),
        el('wp:docPr', { ...named, descr: alt }),
        graphic,
      ),
    ),
  )
}

/** A number that the word processor keeps: PAGE or NUMPAGES. */
export const field = (name: 'PAGE' | 'NUMPAGES', look: LetterLook): string =>
  el('w:fldSimple', { 'w:instr': ` ${name} ` }, letters({ text: '1' }, look))
