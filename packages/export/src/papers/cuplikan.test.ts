import type { ContentItem, ContentLine } from '@mufakat/doc-model'
import { expect, it } from 'vitest'
import { ofOpd } from './cuplikan'

const line = (id: string, kind: string, rest: Partial<ContentLine> = {}): ContentLine => ({
  id,
  kind,
  level: 0,
  attrs: {},
  spans: [],
  ...rest,
})
const item = (id: string, lines: ContentLine[]): ContentItem => ({
  id,
  title: id,
  minutes: null,
  presenter: null,
  lines,
})

it('holds an OPD’s tindak lanjut, the decisions they follow from and those that name it, and nothing else', () => {
  const mention = { embed: { mention: { kind: 'opd', id: 'a', label: 'A' } } }
  const items = [
    item('satu', [
      line('k1', 'keputusan'),
      line('t1', 'tindak-lanjut', { attrs: { owner: 'b' } }),
      line('k2', 'keputusan'),
      line('p1', 'paragraf', { spans: [mention] }),
      line('t2', 'tindak-lanjut', { attrs: { owner: 'a' } }),
      line('t3', 'tindak-lanjut', { attrs: { owner: 'a' } }),
    ]),
    item('dua', [
      line('t4', 'tindak-lanjut', { attrs: { owner: 'a' } }),
      line('k3', 'keputusan', { spans: [mention] }),
      line('k4', 'keputusan', { spans: [{ embed: { mention: { kind: 'person', id: 'a', label: 'A' } } }] }),
      line('k5', 'keputusan', { attrs: { owner: 'a' } }),
    ]),
  ]
  const { decisions, actions } = ofOpd(items, 'a')
  expect(decisions.map(({ line: { id } }) => id)).toEqual(['k2', 'k3', 'k5'])
  expect(actions.map(({ line: { id } }) => id)).toEqual(['t2', 't3', 't4'])
})
