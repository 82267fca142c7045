import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { authoredLines } from './authored'
import { itemText, itemTitle, removeItem } from './items'
import { createNotulaDoc } from './notula-doc'
import { appendLines, seedNotula } from './seed'

const SEEDER = 1
const WRITER = 2

function written(write: (doc: Y.Doc) => void): Y.Doc {
  const seeded = createNotulaDoc({ clientId: SEEDER })
  seedNotula(seeded, [
    { id: 'satu', title: 'Satu', lines: [{ text: 'Teks bersama.' }, { table: [['Desa', 'Ipuh']] }] },
    { id: 'dua', title: 'Dua' },
  ])
  const doc = createNotulaDoc({ clientId: WRITER })
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(seeded))
  write(doc)
  return doc
}

describe('what somebody wrote of a notula', () => {
  it('is their words as they stand there, by item and line, and nobody else’s', () => {
    const doc = written(doc => {
      itemText(doc, 'satu').insert(5, 'yang ditulis ')
      appendLines(doc, itemText(doc, 'dua'), [{ text: 'Baris satu' }, { kind: 'butir', text: 'Baris dua' }])
      itemTitle(doc, 'dua').insert(3, ' dan lagi')
      itemText(doc, 'dua').delete(1, 6)
    })
    expect(authoredLines(doc, new Set([WRITER]))).toEqual([
      { item: 'Satu', text: 'yang ditulis' },
      { item: 'Dua dan lagi', text: 'dan lagi' },
      { item: 'Dua dan lagi', text: 'satu' },
      { item: 'Dua dan lagi', text: 'Baris dua' },
    ])
  })

  it('holds cells of tables and items that were taken off', () => {
    const doc = written(doc => removeItem(doc, 'satu'))
    const texts = authoredLines(doc, new Set([SEEDER])).map(line => line.text)
    expect(texts).toEqual(expect.arrayContaining(['Satu', 'Teks bersama.', 'Desa', 'Ipuh', 'Dua']))
    expect(authoredLines(doc, new Set([99]))).toEqual([])
  })
})
