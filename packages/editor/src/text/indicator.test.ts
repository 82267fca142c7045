import { catalogueFor, createWords } from '@mufakat/i18n'
import { describe, expect, it } from 'vitest'
import type { Desk } from '../desk/desk'
import { indicatorTrigger, searchIndicators } from './indicator'
import { slashTrigger } from './slash'
import { stateOf } from './testing-text'
import { matchTrigger } from './trigger'

// Only what the lists read.
const deskWith = (indicators: Desk['directory']['indicators']) =>
  ({
    words: createWords('id', catalogueFor('id')),
    directory: { opds: [], people: [], indicators },
  }) as unknown as Desk
const desk = deskWith([
  { id: 'i1', name: 'Stunting menurut survei', unit: '%', programme: 'Keluarga sehat' },
  { id: 'i2', name: 'Kawasan kumuh', unit: 'lokasi', programme: 'Permukiman' },
  { id: 'i3', name: 'Rumah tidak layak huni', unit: 'unit', programme: 'Permukiman' },
])
const opened = (words: string) => matchTrigger(stateOf([{ words }]), [indicatorTrigger(desk)])
const found = (query: string) => searchIndicators(desk, query).map(choice => choice.id)

describe('"#"', () => {
  it('opens after a space, and goes on over the spaces of a name', () => {
    expect(opened('tinggal #kawasan kum|')?.query).toBe('kawasan kum')
    expect(opened('(#stu|')?.query).toBe('stu')
    expect(opened('nomor#3|')).toBeNull()
    // A heading is begun so.
    expect(opened('# |')).toBeNull()
  })

  it('finds by the beginning of the name, then of a word of it or of its programme', () => {
    expect(found('k')).toEqual(['i2', 'i1', 'i3'])
    expect(found('layak')).toEqual(['i3'])
    expect(found('permukiman')).toEqual(['i2', 'i3'])
    expect(found('zzz')).toEqual([])
  })

  it('is in the slash menu of whoever may name one', () => {
    expect(slashTrigger(desk, 'cell').choices('ind')).toMatchObject([{ id: 'indikator' }])
    expect(slashTrigger(deskWith([]), 'item').choices('ind')).toEqual([])
  })
})
