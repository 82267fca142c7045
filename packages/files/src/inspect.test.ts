import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inspectFile, inspectTable } from './inspect'
import { LIMITS } from './limits'
import { hostileFiles } from './testing/hostile'
import { objectStream, office, pdf, picture, relation, relations } from './testing/samples'
import { zip } from './testing/zip'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mufakat-inspect-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const inspected = async (bytes: Buffer, name: string) => {
  const path = join(folder, 'part')
  await writeFile(path, bytes)
  const result = await inspectFile(path, name)
  expect(await readdir(folder)).toEqual(['part'])
  return { result, path }
}
const kindOf = async (bytes: Buffer, name: string) => {
  const { result } = await inspected(bytes, name)
  return result.ok ? result.value.kind : result.error
}

describe('hostile files', async () => {
  it.each((await hostileFiles()).map(file => [file.what, file] as const))(
    'refuses %s',
    async (_what, file) => {
      expect(await kindOf(file.bytes, file.name)).toBe(file.reason)
    },
  )
})

describe('files as people have them', () => {
  it('takes what it knows, by its content', async () => {
    expect(await kindOf(pdf(), 'Surat.PDF')).toBe('pdf')
    expect(await kindOf(pdf([objectStream('<</Type/Page>>')]), 'a.pdf')).toBe('pdf')
    expect(await kindOf(office('docx'), 'a.docx')).toBe('docx')
    expect(await kindOf(office('xlsx'), 'a.xlsx')).toBe('xlsx')
    expect(await kindOf(await picture('jpeg'), 'a.jpeg')).toBe('jpeg')
    expect(await kindOf(await picture('webp'), 'a.webp')).toBe('webp')
  })

  it('takes a document with links, pictures and much of the same', async () => {
    const links = ['https://bps.go.id', 'mailto:a@contoh.go.id'].map(to =>
      relation('hyperlink', to, 'External'),
    )
    const parts = [
      relations('word/_rels/document.xml.rels', links.join('')),
      { name: 'word/media/image1.png', data: await picture('png'), stored: true },
      { name: 'word/a.xml', data: '<w>baris</w>'.repeat(200_000) },
    ]
    expect(await kindOf(office('docx', parts), 'a.docx')).toBe('docx')
  })

  it('takes a PDF that says its words, not does them', async () => {
    const spoken = pdf([
      '<</Length 40>>\nstream\n(tentang JavaScript dan Launch) Tj\nendstream',
      '<</T/JavaScripts>>',
    ])
    expect(await kindOf(spoken, 'a.pdf')).toBe('pdf')
  })
})

describe('pictures are drawn anew', () => {
  it('drops what stands beside the pixels, and what hangs on behind', async () => {
    const script = Buffer.from('<script>alert(1)</script>')
    for (const kind of ['jpeg', 'png', 'webp'] as const) {
      const made = await picture(kind)
      expect(made.includes('rahasia')).toBe(true)
      const archive = zip([{ name: 'a.jar', data: 'x', stored: true }])
      const { path } = await inspected(Buffer.concat([made, script, archive]), `a.${kind}`)
      const kept = await readFile(path)
      for (const trace of ['rahasia', '<script>', 'PK\x05\x06', 'Exif'])
        expect([kind, trace, kept.includes(trace)]).toEqual([kind, trace, false])
      expect(await sharp(kept).metadata()).toMatchObject({ format: kind, width: 40, height: 30 })
    }
  })

  it('turns it upright and bounds it, and makes it small beside', async () => {
    const lying = await sharp({ create: { width: 5_000, height: 100, channels: 3, background: 'red' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const { result, path } = await inspected(lying, 'foto.jpg')
    expect(await sharp(path).metadata()).toMatchObject({ height: LIMITS.side, width: 82 })
    const small = result.ok ? Buffer.from(result.value.thumbnail ?? []) : expect.fail()
    expect(await sharp(small).metadata()).toMatchObject({ format: 'webp', height: LIMITS.thumbnailSide })
  })
})

describe('a table', () => {
  const judged = async (sheet: string) => {
    const path = join(folder, 'part')
    const data = `<worksheet><sheetData>${sheet}</sheetData></worksheet>`
    await writeFile(path, office('xlsx', [{ name: 'xl/elsewhere.xml', data }]))
    return inspectTable(path, { rows: 100, columns: 26 })
  }

  it('is taken as far as its grid', async () => {
    expect(await judged('<row r="100"><c r="Z100"/></row><row><c/></row>')).toBeNull()
  })

  it.each([
    ['a cell at the far corner', '<row r="1"><c r="XFD1048576"/></row>'],
    ['a column too far', '<row r="1"><c r="AA1"/></row>'],
    ['a row too far', '<row r="101"/>'],
    ['a row that is none', '<row r="1e9"/>'],
    ['an address that is none', '<row r="1"><c r="1A"/></row>'],
    ['too many rows without a number', '<row/>'.repeat(101)],
    ['a prefix', '<x:row xmlns:x="x"><x:c r="ZZ1"/></x:row>'],
  ])('is not taken with %s', async (_name, sheet) => {
    expect(await judged(sheet)).toBe('bomb')
  })

  it('is not taken when it is something else', async () => {
    const path = join(folder, 'part')
    for (const [bytes, why] of [
      [office('docx'), 'unknown-kind'],
      [Buffer.from('nama,singkatan'), 'unknown-kind'],
      [Buffer.from('PK\x03\x04 and nothing'), 'damaged'],
    ] as const) {
      await writeFile(path, bytes)
      expect(await inspectTable(path, { rows: 100, columns: 26 })).toBe(why)
    }
  })
})
