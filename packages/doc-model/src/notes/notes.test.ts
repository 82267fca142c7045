import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Writer } from '../acceptance/acts'
import { joinBackward, moveLine, splitLine } from '../commands'
import { canonicalJson, itemPlainText, readNotula } from '../content'
import { admissible } from '../gate/admissible'
import { itemText, removeItem } from '../items'
import { createNotulaDoc, NOTULA_VERSION } from '../notula-doc'
import { seedNotula } from '../seed'
import { cellText, tableGrid } from '../tables'
import { anchorAt, readPlaces } from './anchor'
import { changeLine, reword } from './reword'

const SENTENCE = 'Dinsos menyampaikan rekap data. Tenggat satu minggu.'

function notula(clientId = 7) {
  const doc = createNotulaDoc({ clientId })
  seedNotula(doc, [
    {
      id: 'a',
      title: 'Data',
      lines: [
        { id: 'l1', text: SENTENCE },
        {
          id: 'l2',
          spans: [
            { text: 'Laporan ' },
            { text: 'dari ', marks: { bold: true } },
            { embed: { mention: { kind: 'opd', id: 'o', label: 'Dinkes' } } },
            { text: ' diterima.' },
          ],
        },
        {
          id: 't',
          table: [
            ['satu dua', 'tiga'],
            ['empat', 'lima'],
          ],
        },
      ],
    },
    { id: 'b', title: 'Lain', lines: [{ id: 'm', text: 'Tidak ada.' }] },
  ])
  return doc
}

const pointed = (quote: string, from = SENTENCE.indexOf(quote), lineId = 'l1', root = 'item:a') => ({
  root,
  lineId,
  from,
  to: from + quote.length,
  quote,
})
const only = (doc: Y.Doc, anchor: ReturnType<typeof anchorAt>) =>
  anchor === null ? null : (readPlaces(doc, [anchor])[0] ?? null)

describe('[N23] what stands beside the text', () => {
  it('is anchored at the words that were pointed at', () => {
    const doc = notula()
    expect(only(doc, anchorAt(doc, pointed('rekap data')))).toEqual({
      root: 'item:a',
      itemId: 'a',
      lineId: 'l1',
      from: 20,
      to: 30,
      text: 'rekap data',
    })
  })

  it('finds the words where offsets are of an older text, the nearest where they stand twice', () => {
    const doc = notula()
    itemText(doc, 'a').insert(1, 'Pak data: ')
    expect(only(doc, anchorAt(doc, pointed('rekap data')))).toMatchObject({ text: 'rekap data', from: 30 })
    expect(only(doc, anchorAt(doc, pointed('data')))).toMatchObject({ text: 'data', from: 36 })
    expect(only(doc, anchorAt(doc, pointed('data', 0)))).toMatchObject({ text: 'data', from: 4 })
  })

  it('has no anchor where the words or the line are not', () => {
    const doc = notula()
    expect(anchorAt(doc, pointed('tidak tertulis', 3))).toBeNull()
    expect(anchorAt(doc, { ...pointed('data'), lineId: 'x' })).toBeNull()
    expect(anchorAt(doc, { ...pointed('data'), root: 'item:x' })).toBeNull()
    expect(anchorAt(doc, { ...pointed('Data'), root: 'title:a' })).toBeNull()
  })

  it('goes along with its words: typed before and within, its line moved, split and joined', () => {
    const doc = notula()
    const anchor = anchorAt(doc, pointed('rekap data'))
    const view = new Writer(doc).view('a')
    view.type('Kepala ', view.before('Dinsos')).type('semua ', view.before('data'))
    expect(only(doc, anchor)).toMatchObject({ text: 'rekap semua data', lineId: 'l1', from: 27 })
    view.select(view.before('rekap')).run(moveLine(1))
    expect(view.words()[1]).toContain('rekap semua data')
    expect(only(doc, anchor)).toMatchObject({ text: 'rekap semua data', lineId: 'l1' })
    view.select(view.before('rekap')).run(splitLine)
    const half = only(doc, anchor)
    expect(half).toMatchObject({ text: 'rekap semua data', from: 0 })
    expect(half?.lineId).not.toBe('l1')
    view.select(view.before('rekap')).run(joinBackward)
    expect(only(doc, anchor)).toMatchObject({ text: 'rekap semua data', lineId: 'l1' })
  })

  it('keeps what is left, then the line, then nothing', () => {
    const doc = notula()
    const anchor = anchorAt(doc, pointed('rekap data'))
    const text = itemText(doc, 'a')
    const at = () => 1 + 20
    text.delete(at(), 6)
    expect(only(doc, anchor)).toMatchObject({ text: 'data', from: 20, to: 24 })
    text.delete(at(), 4)
    expect(only(doc, anchor)).toMatchObject({ text: '', lineId: 'l1', from: 0, to: 0 })
    removeItem(doc, 'a')
    expect(only(doc, anchor)).toBeNull()
  })

  it('stands in cells, and at a line without words as a whole', () => {
    const doc = notula()
    const { rows, columns } = tableGrid(doc, 't')
    const root = `k:t:${rows[0]?.id}:${columns[0]?.id}`
    const [line] = readNotula(doc).items[0]?.lines[2]?.table?.rows[0]?.cells[0] ?? []
    const anchor = anchorAt(doc, { root, lineId: line?.id ?? '', from: 5, to: 8, quote: 'dua' })
    expect(only(doc, anchor)).toMatchObject({ root, itemId: 'a', text: 'dua' })
    const whole = anchorAt(doc, { root: 'item:a', lineId: 't', from: 0, to: 0, quote: '' })
    expect(only(doc, whole)).toMatchObject({ root: 'item:a', lineId: 't', text: '' })
    expect(cellText(doc, 't', rows[0]?.id ?? '', columns[0]?.id ?? '').toString()).toContain('satu dua')
  })

  it('counts a mention as one unit with its words', () => {
    const doc = notula()
    const anchor = anchorAt(doc, { root: 'item:a', lineId: 'l2', from: 8, to: 14, quote: 'dari @Dinkes' })
    expect(only(doc, anchor)).toMatchObject({ text: 'dari @Dinkes', from: 8, to: 14 })
  })

  it('makes nothing of units that never were, or stand the wrong way round', () => {
    const doc = notula()
    const anchor = anchorAt(doc, pointed('rekap data'))
    const units = anchor?.units
    if (!anchor || !units) throw new Error('no anchor')
    const turned = { ...anchor, units: { from: units.to, to: units.from } }
    const strange = { ...anchor, units: { from: { client: 99, clock: 4 }, to: { client: 99, clock: 9 } } }
    expect(readPlaces(doc, [turned, strange]).map(place => place?.text)).toEqual(['', ''])
  })

  it('reads without writing', () => {
    const doc = notula()
    const before = Y.encodeStateAsUpdate(doc)
    readPlaces(doc, [anchorAt(doc, pointed('data')) as never])
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })
})

