import { describe, expect, it } from 'vitest'
import {
  backspaceAtStart,
  deleteAtEnd,
  enter,
  indent,
  insertPageBreak,
  moveLines,
  placeLine,
  removeSelected,
  setKind,
} from './line-commands'
import { ids, run, shown, stateOf } from './testing-text'

describe('Enter', () => {
  it('splits a paragraph and leaves the name with the first half', () => {
    const next = run(stateOf([{ words: 'satu| dua' }]), enter)
    expect(shown(next)).toEqual(['satu', '| dua'])
    expect(ids(next)).toEqual(['l1', null])
  })

  it('at the start pushes the words down, and they keep their name', () => {
    const next = run(
      stateOf([{ kind: 'tindak-lanjut', words: '|kirim data', attrs: { owner: 'o1' } }]),
      enter,
    )
    expect(shown(next)).toEqual(['', 'tindak-lanjut:|kirim data'])
    expect(ids(next)).toEqual([null, 'l1'])
  })

  it('goes on with list-like kinds, and not with their facts', () => {
    const next = run(stateOf([{ kind: 'tindak-lanjut', words: 'kirim|', attrs: { owner: 'o1' } }]), enter)
    expect(shown(next)).toEqual(['tindak-lanjut:kirim', 'tindak-lanjut:|'])
    expect(next.doc.child(1).attrs.owner).toBeNull()
    expect(shown(run(stateOf([{ kind: 'butir', level: 1, words: 'a|b' }]), enter))).toEqual([
      'butir.1:a',
      'butir.1:|b',
    ])
    expect(shown(run(stateOf([{ kind: 'judul', words: 'Bab|' }]), enter))).toEqual(['judul:Bab', '|'])
  })

  it('on an empty list line steps out, level by level', () => {
    const once = run(stateOf([{ kind: 'butir', level: 1, words: '|' }]), enter)
    expect(shown(once)).toEqual(['butir:|'])
    expect(shown(run(once, enter))).toEqual(['|'])
  })

  it('replaces a selection over several lines and splits there', () => {
    expect(shown(run(stateOf([{ words: 'sa|tu' }, { words: 'dua' }, { words: 'ti|ga' }]), enter))).toEqual([
      'sa',
      '|ga',
    ])
  })

  it('below a page break or a caption makes a line to write on', () => {
    expect(shown(run(stateOf([{ kind: 'batas-halaman', words: '|' }]), enter))).toEqual([
      'batas-halaman:',
      '|',
    ])
    expect(shown(run(stateOf([{ kind: 'gambar', words: 'a|b' }]), enter))).toEqual(['gambar:ab', '|'])
  })
})

describe('Backspace at the start', () => {
  it('takes level, then kind, then joins', () => {
    const nested = stateOf([{ words: 'atas' }, { kind: 'butir', level: 1, words: '|isi' }])
    const once = run(nested, backspaceAtStart)
    expect(shown(once)).toEqual(['atas', 'butir:|isi'])
    const twice = run(once, backspaceAtStart)
    expect(shown(twice)).toEqual(['atas', '|isi'])
    const joined = run(twice, backspaceAtStart)
    expect(shown(joined)).toEqual(['atas|isi'])
    expect(ids(joined)).toEqual(['l1'])
  })

  it('removes an empty line above, so that the words keep name and kind', () => {
    const next = run(stateOf([{ words: '' }, { words: '|isi' }]), backspaceAtStart)
    expect(shown(next)).toEqual(['|isi'])
    expect(ids(next)).toEqual(['l2'])
  })

  it('never melts into a table: the caret goes to its caption', () => {
    const next = run(stateOf([{ kind: 'tabel', words: 'data' }, { words: '|isi' }]), backspaceAtStart)
    expect(shown(next)).toEqual(['tabel:data|', 'isi'])
    expect(shown(run(stateOf([{ kind: 'tabel', words: '|data' }]), backspaceAtStart))).toEqual([
      'tabel:|data',
    ])
  })

  it('removes an empty line below a table', () => {
    const next = run(
      stateOf([{ kind: 'tabel', words: 'd' }, { words: '|' }, { words: 'x' }]),
      backspaceAtStart,
    )
    expect(shown(next)).toEqual(['tabel:d|', 'x'])
  })

  it('does nothing in the first line, and nothing within words', () => {
    expect(shown(run(stateOf([{ words: '|isi' }]), backspaceAtStart))).toEqual(['|isi'])
    expect(backspaceAtStart(stateOf([{ words: 'i|si' }]))).toBe(false)
  })
})

