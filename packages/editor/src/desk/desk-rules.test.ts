import { catalogueFor, createWords } from '@mufakat/i18n'
import type { Present } from '@mufakat/live'
import { describe, expect, it } from 'vitest'
import { caretOf, colourOf } from '../people/carets'
import { distinctPeople } from '../people/present-list'
import { safeHref } from '../text/schema-extensions'
import { placeAt } from './drag-items'
import { placeBox } from './placement'
import { hasUnsaved, saveWords } from './save-words'

const words = createWords('id', catalogueFor('id'))

describe('the words of saving', () => {
  it('are the four of the interface', () => {
    expect(saveWords({ kind: 'saving' }, words).text).toBe('Menyimpan…')
    expect(saveWords({ kind: 'saved', at: Date.UTC(2026, 10, 24, 3, 42, 7) }, words).text).toBe(
      'Tersimpan 10.42.07',
    )
    expect(saveWords({ kind: 'offline', unsent: 3, keptIn: 'device' }, words).text).toBe(
      'Luring – tersimpan di perangkat ini',
    )
    expect(saveWords({ kind: 'failed', code: 'forbidden', unsent: 1 }, words).text).toBe('Gagal tersimpan')
  })

  it('say what to do when something must be done', () => {
    expect(saveWords({ kind: 'offline', unsent: 0, keptIn: 'device' }, words).help).not.toBeNull()
    expect(saveWords({ kind: 'failed', code: 'forbidden', unsent: 1 }, words).help).not.toBeNull()
    expect(saveWords({ kind: 'saving' }, words).help).toBeNull()
  })

  it('do not call unsaved what the server has replaced', () => {
    const { text, help } = saveWords({ kind: 'failed', code: 'conflict', unsent: 0 }, words)
    expect(text).toBe('Naskah diganti di server')
    expect(help).toContain('muat ulang')
  })

  it('hold back leaving only while something is unacknowledged', () => {
    expect(hasUnsaved({ kind: 'saving' })).toBe(true)
    expect(hasUnsaved({ kind: 'offline', unsent: 1, keptIn: 'device' })).toBe(true)
    expect(hasUnsaved({ kind: 'offline', unsent: 0, keptIn: 'device' })).toBe(false)
    expect(hasUnsaved({ kind: 'saved', at: 1 })).toBe(false)
    expect(hasUnsaved({ kind: 'read-only', code: null })).toBe(false)
  })
})

describe('dragging an item', () => {
  it('takes the place among the others whose middles it has passed', () => {
    const middles = [10, 50, 90]
    expect(placeAt(95, middles, 0)).toBe(2)
    expect(placeAt(60, middles, 0)).toBe(1)
    expect(placeAt(5, middles, 2)).toBe(0)
    expect(placeAt(12, middles, 0)).toBe(0)
  })
})

describe('a box at the caret', () => {
  const viewport = { width: 360, height: 600 }
  it('goes below, above when there is no room, and stays within', () => {
    expect(placeBox({ left: 10, top: 80, bottom: 100 }, { width: 200, height: 300 }, viewport)).toEqual({
      left: 10,
      top: 106,
    })
    expect(placeBox({ left: 300, top: 480, bottom: 500 }, { width: 200, height: 300 }, viewport)).toEqual({
      left: 152,
      top: 174,
    })
    expect(placeBox({ left: 10, top: 200, bottom: 220 }, { width: 200, height: 560 }, viewport).top).toBe(32)
  })
})

describe('people', () => {
  const present = (sessionKey: string, personId: string, caret: Present['caret'] = null): Present => ({
    sessionKey,
    personId,
    name: personId,
    opd: null,
    color: 9,
    caret,
  })

  it('are shown once, oneself first', () => {
    const list = [present('1', 'a'), present('2', 'b'), present('3', 'a'), present('4', 'c')]
    expect(distinctPeople(list, 'c').map(each => each.personId)).toEqual(['c', 'a', 'b'])
  })

  it('have a caret only when the wire carries one of ours', () => {
    expect(caretOf(present('1', 'a', { text: 'item:x', anchor: { a: 1 }, head: { a: 2 } }))).toEqual({
      text: 'item:x',
      anchor: { a: 1 },
      head: { a: 2 },
    })
    for (const bad of [null, 'x', 3, {}, { text: 1, head: 2 }, { text: 'x' }]) {
      expect(caretOf(present('1', 'a', bad))).toBeNull()
    }
    expect(colourOf(present('1', 'a'))).toBe(1)
  })
})

describe('addresses of links', () => {
  it('lead only where a reader may safely go', () => {
    expect(safeHref('https://bps.go.id/x')).toBe('https://bps.go.id/x')
    expect(safeHref(' mukomukokab.go.id ')).toBe('https://mukomukokab.go.id')
    expect(safeHref('mailto:a@b.id')).toBe('mailto:a@b.id')
    for (const bad of [
      'javascript:alert(1)',
      'data:text/html,x',
      'JaVaScRiPt:1',
      '/etc',
      'kata biasa',
      '',
      7,
    ]) {
      expect(safeHref(bad)).toBeNull()
    }
  })
})
