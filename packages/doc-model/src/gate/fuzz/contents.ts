import * as Y from 'yjs'
import type { Random } from '../../acceptance/random-act'

// What an enemy may put into a struct: everything Yjs can carry, most of it nearly right.

type Content = Y.Item['content']

const IDS = [
  'l0',
  'l1',
  'tabel',
  'x',
  'tidak-ada',
  '',
  'a'.repeat(64),
  'a'.repeat(65),
  '__proto__',
  'l0~2',
  'ü',
]
const KINDS = ['judul', 'butir', 'tabel', 'keputusan', 'kelak', '', 'A', 'k'.repeat(41), 7, null]
const RANKS = ['m', 'a', 'zzz', '', 'M', 'n'.repeat(501), 3, null]
const HREFS = ['https://a.id', 'mailto:a@b.id', '/x', '//jahat', 'javascript:alert(1)', 'h'.repeat(2_001), 1]

const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  id: IDS,
  slot: IDS,
  from: IDS,
  into: IDS,
  kind: KINDS,
  level: [0, 1, 8, 9, -1, 0.5, '1', null],
  del: [true, false, null, 1],
  rank: RANKS,
  minutes: [0, 5, 10_000, 10_001, -1, Number.NaN, Number.POSITIVE_INFINITY, '5'],
  presenter: ['Bupati', '', 'x'.repeat(201), 3],
  owner: ['dinkes', 'x'.repeat(201), null],
  r: RANKS,
  c: RANKS,
}
const ODD: readonly unknown[] = [
  undefined,
  null,
  0,
  2 ** 53,
  {},
  { a: [{}] },
  [],
  new Uint8Array(3),
  'x',
  10n,
  true,
]

/** A value that belongs to the key more often than not. */
function valueFor(key: string | null, { next, pick }: Random): unknown {
  const name = key === null ? '' : (/^[rc](?=:)/.exec(key)?.[0] ?? key.slice(key.lastIndexOf('.') + 1))
  const known = Object.hasOwn(VALUES, name) ? VALUES[name] : undefined
  return known && next() < 0.85 ? pick(known) : pick(ODD)
}

const STRINGS = ['a', 'ab', 'aab\nb', '\n', '😀', 'a😀b😀', '\u0000', '', '\ufffd', 'é', 'x'.repeat(3_000)]
const EMBEDS: readonly (object | string | number | null)[] = [
  { slot: 'x' },
  { join: 'x' },
  { slot: 'l0', join: 'x' },
  { slot: 3 },
  { mention: { kind: 'opd', id: 'x', label: 'Dinkes' } },
  { mention: { kind: 'opd', id: 'x', label: 'y'.repeat(201) } },
  { mention: { kind: 'dewa', id: 'x', label: 'y' } },
  { mention: null },
  { indicator: { id: 'x', label: 'Kawasan kumuh' } },
  { indicator: { id: 'x', label: 'Kawasan kumuh', value: 28 } },
  { indicator: { id: '', label: 'y' } },
  { indicator: { id: 'x', label: 3 }, slot: 'l0' },
  { script: 1 },
  {},
  [],
  'x',
  null,
]
const FORMATS: readonly (readonly [string, unknown])[] = [
  ['bold', true],
  ['bold', null],
  ['italic', true],
  ['bold', 'ya'],
  ['blink', true],
  ['__proto__', true],
  ['link', null],
  ...HREFS.map(href => ['link', { href }] as const),
  ['link', { href: 'https://a.id', target: '_blank' }],
]

export const HUGE = [2 ** 31 - 1, 2 ** 31, 50_000_000, 50_000_001, 2 ** 40, 2 ** 53 - 1]

export function contentFor(key: string | null, chance: Random): Content {
  const { next, pick, below } = chance
  const makers: readonly (() => Content)[] = [
    () => new Y.ContentString(pick(STRINGS)),
    () => new Y.ContentEmbed(structuredClone(pick(EMBEDS)) as object),
    () => new Y.ContentFormat(...(pick(FORMATS) as [string, object])),
    () => new Y.ContentAny([valueFor(key, chance)]),
    () => new Y.ContentType(new Y.Map() as never),
    () => new Y.ContentDeleted(next() < 0.8 ? 1 + below(4) : pick(HUGE)),
    () => new Y.ContentAny(Array.from({ length: below(3) }, () => valueFor(key, chance))),
    () =>
      new Y.ContentType(
        pick([() => new Y.Text(), () => new Y.Array(), () => new Y.XmlFragment()])() as never,
      ),
    () => new Y.ContentType(new Y.XmlElement('p') as never),
    () => new Y.ContentBinary(new Uint8Array(below(9))),
    () => new Y.ContentJSON([{ a: 1 }, undefined]),
    () => new Y.ContentDoc(new Y.Doc({ guid: 'x' })),
  ]
  if (key !== null && next() < 0.75) return new Y.ContentAny([valueFor(key, chance)])
  return pick(next() < 0.8 ? makers.slice(0, 6) : makers)()
}

export const KEYS = [
  ...['id', 'kind', 'level', 'del', 'slot', 'from', 'into', 'owner', 'kelak', '', '__proto__', 'constructor'],
  ...['a.rank', 'b.minutes', 'c.del', 'x.rank', 'b.warna', '.rank', 'a.b.rank', '__proto__.del'],
  ...['r:x', 'c:x', 'r:', 'd:x'],
]
export const ROOTS = [
  ...['notula', 'items', 'title:a', 'title:b', 'item:a', 'item:b', 'item:c', 'item:baru', 't:tabel', 't:l0'],
  ...['k:tabel:x:y', 'k:a:b', 'item:', 'lain', '', '__proto__', 'item:a:b', 't:__proto__', 'title:__proto__'],
]