describe('[N23] other words in a place', () => {
  const reworded = (quote: string, words: string) => {
    const doc = notula()
    const place = only(doc, anchorAt(doc, pointed(quote)))
    const base = createNotulaDoc({ clientId: 1 })
    Y.applyUpdate(base, Y.encodeStateAsUpdate(doc))
    const mine = createNotulaDoc({ clientId: 8 })
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(doc))
    const updates: Uint8Array[] = []
    mine.on('update', (update: Uint8Array) => updates.push(update))
    expect(place && reword(mine, place, words)).toBe(true)
    for (const update of updates) {
      expect(admissible(base, update, { clientId: 8, version: NOTULA_VERSION }).ok).toBe(true)
      Y.applyUpdate(base, update)
    }
    expect(canonicalJson(readNotula(base))).toBe(canonicalJson(readNotula(mine)))
    const [item] = readNotula(mine).items
    return { doc: mine, text: item ? itemPlainText(item).split('\n')[0] : '' }
  }

  it('are written as an edit that the gate admits', () => {
    expect(reworded('satu minggu', 'dua pekan').text).toBe(
      'Dinsos menyampaikan rekap data. Tenggat dua pekan.',
    )
    expect(reworded('Dinsos', 'Kepala Dinsos\n dan Dinkes').text).toBe(
      'Kepala Dinsos dan Dinkes menyampaikan rekap data. Tenggat satu minggu.',
    )
    expect(reworded(' rekap', '').text).toBe('Dinsos menyampaikan data. Tenggat satu minggu.')
    expect(reworded(SENTENCE, `${SENTENCE} Selesai.`).text).toBe(`${SENTENCE} Selesai.`)
  })

  it('leave words that stay where others are anchored', () => {
    const doc = notula()
    const other = anchorAt(doc, pointed('rekap data'))
    const place = only(doc, anchorAt(doc, pointed(SENTENCE)))
    if (place) reword(doc, place, 'Dinsos mengirim rekap data. Tenggat satu minggu.')
    expect(only(doc, other)).toMatchObject({ text: 'rekap data' })
  })

  it('are not written where nothing of the words is left', () => {
    const doc = notula()
    const place = only(doc, anchorAt(doc, pointed('data')))
    expect(place && reword(doc, { ...place, from: 0, to: 0 }, 'x')).toBe(false)
    expect(place && reword(doc, { ...place, lineId: 'x' }, 'x')).toBe(false)
  })

  it('change a line with its facts, by what differs', () => {
    const doc = notula()
    const anchor = anchorAt(doc, pointed('rekap data'))
    expect(
      changeLine(doc, 'l1', { text: `${SENTENCE} Segera.`, attrs: { tenggat: '2026-12-20', owner: 'o' } }),
    ).toBe(true)
    const line = readNotula(doc).items[0]?.lines[0]
    expect(line?.attrs).toMatchObject({ tenggat: '2026-12-20', owner: 'o' })
    expect(only(doc, anchor)).toMatchObject({ text: 'rekap data' })
    changeLine(doc, 'l1', { attrs: { owner: null } })
    expect(readNotula(doc).items[0]?.lines[0]?.attrs.owner).toBeUndefined()
    expect(changeLine(doc, 'x', { text: 'y' })).toBe(false)
  })
})
