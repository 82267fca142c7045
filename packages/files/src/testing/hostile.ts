import { crc32, deflateSync } from 'node:zlib'
import type { FileRefusal } from '@mufakat/domain'
import { LIMITS } from '../limits'
import { objectStream, office, officeParts, pdf, picture, relation, relations, types } from './samples'
import { type Part, zip } from './zip'

export interface Hostile {
  readonly what: string
  readonly name: string
  readonly bytes: Buffer
  readonly reason: FileRefusal
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const HTML = '<!doctype html><script>alert(1)</script>'

/** A PNG that says how large it is, and holds next to nothing. */
function hugePng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length)
    frame.writeUInt32BE(crc32(named), 4)
    return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc(1024 * 1024))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    ...[chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))],
  ])
}

const nested = (depth: number): Buffer =>
  depth === 0
    ? Buffer.alloc(1024 * 1024)
    : zip([
        { name: `${depth}.zip`, data: nested(depth - 1) },
        { name: `${depth}b.zip`, data: nested(depth - 1) },
      ])

/** Many entries of the list that share the bytes of one, as an archive of 42 kB unpacks to gigabytes. */
function overlapping(): Buffer {
  const kernel: Part = { name: 'xl/a.xml', data: Buffer.alloc(100_000, 'a') }
  const first = officeParts('xlsx')
  const at = zip(first).readUInt32LE(zip(first).length - 6)
  const many = Array.from({ length: 200 }, (_, n): Part => ({ ...kernel, name: `xl/${n}.xml`, at }))
  return zip([...first, kernel, ...many.map(part => ({ ...part, data: 'a', claimedSize: 10_000 }))])
}

const tooMany = (): Part[] =>
  Array.from({ length: LIMITS.entries }, (_, n) => ({ name: `xl/e${n}.xml`, data: '<a/>', stored: true }))

const escaped = (name: string): string =>
  [...name].map(letter => `#${letter.charCodeAt(0).toString(16)}`).join('')

const inOffice = (what: string, reason: FileRefusal, parts: readonly Part[]): Hostile => ({
  what,
  name: 'surat.docx',
  bytes: office('docx', parts),
  reason,
})
const inRelations = (what: string, reason: FileRefusal, inside: string): Hostile =>
  inOffice(what, reason, [relations('word/_rels/document.xml.rels', inside)])
const inZip = (what: string, reason: FileRefusal, bytes: Buffer): Hostile => ({
  what,
  name: 'data.xlsx',
  bytes,
  reason,
})
const inPdf = (what: string, reason: FileRefusal, bytes: Buffer): Hostile => ({
  what,
  name: 'surat.pdf',
  bytes,
  reason,
})

const KINDS = (): Hostile[] => [
  { what: 'nothing', name: 'a.pdf', bytes: Buffer.alloc(0), reason: 'empty' },
  { what: 'SVG with a script', name: 'a.svg', bytes: Buffer.from(SVG), reason: 'unknown-kind' },
  { what: 'SVG called PNG', name: 'a.png', bytes: Buffer.from(SVG), reason: 'unknown-kind' },
  { what: 'HTML called PDF', name: 'a.pdf', bytes: Buffer.from(HTML), reason: 'unknown-kind' },
  { what: 'a program of Windows', name: 'a.docx', bytes: Buffer.from('MZ\x90\0'), reason: 'unknown-kind' },
  { what: 'a program of Linux', name: 'a.pdf', bytes: Buffer.from('\x7fELF\x02'), reason: 'unknown-kind' },
  { what: 'a script', name: 'a.pdf', bytes: Buffer.from('#!/bin/sh\nrm -rf ~\n'), reason: 'unknown-kind' },
  {
    what: 'GIF and JavaScript',
    name: 'a.png',
    bytes: Buffer.from('GIF89a=1;alert(1)'),
    reason: 'unknown-kind',
  },
  {
    what: 'an old Word file',
    name: 'a.docx',
    bytes: Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    reason: 'unknown-kind',
  },
  { what: 'a PDF called EXE', name: 'surat.pdf.exe', bytes: pdf(), reason: 'wrong-ending' },
  { what: 'a PDF called DOCX', name: 'surat.docx', bytes: pdf(), reason: 'wrong-ending' },
  { what: 'an XLSX called DOCX', name: 'surat.docx', bytes: office('xlsx'), reason: 'wrong-ending' },
]

