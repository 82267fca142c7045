import { describe, expect, it } from 'vitest'
import { pair } from '../acceptance/pair'
import { splitLine } from '../commands'

const lines = [
  { id: 'l1', text: 'satu' },
  { id: 'l2', text: 'dua' },
]

describe('[N15] while a person composes', () => {
  it('draws other lines, and holds back what comes into the line composed in', () => {
    const { a, b, deliver } = pair(lines)
    a.view.select(a.view.behind('dua'))
    a.view.composing = true
    a.view.dispatch(a.view.state.tr.insertText('k', a.view.behind('dua')))
    b.view.type('!', b.view.before('dua')).type('?', b.view.behind('satu'))
    deliver()
    expect(a.view.words()).toEqual(['satu?', 'duak'])
    // The input method replaces what it has put in so far, in the line as it stands on screen.
    const end = a.view.behind('duak')
    a.view.dispatch(a.view.state.tr.insertText('kata', end - 1, end))
    expect(a.view.words()).toEqual(['satu?', 'duakata'])
    a.view.composing = false
    a.view.binding.draw()
    deliver()
    expect(a.view.words()).toEqual(['satu?', '!duakata'])
    expect(b.view.words()).toEqual(a.view.words())
    expect(a.view.binding.redrawn).toBe(0)
  })

  it('finds its words again when the line was cut in two meanwhile', () => {
    const { a, b, deliver } = pair(lines)
    a.view.select(a.view.behind('dua'))
    a.view.composing = true
    b.view.select(b.view.behind('du')).run(splitLine)
    deliver()
    expect(a.view.words()).toEqual(['satu', 'dua'])
    a.view.dispatch(a.view.state.tr.insertText('x', a.view.behind('dua')))
    expect(a.view.words()).toEqual(['satu', 'duax'])
    a.view.composing = false
    a.view.binding.draw()
    deliver()
    expect(a.view.words()).toEqual(['satu', 'du', 'ax'])
    expect(b.view.words()).toEqual(a.view.words())
  })

  it('gives the first line of an empty item its id only afterwards', () => {
    const { a, b, deliver } = pair([])
    a.view.composing = true
    a.view.dispatch(a.view.state.tr.insertText('a', 1))
    a.view.dispatch(a.view.state.tr.insertText('ab', 1, 2))
    expect(a.view.lines()[0]?.attrs.id).toBeNull()
    a.view.composing = false
    a.view.binding.draw()
    deliver()
    expect(a.view.lines()[0]?.attrs.id).toBeTypeOf('string')
    expect(b.view.words()).toEqual(['ab'])
  })
})

describe('[N15] drawing what others do', () => {
  it('replaces only what changed, and keeps the caret behind its letter', () => {
    const { a, b, deliver } = pair(lines)
    a.view.select(a.view.behind('du'))
    b.view.type('xx', b.view.before('dua')).type('y', b.view.behind('du'))
    a.view.dispatched.length = 0
    deliver()
    const steps = a.view.dispatched.flatMap(tr => tr.steps)
    for (const step of steps)
      step.getMap().forEach((from, to, newFrom, newTo) => {
        expect(to - from).toBe(0)
        expect(newTo - newFrom).toBeLessThanOrEqual(2)
      })
    expect(a.view.state.selection.head).toBe(a.view.behind('xxdu'))
  })

  it('carries a caret along when its line is moved or cut', () => {
    const { a, b, deliver } = pair([...lines, { id: 'l3', text: 'tiga' }])
    a.view.select(a.view.behind('tig'))
    const there = a.view.binding.toRelative(a.view.behind('tig'))
    b.view.select(b.view.behind('ti')).run(splitLine)
    b.view.dispatch(b.view.state.tr.insertText('0', 1))
    deliver()
    expect(a.view.state.selection.head).toBe(a.view.behind('g'))
    expect(a.view.binding.toAbsolute(there)).toBe(a.view.behind('g'))
    expect(b.view.binding.toAbsolute(JSON.parse(JSON.stringify(there)))).toBe(b.view.behind('g'))
    expect(b.view.binding.toAbsolute({ item: 'nonsense' })).toBeNull()
  })
})
