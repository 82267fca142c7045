import type { FileRefusal } from '@mufakat/domain'
import { SaxesParser } from 'saxes'
import { Refused } from './refused'

const MACROS = /macroenabled|vbaproject|vbadata|activex|intlmacrosheet|macrosheet/i
const MAIN = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
} as const

/** Kinds of relations (last part of their type) that are not taken. */
const RELATIONS: readonly (readonly [FileRefusal, RegExp])[] = [
  [
    'active',
    /^(?:vbaproject|wordvbadata|control|activexcontrol(?:binary)?|xl(?:intl)?macrosheet|dialogsheet)$/,
  ],
  ['embedded', /^(?:oleobject|package|afchunk|subdocument|frame)$/],
  [
    'external-link',
    /^(?:externallink|externallinkpath|attachedtemplate|connections|querytable|mailmergesource)$/,
  ],
]
/** Where a link that somebody has to click may lead. */
const LINK = /^(?:https?|mailto|tel):/i

/** Reads XML strictly: with a document type, or not well-formed, it is none of ours. */
function elements(xml: string, seen: (name: string, attribute: (name: string) => string) => void): void {
  const parser = new SaxesParser({ xmlns: false })
  parser.on('doctype', () => {
    throw new Refused('active', 'document type')
  })
  parser.on('error', error => {
    throw new Refused('damaged', error.message)
  })
  parser.on('opentag', ({ name, attributes }) => {
    const known = attributes as Readonly<Record<string, string>>
    seen(name.replace(/^.*:/, ''), wanted => known[wanted] ?? '')
  })
  parser.write(xml).close()
}

/** What the list of content types says a file is. */
export function kindByTypes(xml: string): 'docx' | 'xlsx' | null {
  let kind: 'docx' | 'xlsx' | null = null
  elements(xml, (_name, attribute) => {
    const type = attribute('ContentType')
    if (MACROS.test(type)) throw new Refused('active', type)
    if (type === MAIN.docx) kind = 'docx'
    else if (type === MAIN.xlsx) kind = 'xlsx'
  })
  return kind
}

/** Refuses relations to what lies outside, but for links, and to what must not be inside. */
export function checkRelations(xml: string): void {
  elements(xml, (name, attribute) => {
    if (name !== 'Relationship') return
    const type = (attribute('Type').split('/').at(-1) ?? '').toLowerCase()
    const refused = RELATIONS.find(([, pattern]) => pattern.test(type))
    if (refused) throw new Refused(refused[0], `relation ${type}`)
    if (attribute('TargetMode').toLowerCase() !== 'external') return
    if (type !== 'hyperlink' || !LINK.test(attribute('Target').trim()))
      throw new Refused('external-link', `outside: ${type}`)
  })
}
