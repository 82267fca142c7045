import { catalogueFor, createWords } from '@mufakat/i18n'
import { describe, expect, it } from 'vitest'
import type { Desk } from '../desk/desk'
import { mentionTrigger, searchNamed } from './mention'
import { slashTrigger } from './slash'
import { stateOf } from './testing-text'
import { matchTrigger } from './trigger'

// Only what the lists read.
const desk = {
  words: createWords('id', catalogueFor('id')),
  directory: {
    opds: [
      { id: 'o1', shortName: 'Perkim', name: 'Dinas Perumahan dan Kawasan Permukiman' },
      { id: 'o2', shortName: 'Dinkes', name: 'Dinas Kesehatan' },
    ],
    indicators: [
      { id: 'i1', name: 'Stunting menurut survei', unit: '%', programme: 'Keluarga sehat' },
      { id: 'i2', name: 'Kawasan kumuh', unit: 'lokasi', programme: 'Permukiman' },
    ],
    people: [{ id: 'p1', name: 'Rina Perdana', opd: 'Dinkes' }],
  },
} as unknown as Desk

const slash = slashTrigger(desk, 'item')
const mention = mentionTrigger(desk)
const opened = (words: string) => matchTrigger(stateOf([{ words }]), [slash, mention])

describe('"/"', () => {
  it('opens at the start of a word and names what stands behind it', () => {
    expect(opened('/k|')).toMatchObject({ query: 'k', from: 1, to: 3 })
    expect(opened('isi /tindak|')?.query).toBe('tindak')
    expect(opened('dan/atau|')).toBeNull()
    expect(opened('3 / 4|')).toBeNull()
  })

  it('puts keputusan first for k and tindak lanjut first for t', () => {
    expect(slash.choices('k')[0]?.id).toBe('keputusan')
    expect(slash.choices('t')[0]?.id).toBe('tindak-lanjut')
    expect(slash.choices('tab').map(choice => choice.id)).toEqual(['tabel'])
    expect(slash.choices('zzz')).toEqual([])
  })

  it('offers a cell only what a cell can hold', () => {
    expect(
      slashTrigger(desk, 'cell')
        .choices('')
        .map(choice => choice.id),
    ).toEqual(['butir', 'nomor', 'indikator', 'paragraf'])
  })
})

describe('"@"', () => {
  it('opens after a space, and goes on over the spaces of a name', () => {
    expect(opened('oleh @rina per|')?.query).toBe('rina per')
    expect(opened('surel a@b|')).toBeNull()
  })

  it('finds OPD by either name and people by theirs, beginnings first', () => {
    expect(mention.choices('per').map(choice => choice.title)).toEqual(['Perkim', 'Rina Perdana'])
    expect(mention.choices('kesehatan').map(choice => choice.title)).toEqual(['Dinkes'])
    expect(searchNamed([], 'x')).toEqual([])
  })
})
