import { describe, expect, it } from 'vitest'
import {
  cellKey,
  cellName,
  cellOfField,
  commonName,
  evidenceName,
  joined,
  remarkName,
  remarkOfField,
} from './cell-names'
import { typedReport, typedTexts } from './typed-report.server'

const ID = '01900000-0000-7000-8000-000000000001'
const DESA = '17.06.01.2001'

/** A form with one cell and the remark of an indicator, as it is drawn, with what was typed over it. */
function formOf(typed: Readonly<Record<string, string>>, base = ['12,5', '', '', '']): FormData {
  const form = new FormData()
  const key = cellKey(ID, DESA)
  form.set(cellName(key, 'r'), '3')
  form.set(cellName(key, 'b'), joined(base))
  form.set(cellName(key, 'v'), base[0] ?? '')
  form.set(commonName(ID, 'b'), joined(['sementara', '', 'BPS']))
  form.set(commonName(ID, 'finality'), 'sementara')
  form.set(commonName(ID, 'asOf'), '')
  form.set(commonName(ID, 'source'), 'BPS')
  form.set(remarkName(ID, 'r'), '0')
  form.set(remarkName(ID, 'b'), joined(['', 'a\nb', '', '']))
  form.set(remarkName(ID, 'analysis'), '')
  form.set(remarkName(ID, 'kendala'), 'a\r\nb')
  form.set(remarkName(ID, 'solusi'), '')
  form.set(remarkName(ID, 'plan'), '')
  for (const [name, text] of Object.entries(typed)) form.set(name, text)
  return form
}

describe('what was typed into a report', () => {
  const key = cellKey(ID, DESA)

  it('knows the fields of cells and remarks by their names', () => {
    expect(cellOfField(cellName(key, 'r'))).toEqual({ indicatorId: ID, regionCode: DESA })
    expect(cellOfField(cellName(cellKey(ID, ''), 'r'))).toEqual({ indicatorId: ID, regionCode: '' })
    expect(cellOfField(cellName(key, 'v'))).toBeNull()
    expect(cellOfField(`c|${ID}|17.06'|r`)).toBeNull()
    expect(remarkOfField(remarkName(ID, 'r'))).toBe(ID)
    expect(remarkOfField(remarkName(ID, 'plan'))).toBeNull()
  })

  it('leaves out what stands as it did, however a browser ends its lines', () => {
    expect(typedReport(formOf({}))).toEqual({ cells: [], remarks: [], evidence: [] })
  })

  it('names the revision that the typing began from, and what is said of all cells', () => {
    const { cells, remarks } = typedReport(
      formOf({ [cellName(key, 'v')]: '13', [remarkName(ID, 'plan')]: 'Kunjungan' }),
    )
    expect(cells).toMatchObject([
      { key, indicatorId: ID, regionCode: DESA, v: '13', n: '', d: '', x: '', revision: 3 },
    ])
    expect(cells[0]?.common).toEqual({ finality: 'sementara', asOf: '', source: 'BPS' })
    expect(remarks).toMatchObject([{ indicatorId: ID, plan: 'Kunjungan', revision: 0 }])
  })

  it('takes a cell for changed when its source is, but not an empty one', () => {
    const changed = { [commonName(ID, 'source')]: 'e-PPGBM' }
    expect(typedReport(formOf(changed)).cells).toHaveLength(1)
    expect(typedReport(formOf(changed, ['', '', '', ''])).cells).toEqual([])
  })

  it('takes a cell that was emptied for changed', () => {
    expect(typedReport(formOf({ [cellName(key, 'v')]: '' })).cells).toMatchObject([{ v: '' }])
    expect(typedReport(formOf({ [cellName(key, 'x')]: 'ya' })).cells).toMatchObject([{ x: 'ya' }])
  })

  it('takes bukti dukung of which anything was typed', () => {
    const typed = { [evidenceName(ID, 'title')]: '', [evidenceName(ID, 'url')]: ' ' }
    expect(typedReport(formOf(typed)).evidence).toEqual([])
    const half = { ...typed, [evidenceName(ID, 'title')]: 'Foto' }
    expect(typedReport(formOf(half)).evidence).toEqual([{ indicatorId: ID, title: 'Foto', url: ' ' }])
  })

  it('keeps the texts of its own fields alone', () => {
    const form = formOf({ maksud: 'kirim', title: 'Foto' })
    expect(Object.keys(typedTexts(form)).every(name => /^[cuke]\|/.test(name))).toBe(true)
  })
})
