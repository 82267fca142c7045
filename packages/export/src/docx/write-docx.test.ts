import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { listLabel } from '../list-label'
import type { ListItem, Paper } from '../paper'
import { notula } from '../papers/notula'
import { everyPaper } from '../testing/papers'
import { sampleNotula } from '../testing/sample'
import { has, officePdf, run } from '../testing/tools'
import { writeDocx } from './write-docx'

const papers = await everyPaper()
const partsOf = async (paper: Paper): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    Object.entries(unzipSync(await writeDocx(paper)))
      .filter(([name]) => !name.includes('/media/'))
      .map(([name, data]) => [name, strFromU8(data)]),
  )

/** Throws where a part is no XML, and answers the elements that stand in one another. */
function parse(
  xml: string,
  each: (name: string, parent: string, attributes: Readonly<Record<string, string>>) => void,
) {
  const open: string[] = []
  const parser = new SaxesParser()
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    each(name, open.at(-1) ?? '', attributes as Record<string, string>)
    open.push(name)
  })
  parser.on('closetag', () => open.pop())
  parser.write(xml).close()
}

/** The order that the schema asks for; Word calls a file with another one damaged. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': [
    'pStyle',
    'keepNext',
    'keepLines',
    'pageBreakBefore',
    'numPr',
    'pBdr',
    'spacing',
    'ind',
    'jc',
    'outlineLvl',
  ].map(name => `w:${name}`),
  'w:rPr': ['rStyle', 'rFonts', 'b', 'bCs', 'i', 'iCs', 'color', 'sz', 'szCs', 'u', 'lang'].map(
    name => `w:${name}`,
  ),
  'w:tblPr': ['tblW', 'tblInd', 'tblBorders', 'tblLayout', 'tblCellMar'].map(name => `w:${name}`),
  'w:tcPr': ['tcW', 'shd'].map(name => `w:${name}`),
  'w:sectPr': ['headerReference', 'footerReference', 'pgSz', 'pgMar'].map(name => `w:${name}`),
}

describe.each(Object.entries(papers))('%s as DOCX', (_, paper) => {
  it('is the same bytes for the same paper', async () => {
    expect(Buffer.compare(await writeDocx(paper), await writeDocx(paper))).toBe(0)
  }, 30_000)

  it('is XML in the order of the schema, and every part it names is there', async () => {
    const parts = await partsOf(paper)
    const names = Object.keys(unzipSync(await writeDocx(paper)))
    const ids = new Set<string>()
    for (const [name, xml] of Object.entries(parts)) {
      const last = new Map<string, number>()
      parse(xml, (element, parent, attributes) => {
        if (element in ORDER) last.set(element, -1)
        const at = ORDER[parent]?.indexOf(element) ?? 0
        if (parent in ORDER) {
          expect([name, parent, element, at >= 0]).toEqual([name, parent, element, true])
          expect([name, parent, element, at > (last.get(parent) ?? -1)]).toEqual([
            name,
            parent,
            element,
            true,
          ])
          last.set(parent, at)
        }
        if (element === 'Relationship' && attributes.TargetMode !== 'External' && name.startsWith('word/')) {
          expect(names).toContain(`word/${attributes.Target}`)
        }
        if (element === 'Override') expect(names).toContain(attributes.PartName?.slice(1))
        if (element === 'wp:docPr') {
          expect(ids).not.toContain(attributes.id)
          ids.add(attributes.id ?? '')
        }
      })
      const used = [...xml.matchAll(/r:(?:id|embed)="(rId\d+)"/g)].map(([, id]) => id)
      const relations = parts[`word/_rels/${name.replace('word/', '')}.rels`] ?? ''
      for (const id of used) expect(relations).toContain(`Id="${id}"`)
    }
    // A cell that does not end in a paragraph is damage, too.
    expect(parts['word/document.xml']).not.toContain('</w:tbl></w:tc>')
    expect(parts['word/document.xml']).not.toContain('</w:tcPr></w:tc>')
    expect(parts['word/document.xml']).not.toContain('</w:tbl><w:tbl>')
  }, 30_000)
})

describe('a notula as DOCX', () => {
  it('repeats heads, cuts no row, keeps signatures together and has real headings', async () => {
    const parts = await partsOf(papers.notula as Paper)
    const xml = parts['word/document.xml'] ?? ''
    const rows = xml.match(/<w:tr>/g)?.length ?? 0
    expect(xml.match(/<w:trPr><w:cantSplit\/>/g)).toHaveLength(rows)
    expect(xml.match(/<w:tblHeader\/>/g)?.length).toBeGreaterThanOrEqual(5)
    for (const level of [1, 2, 3]) expect(xml).toContain(`<w:pStyle w:val="Heading${level}"/>`)
    const signed = xml.slice(xml.indexOf('Pimpinan Rapat,') - 400, xml.indexOf('Pimpinan Rapat,'))
    expect(signed).toContain('<w:keepNext/>')
    expect(parts['word/footer1.xml']).toContain(' NUMPAGES ')
    expect(parts['word/footer1.xml']).toContain('Kode periksa: MKM7-Q2HX')
    expect(parts['word/styles.xml']).toContain('w:val="id-ID"')
    expect(parts['docProps/core.xml']).toContain('2026-03-24T03:15:00Z')
  })

  it('says draft on every page', async () => {
    const parts = await partsOf(papers.draft as Paper)
    expect(parts['word/header1.xml']).toContain('DRAF – belum disahkan')
    expect((await partsOf(papers.notula as Paper))['word/header1.xml']).toBeUndefined()
  })

  it('holds what people wrote as text, whatever it looks like', async () => {
    const input = sampleNotula({ items: 1, rounds: 1 })
    const evil = '</w:t><w:br/>&amp;\u0000\u0008\u001b\ufffe\u202e]]>"\''
    const made = await notula({
      ...input,
      author: evil,
      rapat: { ...input.rapat, title: evil, place: evil, agenda: [evil] },
      officers: { ketua: evil, sekretaris: evil, pencatat: evil },
      attendance: input.attendance.map(row => ({ ...row, name: evil, agency: evil })),
    })
    const parts = await partsOf(made)
    for (const xml of Object.values(parts)) parse(xml, () => undefined)
    expect(parts['word/document.xml']).toContain("&lt;/w:t&gt;&lt;w:br/&gt;&amp;amp;]]&gt;&quot;'")
  })

  it('counts as the paper does, wherever a list begins anew', async () => {
    const item = (level: number, number: number | null): ListItem => ({
      level,
      number,
      runs: [{ text: 'x' }],
    })
    const lists = [
      [item(0, 1), item(1, 1), item(1, 2), item(2, 1), item(0, 2), item(1, 1), item(0, null), item(0, 1)],
      [item(0, 2), item(0, 3)],
      [item(1, 1), item(0, 1), item(1, 1)],
      [item(3, 4), item(3, 5)],
    ]
    const paper: Paper = {
      ...(papers.notula as Paper),
      blocks: lists.map(items => ({ type: 'list', items })),
    }
    const parts = await partsOf(paper)
    const wanted = lists.flat().filter(({ number }) => number !== null)
    expect(shownNumbers(parts)).toEqual(wanted.map(listLabel))
  })
})

/** The numbers that a word processor shows, reckoned from the file alone as the standard says. */
function shownNumbers(parts: Readonly<Record<string, string>>): string[] {
  const starts = new Map<string, number[]>()
  for (const [, id = '', body = ''] of (parts['word/numbering.xml'] ?? '').matchAll(
    /<w:num w:numId="(\d+)">(.*?)<\/w:num>/g,
  )) {
    starts.set(
      id,
      [...body.matchAll(/<w:startOverride w:val="(\d+)"\/>/g)].map(([, start]) => Number(start)),
    )
  }
  const counts = new Map<string, (number | undefined)[]>()
  const shown: string[] = []
  const items = (parts['word/document.xml'] ?? '').matchAll(
    /<w:ilvl w:val="(\d+)"\/><w:numId w:val="(\d+)"\/>/g,
  )
  for (const [, ilvl, id = ''] of items) {
    const level = Number(ilvl)
    const begin = starts.get(id)
    if (id === '1' || !begin) continue
    const count = counts.get(id) ?? []
    const number = count[level] === undefined ? (begin[level] ?? 1) : count[level] + 1
    count.length = Math.min(count.length, level + 1)
    count[level] = number
    counts.set(id, count)
    shown.push(listLabel({ level, number, runs: [] }))
  }
  return shown
}