const PDFS = (): Hostile[] => [
  inPdf('HTML before the header', 'unknown-kind', Buffer.concat([Buffer.from(HTML), pdf()])),
  inPdf('an archive behind the end', 'mixed', Buffer.concat([pdf(), zip([{ name: 'a.jar', data: 'x' }])])),
  inPdf(
    'an archive that has the PDF’s end as its comment',
    'mixed',
    Buffer.concat([
      pdf().subarray(0, 40),
      zip([{ name: 'a', data: 'x' }], { comment: pdf().toString('latin1').slice(40) }),
    ]),
  ),
  inPdf('HTML behind the end', 'mixed', Buffer.concat([pdf(), Buffer.from(HTML)])),
  inPdf('no end', 'damaged', pdf().subarray(0, 60)),
  inPdf('a start beyond the end', 'damaged', Buffer.from('%PDF-1.4\nstartxref\n99999\n%%EOF')),
  inPdf('a password', 'encrypted', pdf(undefined, '/Encrypt 2 0 R')),
  inPdf('a script', 'active', pdf(['<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>'])),
  inPdf('a script in other letters', 'active', pdf([`<</S/${escaped('JavaScript')}/JS(1)>>`])),
  inPdf('a program to start', 'active', pdf(['<</S/Launch/F(cmd.exe)>>'])),
  inPdf('a form with a program', 'active', pdf(['<</AcroForm<</XFA 3 0 R>>>>'])),
  inPdf('a file inside', 'embedded', pdf(['<</Names<</EmbeddedFiles 2 0 R>>>>'])),
  inPdf('a script in packed objects', 'active', pdf([objectStream('<</S/JavaScript/JS 2 0 R>>')])),
  inPdf(
    'a script in packed objects that are called something else',
    'active',
    pdf([objectStream(`<</S/${escaped('JavaScript')}>>`, `/Type/${escaped('ObjStm')}/Filter/Fl`)]),
  ),
  inPdf(
    'a file inside, far from the beginning',
    'embedded',
    pdf([`(${'x'.repeat(700_000)})`, '<</EF<</F 2 0 R>>/Type/EmbeddedFile>>']),
  ),
  inPdf('packed objects without end', 'bomb', pdf([objectStream(' '.repeat(LIMITS.objectStream + 10))])),
]

const ARCHIVES = (): Hostile[] => [
  inZip('a plain archive', 'unknown-kind', zip([{ name: 'a.txt', data: 'halo' }])),
  inZip('archives in archives', 'embedded', office('xlsx', [{ name: 'xl/media/a.bin', data: nested(3) }])),
  inZip(
    'zeros without end',
    'bomb',
    office('xlsx', [{ name: 'xl/a.xml', data: Buffer.alloc(20_000_000, ' ') }]),
  ),
  inZip(
    'a size that lies',
    'damaged',
    office('xlsx', [{ name: 'xl/a.xml', data: Buffer.alloc(20_000_000, ' '), claimedSize: 10 }]),
  ),
  inZip('entries that share bytes', 'mixed', overlapping()),
  inZip('too many entries', 'bomb', office('xlsx', tooMany())),
  inZip(
    'bytes before the archive',
    'mixed',
    zip(officeParts('xlsx'), { prefix: Buffer.from('PK\x03\x04MZ\x90\0') }),
  ),
  inZip('HTML before the archive', 'unknown-kind', zip(officeParts('xlsx'), { prefix: Buffer.from(HTML) })),
  inZip('bytes behind the archive', 'mixed', zip(officeParts('xlsx'), { suffix: Buffer.from(HTML) })),
  inZip('bytes between entries', 'mixed', zip(officeParts('xlsx'), { gap: Buffer.from('<script>') })),
  inZip('a comment', 'mixed', zip(officeParts('xlsx'), { comment: HTML })),
  inZip(
    'two names for one entry',
    'mixed',
    office('xlsx', [{ name: 'xl/a.xml', localName: 'xl/a.exe', data: '<a/>' }]),
  ),
  inZip('a wrong check sum', 'damaged', office('xlsx', [{ name: 'xl/a.xml', data: '<a/>', claimedSum: 1 }])),
  inZip('a locked entry', 'encrypted', office('xlsx', [{ name: 'xl/a.xml', data: '<a/>', flags: 1 }])),
  inZip(
    'a link to a file',
    'damaged',
    office('xlsx', [{ name: 'xl/a', data: '/etc/passwd', mode: 0o120777 }]),
  ),
  inZip('a way up', 'damaged', office('xlsx', [{ name: '../../etc/cron.d/a', data: 'x' }])),
  inZip('a way from the root', 'damaged', office('xlsx', [{ name: '/etc/a', data: 'x' }])),
  inZip('a way of Windows', 'damaged', office('xlsx', [{ name: 'C:\\a.xml', data: 'x' }])),
  inZip('the same name twice', 'damaged', office('xlsx', [{ name: 'XL/workbook.xml', data: 'x' }])),
  inZip('a folder', 'damaged', office('xlsx', [{ name: 'xl/a/', data: '' }])),
]

