import { notulaSchema } from '@mufakat/doc-model'
import { EditorState } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { stateOf } from '../text/testing-text'
import { maskPlaces, placesIn } from './marks'

const NIK = '1706010101800001'
const words = (state: EditorState): string[] =>
  placesIn(state.doc).flatMap(place =>
    place.kind === 'words' ? [state.doc.textBetween(place.from, place.to)] : ['jabatan'],
  )
const masked = (state: EditorState): EditorState => {
  const tr = maskPlaces(state)
  return tr === null ? state : state.apply(tr)
}

describe('numbers like a NIK in a text', () => {
  it('[X4] are found in every line and in the jabatan of a tindak lanjut, and nowhere else', () => {
    const state = stateOf([
      { words: `Warga ${NIK} hadir` },
      { words: 'NIP 198002292005011001 tidak' },
      { kind: 'keputusan', words: `1706 0101 0180 0002 dan ${NIK}` },
      { kind: 'tindak-lanjut', words: 'Kirim', attrs: { jabatan: `Kepala ${NIK}` } },
    ])
    expect(words(state)).toEqual([NIK, '1706 0101 0180 0002', NIK, 'jabatan'])
    expect(placesIn(stateOf([{ words: 'Dua puluh delapan lokasi' }]).doc)).toEqual([])
  })

  it('[X4] keep their place behind a mention, which is one character', () => {
    const { nodes } = notulaSchema
    const mention = nodes.mention.create({ id: 'x', label: 'Rina Contoh' })
    const line = nodes.line.create({ id: 'a' }, [mention, notulaSchema.text(` ${NIK}`)])
    const state = EditorState.create({ doc: nodes.doc.create(null, [line]) })
    expect(words(state)).toEqual([NIK])
    expect(masked(state).doc.textContent).toContain('Rina Contoh ••••••••••••0001')
  })

  it('[X4] are masked in one edit that changes nothing else, formats included', () => {
    const plain = stateOf([
      { words: `A ${NIK} B` },
      { kind: 'tindak-lanjut', words: 'Kirim', attrs: { jabatan: NIK } },
    ])
    const state = plain.apply(plain.tr.addMark(3, 9, notulaSchema.marks.bold.create()))
    const after = masked(state)
    expect(after.doc.child(0).textContent).toBe('A ••••••••••••0001 B')
    expect(after.doc.child(0).child(1).textContent).toBe('••••••')
    expect(after.doc.child(0).child(1).marks).toHaveLength(1)
    expect(after.doc.child(1).attrs.jabatan).toBe('••••••••••••0001')
    expect(placesIn(after.doc)).toEqual([])
    expect(maskPlaces(after)).toBeNull()
  })
})
