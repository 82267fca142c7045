import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { type Part, zip } from './zip'

const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = {
  docx: ['word/document.xml', 'wordprocessingml.document.main'],
  xlsx: ['xl/workbook.xml', 'spreadsheetml.sheet.main'],
} as const

export const types = (kind: 'docx' | 'xlsx', more = ''): Part => ({
  name: '[Content_Types].xml',
  data: `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${MAIN[kind][0]}" ContentType="application/vnd.openxmlformats-officedocument.${MAIN[kind][1]}+xml"/>${more}</Types>`,
})

export const relations = (name: string, inside: string): Part => ({
  name,
  data: `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`,
})

export const relation = (type: string, target: string, mode = ''): string =>
  `<Relationship Id="r1" Type="${RELS}/${type}" Target="${target}"${mode === '' ? '' : ` TargetMode="${mode}"`}/>`

/** A small DOCX or XLSX, with parts of the test's own. */
export const officeParts = (kind: 'docx' | 'xlsx', more: readonly Part[] = []): Part[] => [
  types(kind),
  relations('_rels/.rels', relation('officeDocument', MAIN[kind][0])),
  { name: MAIN[kind][0], data: '<root>Rapat koordinasi</root>' },
  ...more,
]
export const office = (kind: 'docx' | 'xlsx', more: readonly Part[] = []): Buffer =>
  zip(officeParts(kind, more))

/** A PDF of these objects; `trailer` stands in its trailer. */
export function pdf(objects: readonly string[] = ['<</Type/Catalog>>'], trailer = ''): Buffer {
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('')
  const start = 9 + body.length
  return Buffer.from(
    `%PDF-1.7\n${body}xref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`,
    'latin1',
  )
}

/** An object of a PDF that holds others, packed. */
export function objectStream(
  inside: string,
  dictionary = '/Type/ObjStm/N 1/First 4/Filter/FlateDecode',
): string {
  const packed = deflateSync(Buffer.from(`1 0 ${inside}`, 'latin1')).toString('latin1')
  return `<<${dictionary}/Length ${packed.length}>>\nstream\n${packed}\nendstream`
}

export const picture = (kind: 'png' | 'jpeg' | 'webp', width = 40, height = 30): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#0a7' } })
    .withExif({ IFD0: { Copyright: 'rahasia' }, IFD3: { GPSLatitude: '2/1 34/1 0/1' } })
    .toFormat(kind)
    .toBuffer()
