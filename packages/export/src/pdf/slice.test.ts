import { expect, it } from 'vitest'
import { paginate, type Slice } from './slice'

const slice = (name: string, height: number, rest: Partial<Slice> = {}): Slice & { name: string } => ({
  name,
  height,
  before: 0,
  keep: false,
  draw: () => undefined,
  ...rest,
})
const pages = (slices: readonly Slice[]) =>
  paginate(slices, 10, 110).map(page =>
    page.map(({ slice: one, top }) => `${(one as Slice & { name: string }).name}@${top}`),
  )

it('fills pages from the top and leaves out the space above on top of one', () => {
  expect(
    pages([slice('a', 60, { before: 5 }), slice('b', 40, { before: 5 }), slice('c', 10, { before: 5 })]),
  ).toEqual([['a@10'], ['b@10', 'c@55']])
})

it('keeps what belongs together on one page', () => {
  expect(
    pages([slice('a', 70), slice('h', 10, { keep: true }), slice('i', 10, { keep: true }), slice('b', 20)]),
  ).toEqual([['a@10'], ['h@10', 'i@20', 'b@30']])
})

it('parts a chain that no page could hold', () => {
  const chain = Array.from({ length: 5 }, (_, at) => slice(`c${at}`, 30, { keep: true }))
  expect(pages(chain)).toEqual([
    ['c0@10', 'c1@40', 'c2@70'],
    ['c3@10', 'c4@40'],
  ])
})

it('draws the head of a table again on each page that the table reaches', () => {
  const again = slice('head', 10)
  const rows = Array.from({ length: 5 }, (_, at) => slice(`r${at}`, 30, { again }))
  expect(pages([slice('t', 40), ...rows])).toEqual([
    ['t@10', 'r0@50', 'r1@80'],
    ['head@10', 'r2@20', 'r3@50', 'r4@80'],
  ])
})

it('begins a page where it has to, but leaves none empty', () => {
  expect(pages([slice('a', 10, { breaks: true }), slice('b', 10, { breaks: true })])).toEqual([
    ['a@10'],
    ['b@10'],
  ])
})

it('moves a row that fits on a page of its own, and parts one that does not', () => {
  const row = (name: string, height: number): Slice =>
    slice(name, height, {
      split: room => (room < 10 ? null : [slice(`${name}'`, room), row(`${name}"`, height - room)]),
    })
  expect(pages([slice('a', 70), row('b', 40)])).toEqual([['a@10'], ['b@10']])
  expect(pages([slice('a', 20), row('b', 150)])).toEqual([['a@10', "b'@30"], ['b"@10']])
})

it('lets stand out what is too high and cannot be parted', () => {
  expect(pages([slice('a', 10), slice('b', 300), slice('c', 10)])).toEqual([['a@10'], ['b@10'], ['c@10']])
  expect(pages([])).toEqual([[]])
})