const OFFICE = (): Hostile[] => [
  inOffice('a macro', 'active', [{ name: 'word/vbaProject.bin', data: 'x' }]),
  {
    what: 'a macro by type',
    name: 'a.docx',
    reason: 'active',
    bytes: zip([
      types('docx', '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'),
      ...officeParts('docx').slice(1),
    ]),
  },
  inOffice('an ActiveX control', 'active', [{ name: 'word/activeX/activeX1.xml', data: '<a/>' }]),
  inOffice('an OLE object', 'embedded', [{ name: 'word/embeddings/oleObject1.bin', data: 'x' }]),
  inOffice('an OLE object elsewhere', 'embedded', [
    { name: 'word/media/image1.png', data: Buffer.from('d0cf11e0a1b11ae1', 'hex') },
  ]),
  inOffice('a program inside', 'embedded', [{ name: 'word/media/image1.png', data: 'MZ\x90\0' }]),
  inOffice('a document type', 'active', [
    {
      name: 'word/a.xml',
      data: `${' '.repeat(100_000)}<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a/>`,
    },
  ]),
  inOffice('another encoding', 'damaged', [
    { name: 'word/b.xml', data: Buffer.from('\ufeff<a/>', 'utf16le') },
  ]),
  inOffice('relations that are no XML', 'damaged', [relations('word/_rels/a.xml.rels', '<a><b></a>')]),
  inRelations(
    'a template from outside',
    'external-link',
    relation('attachedTemplate', 'https://jahat.example/a.dotm', 'External'),
  ),
  inRelations(
    'a picture from outside',
    'external-link',
    relation('image', 'https://jahat.example/a.png', 'External'),
  ),
  inRelations(
    'a picture from outside, in other letters',
    'external-link',
    relation('image', 'https://jahat.example', '&#69;xternal'),
  ),
  inRelations('a link to a file', 'external-link', relation('hyperlink', 'file:///C:/a.exe', 'External')),
  inRelations(
    'a link to a script',
    'external-link',
    relation('hyperlink', 'javascript:alert(1)', 'External'),
  ),
  inRelations('an object', 'embedded', relation('oleObject', '../a.bin')),
  inRelations('a page to take in', 'embedded', relation('aFChunk', '../a.html')),
  inRelations('another workbook', 'external-link', relation('externalLink', 'externalLinks/a.xml')),
]

const PICTURES = async (): Promise<Hostile[]> => {
  const png = await picture('png')
  return [
    {
      what: '50,000 × 50,000 pixels',
      name: 'a.png',
      bytes: hugePng(50_000, 50_000),
      reason: 'too-many-pixels',
    },
    {
      what: 'a picture that breaks off',
      name: 'a.png',
      bytes: png.subarray(0, png.length - 40),
      reason: 'damaged',
    },
    { what: 'only the beginning of a picture', name: 'a.png', bytes: png.subarray(0, 8), reason: 'damaged' },
    {
      what: 'a JPEG of nothing',
      name: 'a.jpg',
      bytes: Buffer.from('ffd8ffe000104a464946', 'hex'),
      reason: 'damaged',
    },
    {
      what: 'a WebP of nothing',
      name: 'a.webp',
      bytes: Buffer.from('RIFF\x10\0\0\0WEBPVP8 '),
      reason: 'damaged',
    },
  ]
}

/** Files as somebody who means ill would send them, each with why it is not taken. */
export const hostileFiles = async (): Promise<Hostile[]> => [
  ...KINDS(),
  ...PDFS(),
  ...ARCHIVES(),
  ...OFFICE(),
  ...(await PICTURES()),
]
