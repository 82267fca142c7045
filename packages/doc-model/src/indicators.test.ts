import { Schema } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import { embedOf, inlineNode } from './binding/marks'
import { lineText, readNotula } from './content'
import { compareNotula } from './history/compare'
import { namedIndicators } from './indicators'
import { itemText } from './items'
import { createNotulaDoc } from './notula-doc'
import { notulaSchema } from './schema'
import { seedNotula } from './seed'
import { cellText, tableGrid } from './tables'

const KUMUH = { indicator: { id: 'kumuh', label: 'Kawasan kumuh' } }
const RTLH = { indicator: { id: 'rtlh', label: 'Rumah tidak layak huni' } }

const notula = () => {
  const doc = createNotulaDoc({ clientId: 1 })
  seedNotula(doc, [
    {
      id: 'a',
      title: 'Sasaran',
      lines: [
        { id: 'l1', text: 'Tanpa indikator.' },
        { id: 'l2', spans: [{ text: 'Tinggal ' }, { embed: KUMUH }, { text: ' dan ' }, { embed: RTLH }] },
        { id: 'l3', spans: [{ embed: KUMUH }, { embed: { masaDepan: { id: 'x', label: 'y' } } }] },
        { id: 't', table: [['satu', 'dua']] },
      ],
    },
  ])
  return doc
}

describe('indicators in a notula', () => {
  it('[N31] are one unit of their line, said by their name, with no value', () => {
    const [, line] = readNotula(notula()).items[0]?.lines ?? []
    expect(line?.spans).toEqual([{ text: 'Tinggal ' }, { embed: KUMUH }, { text: ' dan ' }, { embed: RTLH }])
    expect(line && lineText(line)).toBe('Tinggal Kawasan kumuh dan Rumah tidak layak huni')
  })

  it('[N32] are found each once, at the first line that names it, also in a table', () => {
    const doc = notula()
    expect(namedIndicators(readNotula(doc))).toEqual([
      { id: 'kumuh', label: 'Kawasan kumuh', lineId: 'l2' },
      { id: 'rtlh', label: 'Rumah tidak layak huni', lineId: 'l2' },
    ])
    const { rows, columns } = tableGrid(doc, 't')
    const cell = cellText(doc, 't', rows[0]?.id ?? '', columns[1]?.id ?? '')
    cell.insertEmbed(2, { indicator: { id: 'ipm', label: 'IPM' } })
    expect(namedIndicators(readNotula(doc)).at(-1)).toEqual({ id: 'ipm', label: 'IPM', lineId: 't' })
  })

  it('[N33] are kept by an older build as what it does not know', () => {
    const { nodes, marks } = notulaSchema.spec
    const older = new Schema({ nodes: nodes.remove('indicator'), marks })
    const piece = { type: 'embed', value: KUMUH, attrs: null, client: 1, clock: 0, length: 1 } as const
    const node = inlineNode(piece, older)
    expect(node.type.name).toBe('unknown')
    expect(embedOf(node)).toEqual(KUMUH)
    expect(embedOf(inlineNode(piece, notulaSchema))).toEqual(KUMUH)
  })

  it('[N19] are a word of their own when two readings are compared', () => {
    const before = readNotula(notula())
    const doc = notula()
    itemText(doc, 'a').insertEmbed(5, { indicator: { id: 'ipm', label: 'IPM' } })
    const told = JSON.stringify(compareNotula(before, readNotula(doc)))
    expect(told).toContain('IPM')
  })
})
