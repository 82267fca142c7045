import { loadFonts } from '../letters/fonts'
import { Typesetter } from '../letters/pieces'
import type { Paper } from '../paper'
import { zipParts } from '../zip'
import { writeBlocks } from './blocks'
import { footXml, headXml, kopXml } from './frame'
import { Numbering } from './numbering'
import { Parts } from './parts'
import { stylesXml } from './styles'
import { el, escaped, NAMESPACES, twips, val } from './xml'

/** Millimetres. */
const SIZES = { A4: [210, 297], F4: [215, 330] } as const
const POINT = 72 / 25.4
const PORTRAIT = { top: 54, right: 57, bottom: 74, left: 71 }
const LANDSCAPE = { top: 42, right: 36, bottom: 66, left: 36 }

function coreXml({ title, author, madeAt, locale }: Paper): string {
  const at = `${madeAt.toISOString().slice(0, 19)}Z`
  const time = { 'xsi:type': 'dcterms:W3CDTF' }
  return el(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    el('dc:title', {}, escaped(title)),
    el('dc:creator', {}, escaped(author)),
    el('cp:lastModifiedBy', {}, escaped(author)),
    el('dcterms:created', time, at),
    el('dcterms:modified', time, at),
    el('dc:language', {}, locale),
  )
}

const settingsXml = (lang: string): string =>
  el(
    'w:settings',
    NAMESPACES,
    val('w:defaultTabStop', twips(36)),
    el(
      'w:compat',
      {},
      el('w:compatSetting', {
        'w:name': 'compatibilityMode',
        'w:uri': 'http://schemas.microsoft.com/office/word',
        'w:val': 15,
      }),
    ),
    val('w:themeFontLang', lang),
  )

/** The same paper for a word processor: real lists, heads, and repeated rows, so that people can go on writing. */
export async function writeDocx(paper: Paper): Promise<Uint8Array> {
  const fonts = await loadFonts()
  const [short, long] = SIZES[paper.size].map(side => side * POINT) as [number, number]
  const [width, height] = paper.landscape ? [long, short] : [short, long]
  const margin = paper.landscape ? LANDSCAPE : PORTRAIT
  const room = width - margin.left - margin.right
  const lang = paper.locale === 'id' ? 'id-ID' : 'en-GB'

  const parts = new Parts()
  const numbering = new Numbering()
  const relations = parts.relations('document.xml')
  const footRelations = parts.relations('footer1.xml')
  const place = {
    parts,
    numbering,
    relations,
    setter: new Typesetter(fonts),
    width: room,
    size: null,
    ragged: false,
    tallest: 300,
  }
  relations.add('styles', 'styles.xml')
  relations.add('numbering', 'numbering.xml')
  relations.add('settings', 'settings.xml')
  const foot = relations.add('footer', 'footer1.xml')
  const head = paper.draft ? relations.add('header', 'header1.xml') : null

  const kop = paper.kop ? kopXml(paper.kop, paper.logoAlt, room, place) : ''
  const body = kop + writeBlocks(paper.blocks, place)
  const section = el(
    'w:sectPr',
    {},
    head === null ? null : el('w:headerReference', { 'w:type': 'default', 'r:id': head }),
    el('w:footerReference', { 'w:type': 'default', 'r:id': foot }),
    el('w:pgSz', {
      'w:w': twips(width),
      'w:h': twips(height),
      ...(paper.landscape ? { 'w:orient': 'landscape' } : {}),
    }),
    el('w:pgMar', {
      'w:top': twips(margin.top),
      'w:right': twips(margin.right),
      'w:bottom': twips(margin.bottom),
      'w:left': twips(margin.left),
      'w:header': twips(22),
      'w:footer': twips(18),
      'w:gutter': 0,
    }),
  )
  parts.add(
    'document.xml',
    'document.main',
    el('w:document', NAMESPACES, el('w:body', {}, body, section)),
    relations,
  )
  parts.add('styles.xml', 'styles', stylesXml(lang))
  parts.add('numbering.xml', 'numbering', numbering.xml())
  parts.add('settings.xml', 'settings', settingsXml(lang))
  const footer = footXml(paper, room, { parts, numbering, relations: footRelations })
  parts.add('footer1.xml', 'footer', footer, footRelations)
  if (paper.draft) parts.add('header1.xml', 'header', headXml(paper.draft))
  return zipParts(parts.all(coreXml(paper)))
}
