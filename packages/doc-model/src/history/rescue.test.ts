import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Writer } from '../acceptance/acts'
import { NET } from '../acceptance/pair'
import { random, randomAct } from '../acceptance/random-act'
import { deleteLine } from '../commands'
import { itemPlainText, readNotula } from '../content'
import { admissible } from '../gate/admissible'
import { itemText, removeItem } from '../items'
import { createNotulaDoc } from '../notula-doc'
import { seedNotula } from '../seed'
import { cellText, deleteColumn, deleteRow, tableGrid } from '../tables'
import type { AuthoredRow } from './authorship'
import { bringSentenceBack } from './bring-sentence-back'
import { RescueFinder } from './rescue-finder'

/** A log, and people who write into it and read from it when the test says so. */
function room(...names: string[]) {
  const first = createNotulaDoc({ clientId: 1000 })
  seedNotula(first, [
    {
      id: 'b',
      title: 'Anggaran',
      lines: [
        { id: 'l1', text: 'Rapat dibuka. Anggaran disetujui bersama. Rapat lanjut.' },
        { id: 'l2', text: 'Tidak ada keberatan.' },
        {
          id: 'tabel',
          table: [
            ['satu', 'dua'],
            ['tiga', 'empat'],
          ],
        },
      ],
    },
    { id: 'a', title: 'Penutup', lines: [{ id: 'm1', text: 'Ditutup.' }] },
  ])
  const log: AuthoredRow[] = [
    { seq: 1, parts: [{ base: 0, person: 'seed', bytes: Y.encodeStateAsUpdate(first) }] },
  ]
  const people = names.map((person, i) => {
    const doc = createNotulaDoc({ clientId: i + 1 })
    const made: Uint8Array[] = []
    doc.on('update', (update: Uint8Array, origin: unknown) => void (origin === NET || made.push(update)))
    let base = 0
    const read = () => {
      for (const { seq, parts } of log.slice(base)) {
        for (const part of parts) if (part.person !== person) Y.applyUpdate(doc, part.bytes, NET)
        base = seq
      }
    }
    const commit = () => {
      const parts = made.splice(0).map(bytes => ({ base, person, bytes }))
      if (parts.length) log.push({ seq: log.length + 1, parts })
    }
    read()
    const writer = new Writer(doc)
    return { person, doc, writer, view: writer.view('b'), read, commit }
  })
  const find = () => new RescueFinder().take(log).find()
  const reading = () => {
    const doc = createNotulaDoc({ clientId: 0 })
    for (const row of log) for (const { bytes } of row.parts) Y.applyUpdate(doc, bytes, NET)
    return doc
  }
  /** Brings the first back as the server does, through the gate. */
  const bringBack = (rescue = find()[0] ?? expect.fail('nothing to rescue')) => {
    const doc = reading()
    const server = createNotulaDoc({ clientId: 500 })
    Y.applyUpdate(server, Y.encodeStateAsUpdate(doc), NET)
    const updates: Uint8Array[] = []
    server.on('update', (update: Uint8Array) => updates.push(update))
    expect(bringSentenceBack(server, rescue)).toBe(true)
    for (const bytes of updates) {
      expect(admissible(doc, bytes, { clientId: 500, version: 1 })).toMatchObject({ ok: true })
      log.push({ seq: log.length + 1, parts: [{ base: log.length, person: 'server', bytes }] })
    }
  }
  const words = (id = 'b') => {
    const item = readNotula(reading()).items.find(other => other.id === id)
    return item ? itemPlainText(item).split('\n') : null
  }
  return { log, people, find, bringBack, words, reading }
}

type Person = ReturnType<typeof room>['people'][number]
const pairOf = (count = 2): ReturnType<typeof room> & { a: Person; b: Person } => {
  const made = room(...['ani', 'budi', 'cici'].slice(0, count))
  const [a, b] = made.people
  if (!a || !b) throw new Error('two')
  return { ...made, a, b }
}