describe.skipIf(!has('soffice') || !has('pdftotext'))('opened by LibreOffice', () => {
  it('keeps numbers, tables, signatures and the foot of each page', async () => {
    const pdf = officePdf(await writeDocx(await notula(sampleNotula({ items: 1, rounds: 2 }))))
    const told = run('pdftotext', ['-layout', 'FILE', '-'], pdf, 'paper.pdf')
    const text = told.replaceAll('\f', '\n')
    const pages = told.split('\f').filter(page => page.trim() !== '')
    for (const [at, page] of pages.entries()) {
      expect(page).toContain('Kode periksa: MKM7-Q2HX')
      expect(page).toContain(`Halaman ${at + 1} dari ${pages.length}`)
    }
    for (const label of ['1.', 'a.', 'b.', '1)', 'a)', '2.'])
      expect(text).toMatch(new RegExp(`^ *${label.replace(/[.)]/, '\\$&')} `, 'm'))
    const signed = pages.filter(page => page.includes('CONTOH PIMPINAN'))
    expect(signed).toHaveLength(1)
    for (const part of ['Pimpinan Rapat,', 'CONTOH NOTULIS', 'NIP. 19680101', 'NIP. 19850202'])
      expect(signed[0]).toContain(part)
    expect(text.match(/No\.\s+Nama\s+NIP\s+Jabatan/g)?.length).toBeGreaterThan(2)
    const tree = run('pdffonts', ['FILE'], pdf, 'paper.pdf')
    expect(tree).toContain('yes')
  }, 120_000)
})
