import { describe, expect, it } from 'vitest'
import { pair } from './acceptance/pair'
import { deleteLine, joinBackward, moveLine, setKind, splitLine } from './commands'
import { readNotula } from './content'
import { itemTitle, removeItem } from './items'
import { createUndo } from './undo'

const lines = [
  { id: 'l1', text: 'satu' },
  { id: 'l2', text: 'dua' },
  { id: 'l3', text: 'tiga' },
]

function undoable() {
  const both = pair(lines)
  const undo = createUndo(both.a.doc, { captureTimeout: 0 })
  undo.addTrackedOrigin(both.a.view.binding)
  return { ...both, undo }
}

describe('[N17] undo takes back what the person did and nothing else', () => {
  it('typing, with what another typed in the same line kept', () => {
    const { a, b, deliver, undo } = undoable()
    a.view.dispatch(a.view.state.tr.insertText('AAA', a.view.behind('dua')))
    deliver()
    b.view.type('!', b.view.behind('du'))
    deliver()
    undo.undo()
    deliver()
    expect(b.view.words()).toEqual(['satu', 'du!a', 'tiga'])
    undo.redo()
    deliver()
    expect(a.view.words()).toEqual(['satu', 'du!aAAA', 'tiga'])
    expect(b.view.words()).toEqual(a.view.words())
  })

  it('a split, with what another typed in the second half', () => {
    const { a, b, deliver, undo } = undoable()
    a.view.select(a.view.behind('ti')).run(splitLine)
    deliver()
    b.view.type('X', b.view.behind('ga'))
    deliver()
    undo.undo()
    deliver()
    expect(b.view.words()).toEqual(['satu', 'dua', 'tigaX'])
    undo.redo()
    deliver()
    expect(b.view.words()).toEqual(['satu', 'dua', 'ti', 'gaX'])
  })

  it('a join, and the kind another gave the joined line meanwhile stays', () => {
    const { a, b, deliver, undo } = undoable()
    a.view.select(a.view.before('tiga')).run(joinBackward)
    b.view.select(b.view.before('tiga')).run(setKind('keputusan'))
    deliver()
    expect(b.view.words()).toEqual(['satu', 'duatiga'])
    undo.undo()
    deliver()
    expect(b.view.kinds()).toEqual(['paragraf:satu', 'paragraf:dua', 'keputusan:tiga'])
    expect(a.view.kinds()).toEqual(b.view.kinds())
    expect(a.view.lines()[2]?.attrs.id).toBe('l3')
  })

  it('a change of kind, but not over a later one of another', () => {
    const { a, b, deliver, undo } = undoable()
    a.view.select(a.view.before('dua')).run(setKind('judul'))
    deliver()
    b.view.select(b.view.before('dua')).run(setKind('keputusan'))
    deliver()
    undo.undo()
    deliver()
    expect(a.view.kinds()[1]).toBe('keputusan:dua')
  })

  it('a move and a removal', () => {
    const { a, b, deliver, undo } = undoable()
    a.view.select(a.view.before('dua')).run(moveLine(1))
    a.view.select(a.view.before('satu')).run(deleteLine)
    deliver()
    b.view.type('?', b.view.behind('dua'))
    deliver()
    expect(a.view.words()).toEqual(['tiga', 'dua?'])
    undo.undo()
    expect(a.view.words()).toEqual(['satu', 'tiga', 'dua?'])
    undo.undo()
    deliver()
    expect(b.view.words()).toEqual(['satu', 'dua?', 'tiga'])
    expect(b.view.lines().map(line => line.attrs.id)).toEqual(['l1', 'l2', 'l3'])
  })

  it('titles and items, in the order they were done', () => {
    const { a, undo } = undoable()
    a.doc.transact(() => itemTitle(a.doc, 'i').insert(0, 'Baru '), undo.titleOrigin)
    removeItem(a.doc, 'i')
    undo.undo()
    undo.undo()
    expect(readNotula(a.doc).items[0]?.title).toBe('Agenda')
  })
})
