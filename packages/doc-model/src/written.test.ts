import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { itemPlainText, readNotula } from './content'
import { addItem, itemText, itemTitle, removeItem } from './items'
import { createNotulaDoc } from './notula-doc'
import { appendLines, seedNotula } from './seed'
import { appendPassages, writtenText } from './written'

function seeded() {
  const doc = createNotulaDoc({ clientId: 1 })
  seedNotula(doc, [
    { id: 'satu', title: 'Satu', lines: [{ text: 'Teks bersama.' }] },
    { id: 'dua', title: 'Dua' },
  ])
  return doc
}

/** What somebody else writes on top of it: the updates of their edits. */
function written(base: Y.Doc, write: (doc: Y.Doc) => void): Uint8Array[] {
  const doc = createNotulaDoc({ clientId: 2 })
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(base))
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  write(doc)
  return updates
}

describe('text that never became part of the document', () => {
  it('is read in the order it stood in, without what its author took back', () => {
    const base = seeded()
    const updates = written(base, doc => {
      const text = itemText(doc, 'satu')
      for (const [at, letter] of [...'akhir'].entries()) text.insert(14 + at, letter)
      text.insert(14, 'Dari awal ke ')
      text.insert(14, 'salah ')
      text.delete(14, 6)
    })
    expect(writtenText(base, updates)).toEqual([{ itemId: 'satu', text: 'Dari awal ke akhir' }])
  })

  it('is told by item, with lines, names and titles', () => {
    const base = seeded()
    const mention = { mention: { kind: 'opd', id: 'x', label: 'Perkim' } }
    const updates = written(base, doc => {
      appendLines(doc, itemText(doc, 'dua'), [{ text: 'Baris satu' }, { kind: 'butir', text: 'Baris dua' }])
      itemText(doc, 'satu').insert(5, 'lama ')
      itemText(doc, 'satu').insertEmbed(10, mention)
      itemTitle(doc, 'dua').insert(3, ' dan lagi')
    })
    expect(writtenText(base, updates)).toEqual([
      { itemId: 'dua', text: 'Baris satu\nBaris dua\ndan lagi' },
      { itemId: 'satu', text: 'lama @Perkim' },
    ])
  })

  it('is read also when the document has another history, or lacks what it builds on', () => {
    const base = seeded()
    const updates = written(base, doc => {
      itemText(doc, 'satu').insert(5, 'lama ')
      appendLines(doc, itemText(doc, 'dua'), [{ text: 'Baris' }])
    })
    // Nothing in the document says where the first stood; the second says so itself.
    expect(writtenText(createNotulaDoc(), updates)).toEqual([
      { itemId: null, text: 'lama' },
      { itemId: 'dua', text: 'Baris' },
    ])
    expect(writtenText(base, updates.slice(1))).toEqual([{ itemId: 'dua', text: 'Baris' }])
  })

  it('is nothing where only something was deleted, or the bytes are no update', () => {
    const base = seeded()
    const updates = written(base, doc => itemText(doc, 'satu').delete(1, 4))
    expect(writtenText(base, [...updates, new Uint8Array([250, 3, 1])])).toEqual([])
  })

  it('goes back to the end of its item, or of the last one', () => {
    const doc = seeded()
    addItem(doc, { id: 'tiga', title: 'Tiga' })
    removeItem(doc, 'dua')
    appendPassages(doc, [
      { itemId: 'satu', text: 'kembali\n\ndua baris' },
      { itemId: 'dua', text: 'acara dihapus' },
      { itemId: null, text: 'entah' },
    ])
    expect(readNotula(doc).items.map(item => [item.id, itemPlainText(item)])).toEqual([
      ['satu', 'Teks bersama.\nkembali\ndua baris'],
      ['tiga', 'acara dihapus\nentah'],
    ])
  })
})
