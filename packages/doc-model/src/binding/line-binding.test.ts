import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { HeadlessView } from '../acceptance/headless-view'
import { pair } from '../acceptance/pair'
import { joinBackward, moveLine, setKind, splitLine } from '../commands'
import { readLines } from '../content'
import { itemText } from '../items'
import { createNotulaDoc } from '../notula-doc'

const three = [
  { id: 'l1', text: 'satu' },
  { id: 'l2', text: 'dua' },
  { id: 'l3', text: 'tiga' },
]

describe('what two people do at once', () => {
  it('[N6] keeps words typed at the end of a line in it when another presses Enter in the middle', () => {
    const { a, b, deliver } = pair(three)
    a.view.select(a.view.behind('ti')).run(splitLine)
    b.view.type(' belas', b.view.behind('tiga'))
    deliver()
    expect(a.view.words()).toEqual(['satu', 'dua', 'ti', 'ga belas'])
    expect(b.view.words()).toEqual(a.view.words())
  })

  it('[N7] shows a joined line after the other, with what others type in both', () => {
    const { a, b, deliver } = pair(three)
    a.view.select(a.view.before('tiga')).run(joinBackward)
    b.view.type('!', b.view.behind('dua')).type('?', b.view.behind('tiga'))
    deliver()
    expect(a.view.words()).toEqual(['satu', 'dua!tiga?'])
    expect(b.view.words()).toEqual(a.view.words())
    a.view.select(a.view.behind('dua!')).run(splitLine)
    deliver()
    expect(b.view.words()).toEqual(['satu', 'dua!', 'tiga?'])
    expect(a.view.binding.redrawn).toBe(0)
  })

  it('[N7] joins to a line which another splits at the same time: the rest follows the second half', () => {
    const { a, b, deliver } = pair(three)
    a.view.select(a.view.before('tiga')).run(joinBackward)
    b.view.select(b.view.behind('du')).run(splitLine)
    deliver()
    expect(a.view.words()).toEqual(['satu', 'du', 'atiga'])
    expect(b.view.words()).toEqual(a.view.words())
  })

  it('[N6] moves a line with what others type in it and split from it', () => {
    const { a, b, deliver } = pair(three)
    a.view.select(a.view.behind('tiga')).run(moveLine(-1))
    b.view.type('X', b.view.behind('ti'))
    b.view.select(b.view.behind('tiX')).run(splitLine)
    deliver()
    expect(a.view.words()).toEqual(['satu', 'tiX', 'ga', 'dua'])
    expect(b.view.words()).toEqual(a.view.words())
  })

  it('[N1] changes a kind under somebody who types', () => {
    const { a, b, deliver } = pair(three)
    a.view.select(a.view.before('dua')).run(setKind('keputusan'))
    b.view.type('X', b.view.behind('du'))
    deliver()
    expect(a.view.kinds()[1]).toBe('keputusan:duXa')
    expect(b.view.kinds()).toEqual(a.view.kinds())
  })

  it('[N9] brings a removed line back for the words another wrote into it', () => {
    const { a, b, deliver } = pair(three)
    const pos = a.view.before('dua') - 1
    a.view.dispatch(a.view.state.tr.delete(pos, pos + 5))
    b.view.type('PENTING', b.view.behind('du'))
    deliver()
    expect(a.view.words()).toEqual(['satu', 'PENTING', 'tiga'])
    expect(b.view.words()).toEqual(a.view.words())
  })
})

describe('ids', () => {
  it('[N8] gives a new line an id of its own and keeps the one of the line it came from', () => {
    const { a } = pair(three)
    a.view.select(a.view.behind('du')).run(splitLine)
    const ids = a.view.lines().map(line => line.attrs.id)
    expect(new Set(ids).size).toBe(4)
    expect(ids[1]).toBe('l2')
    a.view.select(a.view.before('satu')).run(splitLine)
    expect(a.view.words()).toEqual(['', 'satu', 'du', 'a', 'tiga'])
    expect(a.view.lines()[1]?.attrs.id).toBe('l1')
    expect(a.view.binding.redrawn).toBe(0)
  })

  it('[N8] brings a cut line back with its id where it is pasted', () => {
    const { a, b, deliver } = pair([
      ...three,
      { id: 'l4', kind: 'tindak-lanjut', attrs: { owner: 'opd' }, text: 'empat' },
    ])
    const pos = a.view.before('empat') - 1
    const cut = a.view.state.doc.slice(pos, pos + 7)
    a.view.dispatch(a.view.state.tr.delete(pos, pos + 7))
    expect(a.view.words()).toEqual(['satu', 'dua', 'tiga'])
    a.view.dispatch(a.view.state.tr.insert(0, cut.content))
    deliver()
    expect(b.view.kinds()).toEqual(['tindak-lanjut:empat', 'paragraf:satu', 'paragraf:dua', 'paragraf:tiga'])
    expect(b.view.lines()[0]?.attrs).toMatchObject({ id: 'l4', owner: 'opd' })
    a.view.dispatch(a.view.state.tr.insert(0, cut.content))
    expect(a.view.words()).toEqual(['empat', 'empat', 'satu', 'dua', 'tiga'])
    expect(a.view.lines().filter(line => line.attrs.id === 'l4')).toHaveLength(1)
    expect(a.view.binding.redrawn).toBe(0)
  })
})

it('[N1] keeps a format where it ends when the plain letter behind it is deleted', () => {
  const { a, b, deliver } = pair([
    { id: 'l1', spans: [{ text: 'tebal', marks: { bold: true } }, { text: 'x' }] },
    { id: 'l2', text: 'biasa' },
  ])
  a.view.dispatch(a.view.state.tr.delete(6, 7))
  deliver()
  expect(readLines(b.doc, b.text).map(line => line.spans)).toEqual([
    [{ text: 'tebal', marks: { bold: true } }],
    [{ text: 'biasa' }],
  ])
  expect(a.view.binding.redrawn).toBe(0)
})

describe('an empty item', () => {
  it('[N2] shows one line and writes nothing until somebody types', () => {
    const doc = createNotulaDoc({ clientId: 1 })
    let updates = 0
    doc.on('update', () => updates++)
    const view = new HeadlessView(itemText(doc, 'x'))
    expect(view.words()).toEqual([''])
    expect(updates).toBe(0)
    view.type('halo', 1)
    expect(updates).toBeGreaterThan(0)
    expect(readLines(doc, itemText(doc, 'x')).map(line => line.spans)).toEqual([[{ text: 'halo' }]])
    expect(view.lines()[0]?.attrs.id).toBeTypeOf('string')
    expect(view.binding.redrawn).toBe(0)
  })

  it('[N1] keeps both when two people begin it', () => {
    const { a, b, deliver } = pair([])
    a.view.type('aku', 1)
    b.view.type('kamu', 1)
    deliver()
    expect(a.view.words().sort()).toEqual(['aku', 'kamu'])
    expect(b.view.words().sort()).toEqual(['aku', 'kamu'])
  })
})

it('[N2] writes nothing when a document is opened', () => {
  const { a, b, deliver } = pair(three)
  a.view.select(a.view.behind('ti')).run(splitLine)
  b.view.select(b.view.behind('tiga')).run(moveLine(-1))
  deliver()
  const doc = createNotulaDoc({ clientId: 7 })
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(a.doc), 'net')
  let updates = 0
  doc.on('update', () => updates++)
  const view = new HeadlessView(itemText(doc, 'i'))
  expect(view.words()).toEqual(a.view.words())
  expect(updates).toBe(0)
})
