import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { HeadlessView } from '../acceptance/headless-view'
import { NET, pair } from '../acceptance/pair'
import { readLines } from '../content'
import { itemText } from '../items'
import { createNotulaDoc } from '../notula-doc'
import { seedNotula } from '../seed'

const markers = (text: Y.Text): Y.Map<unknown>[] =>
  text.toDelta().flatMap((op: { insert: unknown }) => (op.insert instanceof Y.Map ? [op.insert] : []))

describe('[N11] what this build does not know', () => {
  it('is shown, kept and moved along: kinds, keys, embeds, formats', () => {
    const { a, b, deliver } = pair([
      { id: 'l1', text: 'satu' },
      { id: 'l2', text: 'dua' },
    ])
    b.doc.transact(() => {
      b.text.insertEmbed(3, { masaDepan: { a: 1 } })
      b.text.format(1, 2, { sorot: 'kuning' })
      markers(b.text)[0]?.set('kind', 'jenis-baru')
      markers(b.text)[0]?.set('kunci', { dalam: [1] })
    })
    deliver()
    const line = a.view.lines()[0]
    expect(line?.attrs).toMatchObject({ kind: 'jenis-baru', extra: '{"kunci":{"dalam":[1]}}' })
    a.view.type('Z', a.view.behind('dua'))
    a.view.type('Y', 2)
    a.view.dispatch(a.view.state.tr.setNodeAttribute(0, 'level', 1))
    deliver()
    const [first] = readLines(b.doc, b.text)
    expect(first).toMatchObject({ kind: 'jenis-baru', level: 1, attrs: { kunci: { dalam: [1] } } })
    expect(JSON.stringify(first?.spans)).toContain('{"embed":{"masaDepan":{"a":1}}}')
    expect(JSON.stringify(first?.spans)).toContain('"sorot":"kuning"')
    expect(a.view.binding.redrawn).toBe(0)
  })

  it('[N8] keeps a doubled id with the first line and gives the others one from it', () => {
    const doc = createNotulaDoc({ clientId: 1 })
    seedNotula(doc, [
      {
        id: 'i',
        title: '',
        lines: [
          { id: 'x', text: 'satu' },
          { id: 'x', text: 'dua' },
        ],
      },
    ])
    expect(readLines(doc, itemText(doc, 'i')).map(line => line.id)).toEqual(['x', 'x~2'])
    const view = new HeadlessView(itemText(doc, 'i'))
    view.type('!', view.behind('dua'))
    expect(view.words()).toEqual(['satu', 'dua!'])
  })

  it('[N10] breaks circles the same way for everyone', () => {
    const doc = createNotulaDoc({ clientId: 1 })
    seedNotula(doc, [
      {
        id: 'i',
        title: '',
        lines: [
          { id: 'p', text: 'p', attrs: { into: 'j1', from: 'q', slot: 's1' } },
          { id: 'q', text: 'q', attrs: { into: 'j2', from: 'p', slot: 's2' } },
          { id: 'r', text: 'r', attrs: { into: 'j3' } },
        ],
      },
    ])
    const text = itemText(doc, 'i')
    text.insertEmbed(3, { slot: 's2' })
    text.insertEmbed(3, { join: 'j2' })
    text.insertEmbed(8, { join: 'j1' })
    text.insertEmbed(8, { slot: 's1' })
    text.insertEmbed(text.length, { join: 'j3' })
    const read = readLines(doc, text).map(line => line.spans)
    expect(
      read
        .flat()
        .map(span => ('text' in span ? span.text : ''))
        .join(''),
    ).toHaveLength(3)
    const other = createNotulaDoc({ clientId: 2 })
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc), NET)
    expect(readLines(other, itemText(other, 'i')).map(line => line.spans)).toEqual(read)
  })

  it('[N1] has a reading for any text, and every word of it is read once', () => {
    const piece = fc.oneof(
      fc.constantFrom('a', 'bc', '\n', '😀', '\n\n'),
      fc.record({ slot: fc.constantFrom('s1', 's2', 's3') }),
      fc.record({ join: fc.constantFrom('j1', 'j2', 'j3') }),
      fc.record({
        marker: fc.record(
          {
            id: fc.constantFrom('p', 'q', 'r', 's'),
            slot: fc.constantFrom('s1', 's2', 's3'),
            into: fc.constantFrom('j1', 'j2', 'j3'),
            from: fc.constantFrom('p', 'q', 'r', 's'),
            del: fc.boolean(),
            kind: fc.constantFrom('butir', 'tabel', 'lain'),
          },
          { requiredKeys: ['id'] },
        ),
      }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), pieces => {
        const doc = createNotulaDoc({ clientId: 1 })
        const text = itemText(doc, 'i')
        for (const part of pieces) {
          if (typeof part === 'string') text.insert(text.length, part)
          else if ('marker' in part) text.insertEmbed(text.length, new Y.Map(Object.entries(part.marker)))
          else text.insertEmbed(text.length, part)
        }
        const words = pieces
          .filter(part => typeof part === 'string')
          .join('')
          .replaceAll('\n', '')
        const read = readLines(doc, text).flatMap(line => line.spans)
        const said = read.map(span => ('text' in span ? span.text : '')).join('')
        expect([...said].sort().join('')).toBe([...words].sort().join(''))
        const view = new HeadlessView(text)
        const { doc: shown } = view.state
        expect(shown.textContent).toBe(said)
        view.type('!', 1)
        expect(view.state.doc.textContent).toContain('!')
        view.destroy()
      }),
      { numRuns: 300, seed: 11 },
    )
  })
})

describe('[N16] code points', () => {
  it('are never cut in two, whatever the steps say', () => {
    const { a, b, deliver } = pair([{ id: 'l1', text: 'x😀y' }])
    // 😀 → 😁 share their first half; a step that replaces the second half alone must not store a broken one.
    const start = a.view.before('x')
    a.view.dispatch(a.view.state.tr.insertText('\ude01', start + 2, start + 3))
    b.view.type('!', b.view.before('x'))
    deliver()
    expect(a.view.words()).toEqual(['!x😁y'])
    expect(b.view.words()).toEqual(a.view.words())
    for (const op of a.text.toDelta())
      if (typeof op.insert === 'string') expect(op.insert).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/)
  })
})