describe('Delete at the end', () => {
  it('joins the line below and keeps the upper kind', () => {
    const next = run(
      stateOf([
        { kind: 'keputusan', words: 'satu|' },
        { kind: 'butir', words: ' dua' },
      ]),
      deleteAtEnd,
    )
    expect(shown(next)).toEqual(['keputusan:satu| dua'])
    expect(ids(next)).toEqual(['l1'])
  })

  it('removes a page break below', () => {
    expect(
      shown(run(stateOf([{ words: 'a|' }, { kind: 'batas-halaman' }, { words: 'b' }]), deleteAtEnd)),
    ).toEqual(['a|', 'b'])
  })
})

describe('kinds and levels', () => {
  it('sets a kind on all selected lines, and toggles back only when all have it', () => {
    const two = stateOf([{ words: 'a|b' }, { kind: 'butir', words: 'c|d' }])
    const set = run(two, setKind('butir', { toggle: true }))
    expect(shown(set)).toEqual(['butir:ab', 'butir:cd'])
    expect(shown(run(set, setKind('butir', { toggle: true })))).toEqual(['ab', 'cd'])
  })

  it('leaves tables in a selection alone', () => {
    const next = run(stateOf([{ words: 'a|' }, { kind: 'tabel' }, { words: '|b' }]), setKind('judul'))
    expect(shown(next)).toEqual(['judul:a', 'tabel:', 'judul:b'])
  })

  it('indents a list line one deeper than the one above, no further', () => {
    const list = stateOf([
      { kind: 'butir', words: 'a' },
      { kind: 'butir', words: 'b|' },
    ])
    const once = run(list, indent(1))
    expect(shown(once)).toEqual(['butir:a', 'butir.1:b|'])
    expect(shown(run(once, indent(1)))).toEqual(['butir:a', 'butir.1:b|'])
    expect(shown(run(once, indent(-1)))).toEqual(['butir:a', 'butir:b|'])
  })

  it('lets Tab leave where there is nothing to indent', () => {
    expect(indent(1)(stateOf([{ words: 'a|' }]))).toBe(false)
    expect(indent(1)(stateOf([{ kind: 'butir', words: 'a|' }]))).toBe(false)
    expect(indent(-1)(stateOf([{ kind: 'butir', words: 'a|' }]))).toBe(false)
  })
})

describe('moving and placing lines', () => {
  it('moves lines with their names, and the caret with them', () => {
    const next = run(stateOf([{ words: 'a' }, { words: 'b|' }, { words: 'c' }]), moveLines(-1))
    expect(shown(next)).toEqual(['b|', 'a', 'c'])
    expect(ids(next)).toEqual(['l2', 'l1', 'l3'])
    expect(shown(run(next, moveLines(1)))).toEqual(['a', 'b|', 'c'])
  })

  it('a page break takes an empty line, and writing goes on below', () => {
    expect(shown(run(stateOf([{ words: '|' }]), insertPageBreak))).toEqual(['batas-halaman:', '|'])
    expect(shown(run(stateOf([{ words: 'a|' }, { words: 'b' }]), insertPageBreak))).toEqual([
      'a',
      'batas-halaman:',
      '|b',
    ])
  })

  it('a table takes an empty line or stands below words, never last', () => {
    const empty = stateOf([{ words: '|' }])
    const first = placeLine(empty, 'tabel')
    expect(first?.pos).toBe(0)
    expect(shown(empty.apply(first?.tr ?? empty.tr))).toEqual(['tabel:|', ''])
    const words = stateOf([{ words: 'a|' }])
    expect(shown(words.apply(placeLine(words, 'tabel')?.tr ?? words.tr))).toEqual(['a|', 'tabel:', ''])
  })
})

describe('deleting over captions', () => {
  it('empties but does not join', () => {
    expect(
      shown(
        run(stateOf([{ words: 'a|b' }, { words: 'c' }, { kind: 'tabel', words: 'da|ta' }]), removeSelected),
      ),
    ).toEqual(['a|', 'tabel:ta'])
    expect(
      shown(run(stateOf([{ kind: 'tabel', words: 'da|ta' }, { words: 'c|d' }]), removeSelected)),
    ).toEqual(['tabel:da|', 'd'])
  })

  it('takes away a table that lies wholly within', () => {
    expect(
      shown(
        run(stateOf([{ words: 'a|b' }, { kind: 'tabel', words: 'x' }, { words: 'c|d' }]), removeSelected),
      ),
    ).toEqual(['a|d'])
  })
})
