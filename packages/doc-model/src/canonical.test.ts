import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { appendLines, canonicalJson, createNotulaDoc, itemText, readNotula, seedNotula } from './index'

const made = (clientId: number) => {
  const doc = createNotulaDoc({ clientId })
  seedNotula(doc, [
    {
      id: 'a',
      title: 'Pembukaan',
      minutes: 10,
      presenter: null,
      lines: [
        { id: 'l1', spans: [{ text: 'Rapat ' }, { text: 'dibuka', marks: { bold: true } }] },
        {
          id: 'l2',
          kind: 'tindak-lanjut',
          attrs: { tenggat: '2026-12-01', owner: 'x' },
          text: 'Susun "é"\u2028',
        },
      ],
    },
  ])
  return doc
}

it('[N24] is spelt as the specification says', () => {
  expect(canonicalJson(readNotula(made(1)))).toBe(
    '{"items":[{"id":"a","lines":[' +
      '{"attrs":{},"id":"l1","kind":"paragraf","level":0,"spans":[{"text":"Rapat "},{"marks":{"bold":true},"text":"dibuka"}]},' +
      '{"attrs":{"owner":"x","tenggat":"2026-12-01"},"id":"l2","kind":"tindak-lanjut","level":0,"spans":[{"text":"Susun \\"é\\"\u2028"}]}' +
      '],"minutes":10,"presenter":null,"title":"Pembukaan"}],"version":1}',
  )
})

it('[N24] does not depend on authors, updates or encoding', () => {
  const [one, two] = [made(1), made(2)]
  appendLines(one, itemText(one, 'a'), [{ id: 'l4', text: 'akhir' }])
  appendLines(two, itemText(two, 'a'), [{ id: 'l4', text: 'akhirnya' }])
  itemText(two, 'a').delete(itemText(two, 'a').length - 4, 3)
  const stored = createNotulaDoc({ clientId: 9 })
  Y.applyUpdateV2(stored, Y.encodeStateAsUpdateV2(one))
  expect(canonicalJson(readNotula(stored))).toBe(canonicalJson(readNotula(one)))
  expect(canonicalJson(readNotula(two))).toBe(canonicalJson(readNotula(one)))
})
