import { describe, expect, it } from 'vitest'
import { mapCaret, smallestChange } from './plain-text'

const applied = (from: string, change: ReturnType<typeof smallestChange>) =>
  change ? from.slice(0, change.at) + change.insert + from.slice(change.at + change.remove) : from

describe('the smallest change of a title', () => {
  it('places a repeated letter where the caret is', () => {
    expect(smallestChange('aaa', 'aaaa', 1)).toEqual({ at: 0, remove: 0, insert: 'a' })
    expect(smallestChange('aaa', 'aaaa', 4)).toEqual({ at: 3, remove: 0, insert: 'a' })
  })

  it('says nothing when nothing changed', () => {
    expect(smallestChange('sama', 'sama', 2)).toBeNull()
  })

  it('never splits a code point', () => {
    const change = smallestChange('a😀b', 'a😁b', 3)
    expect(change).toEqual({ at: 1, remove: 2, insert: '😁' })
  })

  it('reproduces every edit', () => {
    const letters = ['a', 'b', '😀', ' ']
    let seed = 7
    const next = (n: number) => {
      seed = (seed * 48271) % 2147483647
      return seed % n
    }
    for (let i = 0; i < 500; i++) {
      const from = Array.from({ length: next(8) }, () => letters[next(4)]).join('')
      const to = Array.from({ length: next(8) }, () => letters[next(4)]).join('')
      expect(applied(from, smallestChange(from, to, next(to.length + 1)))).toBe(to)
    }
  })
})

describe('a caret under somebody else’s change', () => {
  it('moves with its words', () => {
    expect(mapCaret(5, { at: 0, remove: 0, insert: 'xx' })).toBe(7)
    expect(mapCaret(2, { at: 4, remove: 1, insert: '' })).toBe(2)
    expect(mapCaret(4, { at: 2, remove: 5, insert: 'y' })).toBe(3)
  })
})
