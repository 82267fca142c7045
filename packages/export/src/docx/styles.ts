import { el, NAMESPACES, twips, val } from './xml'

/** On every machine of an office; where it is missing, programs take one of the same widths. */
const FONT = 'Times New Roman'
const BODY = 12

const size = (points: number): string => val('w:sz', points * 2) + val('w:szCs', points * 2)
const spacing = (before: number, after = 0): string =>
  el('w:spacing', { 'w:before': twips(before), 'w:after': twips(after) })

function style(id: string, name: string, paragraph: string, letters: string, type = 'paragraph'): string {
  return el(
    'w:style',
    { 'w:type': type, 'w:styleId': id, ...(id === 'Normal' ? { 'w:default': 1 } : {}) },
    val('w:name', name),
    id === 'Normal' || type !== 'paragraph' ? null : val('w:basedOn', 'Normal'),
    val('w:qFormat', 1).replace(' w:val="1"', ''),
    paragraph === '' ? null : el('w:pPr', {}, paragraph),
    letters === '' ? null : el('w:rPr', {}, letters),
  )
}

const heading = (level: number, before: number, points: number): string =>
  style(
    `Heading${level}`,
    `heading ${level}`,
    el('w:keepNext') + el('w:keepLines') + spacing(before, 2) + val('w:outlineLvl', level - 1),
    el('w:b') + el('w:bCs') + size(points),
  )

export function stylesXml(lang: string): string {
  const fonts = el('w:rFonts', { 'w:ascii': FONT, 'w:hAnsi': FONT, 'w:cs': FONT, 'w:eastAsia': FONT })
  const language = el('w:lang', { 'w:val': lang, 'w:eastAsia': lang, 'w:bidi': lang })
  return el(
    'w:styles',
    NAMESPACES,
    el(
      'w:docDefaults',
      {},
      el('w:rPrDefault', {}, el('w:rPr', {}, fonts, size(BODY), language)),
      el(
        'w:pPrDefault',
        {},
        el(
          'w:pPr',
          {},
          el('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': 252, 'w:lineRule': 'auto' }),
        ),
      ),
    ),
    style('Normal', 'Normal', '', ''),
    heading(1, 12, 14),
    heading(2, 12, 12),
    heading(3, 9, 12),
    heading(4, 7, 12),
    style('Small', 'Small', '', size(10)),
    style('Caption', 'caption', val('w:jc', 'center'), size(10)),
    style('Hyperlink', 'Hyperlink', '', val('w:color', '1A4480') + val('w:u', 'single'), 'character'),
  )
}