describe('sentences that were saved', () => {
  it('[N21] words typed into a sentence that another cut out: shown as a fragment, offered whole', () => {
    const { a, b, find, words, bringBack } = pairOf()
    a.view.type(' lima miliar', a.view.behind('Anggaran'))
    b.view.dispatch(b.view.state.tr.delete(b.view.before('Anggaran'), b.view.behind('bersama. ')))
    b.commit()
    a.commit()
    expect(words()?.[0]).toBe('Rapat dibuka.  lima miliarRapat lanjut.')
    const rescues = find()
    expect(rescues).toMatchObject([
      {
        writer: 'ani',
        deleter: 'budi',
        writtenAt: 3,
        deletedAt: 2,
        itemId: 'b',
        lost: 'words',
        state: 'shown',
        before: 'Anggaran',
        words: ' lima miliar',
        after: ' disetujui bersama. ',
      },
    ])
    bringBack(rescues[0])
    expect(words()?.[0]).toBe('Rapat dibuka. Anggaran lima miliar disetujui bersama. Rapat lanjut.')
    expect(find()).toEqual([])
  })

  it.each([
    [0, 1],
    [1, 0],
  ])(
    '[N21] words of two in a sentence that a third cut out come back into one sentence: %i first',
    (...order) => {
      const { people, find, words, bringBack } = room('ani', 'budi', 'cici')
      const [a, b, c] = people as [Person, Person, Person]
      a.view.type(' lima miliar', a.view.behind('Anggaran'))
      c.view.type(' semua', c.view.behind('disetujui'))
      b.view.dispatch(b.view.state.tr.delete(b.view.before('Anggaran'), b.view.behind('bersama. ')))
      for (const one of [a, b, c]) one.commit()
      const offers = find().sort((one, other) => (one.writer < other.writer ? -1 : 1))
      expect(offers.map(({ before, words, after }) => [before, words, after])).toEqual([
        ['Anggaran', ' lima miliar', ' disetujui bersama. '],
        ['Anggaran disetujui', ' semua', ' bersama. '],
      ])
      bringBack(offers[order[0] as number])
      const whole = 'Rapat dibuka. Anggaran lima miliar disetujui semua bersama. Rapat lanjut.'
      expect(words()?.[0]).toBe(whole)
      // What the other one lost is there as well.
      expect(find()).toEqual([])
    },
  )

  it('[N21] words typed into a line that another removed', () => {
    for (const order of ['writer first', 'deleter first']) {
      const { a, b, find, words, bringBack } = pairOf()
      a.view.type(' sama sekali', a.view.behind('Tidak ada'))
      b.view.select(b.view.before('Tidak')).run(deleteLine)
      for (const person of order === 'writer first' ? [a, b] : [b, a]) person.commit()
      expect(words()?.[1]).toBe(' sama sekali')
      expect(find()).toMatchObject([
        { lost: 'line', state: 'shown', before: 'Tidak ada', words: ' sama sekali', after: ' keberatan.' },
      ])
      bringBack()
      expect(words()?.[1]).toBe('Tidak ada sama sekali keberatan.')
      expect(find()).toEqual([])
    }
  })

  it('[N21] words in an item that another removed', () => {
    const { a, b, find, words, bringBack } = pairOf()
    const view = a.writer.view('a')
    view.type(' Pukul 12.', view.behind('Ditutup.'))
    removeItem(b.doc, 'a')
    a.commit()
    b.commit()
    expect(words('a')).toBeNull()
    expect(find()).toMatchObject([
      { itemId: 'a', lost: 'item', state: 'hidden', words: ' Pukul 12.', deleter: 'budi' },
    ])
    bringBack()
    expect(words('a')).toEqual(['Ditutup. Pukul 12.'])
    expect(find()).toEqual([])
  })

  it('[N21] words in a row, a column or a table that another removed', () => {
    const removals: [string, (doc: Y.Doc) => void][] = [
      ['row', doc => deleteRow(doc, 'tabel', tableGrid(doc, 'tabel').rows[0]?.id ?? '')],
      ['column', doc => deleteColumn(doc, 'tabel', tableGrid(doc, 'tabel').columns[1]?.id ?? '')],
      ['line', doc => markerOf(doc, 'tabel')?.set('del', true)],
    ]
    for (const [lost, remove] of removals) {
      const { a, b, find, words, bringBack } = pairOf()
      const { rows, columns } = tableGrid(a.doc, 'tabel')
      cellText(a.doc, 'tabel', rows[0]?.id ?? '', columns[1]?.id ?? '').insert(4, ' ribu')
      remove(b.doc)
      a.commit()
      b.commit()
      expect(words()?.join('\n')).not.toContain('ribu')
      expect(find()).toMatchObject([{ itemId: 'b', lost, state: 'hidden', before: 'dua', words: ' ribu' }])
      bringBack()
      expect(words()?.slice(2)).toEqual(['satu\tdua ribu', 'tiga\tempat'])
      expect(find()).toEqual([])
    }
  })

  it('[N21] nothing that was deleted by somebody who had seen it, or beside which it merely stands', () => {
    const knowing = pairOf()
    knowing.a.view.type(' lima miliar', knowing.a.view.behind('Anggaran'))
    knowing.a.commit()
    knowing.b.read()
    knowing.b.view.select(knowing.b.view.before('Anggaran')).run(deleteLine)
    removeItem(knowing.b.doc, 'a')
    knowing.b.commit()
    expect(knowing.find()).toEqual([])

    const beside = pairOf()
    beside.a.view.type(' resmi', beside.a.view.behind('Rapat dibuka'))
    beside.b.view.dispatch(
      beside.b.view.state.tr.delete(beside.b.view.before('Anggaran'), beside.b.view.behind('bersama. ')),
    )
    beside.a.commit()
    beside.b.commit()
    expect(beside.find()).toEqual([])

    const back = pairOf()
    back.a.view.type('xyz', back.a.view.behind('Anggaran'))
    back.a.view.dispatch(back.a.view.state.tr.delete(back.a.view.before('xyz'), back.a.view.behind('xyz')))
    back.b.view.select(back.b.view.before('Anggaran')).run(deleteLine)
    back.a.commit()
    back.b.commit()
    expect(back.find()).toEqual([])
  })

  it('[N21] goes on after the deletion under the same key, and ends when the words are deleted', () => {
    const { a, b, find } = pairOf()
    a.view.type(' lima', a.view.behind('Anggaran'))
    a.commit()
    b.view.select(b.view.before('Anggaran')).run(deleteLine)
    b.commit()
    const [rescue] = find()
    a.view.type(' miliar', a.view.behind(' lima'))
    a.commit()
    expect(find()[0]).toMatchObject({ key: rescue?.key, words: ' lima miliar' })
    b.read()
    b.view.dispatch(b.view.state.tr.delete(b.view.before(' lima'), b.view.behind('miliar')))
    b.commit()
    expect(find()).toEqual([])
  })

  it('[N21] finds the same whatever three people do, throws nothing, and what it names can be brought back', () => {
    let total = 0
    for (let seed = 1; seed <= 3; seed++) {
      const chance = random(seed * 17)
      const { people, find, log, reading } = room('ani', 'budi', 'cici')
      for (let n = 0; n < 90; n++) {
        const one = chance.pick(people)
        const rows = tableGrid(one.doc, 'tabel').rows
        if (chance.next() < 0.05) deleteRow(one.doc, 'tabel', chance.pick(rows)?.id ?? '')
        else if (chance.next() < 0.02) removeItem(one.doc, 'a')
        else randomAct(one.writer, chance)
        one.commit()
        if (chance.next() < 0.12) one.read()
      }
      const found = find()
      total += found.length
      expect(new RescueFinder().take(log).find()).toEqual(found)
      expect(new Set(found.map(rescue => rescue.key)).size).toBe(found.length)
      for (const rescue of found) {
        expect(rescue.writer).not.toBe(rescue.deleter)
        expect(bringSentenceBack(reading(), rescue)).toBe(true)
      }
    }
    expect(total).toBeGreaterThan(5)
  }, 60_000)
})

function markerOf(doc: Y.Doc, id: string): Y.Map<unknown> | null {
  for (let item = itemText(doc, 'b')._start; item !== null; item = item.right) {
    const type: unknown = item.content instanceof Y.ContentType ? item.content.type : null
    if (type instanceof Y.Map && type.get('id') === id) return type
  }
  return null
}
