import { createNotulaDoc } from '@mufakat/doc-model'
import { encodeParts, encodeRows, GENESIS_HASH, type Joined, type LogRow } from '@mufakat/protocol'
import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { LocalCopy } from './local-copy'

const hash = GENESIS_HASH
const row = (seq: number, frame: number, bytes: Uint8Array): LogRow => ({
  seq,
  hash,
  parts: encodeParts([{ lease: 7, frame, base: seq - 1, bytes }]),
})

/** Rows 1, 2, 3 … of someone typing a letter each. */
function typed(letters: string): LogRow[] {
  const author = createNotulaDoc({ clientId: 7 })
  const rows: LogRow[] = []
  author.on('update', (update: Uint8Array) => rows.push(row(rows.length + 1, rows.length + 1, update)))
  for (const letter of letters) author.getText('item:x').insert(author.getText('item:x').length, letter)
  return rows
}

const answer = (rows: LogRow[], more: Partial<Joined> = {}): Joined => ({
  access: 'write',
  code: null,
  lineage: 'l1',
  seq: rows.at(-1)?.seq ?? 0,
  hash,
  reset: false,
  snapshot: null,
  carets: new Uint8Array(),
  rows: encodeRows(rows),
  lease: 9,
  leases: [],
  sessionKey: 's',
  present: [],
  ...more,
})

let doc: Y.Doc
let acknowledged: [number, number][]
let copy: LocalCopy
beforeEach(() => {
  doc = createNotulaDoc()
  acknowledged = []
  copy = new LocalCopy(doc, {
    hasMade: () => false,
    acknowledge: (lease, frame) => acknowledged.push([lease, frame]),
    keepLease: () => undefined,
    took: () => undefined,
  })
})
const text = () => doc.getText('item:x').toString()

describe('the copy of the log', () => {
  it('takes rows in sequence, what it has already not again, and nothing after a hole', () => {
    const rows = typed('abcdef')
    expect(copy.open(answer(rows.slice(0, 2)))).toBe(true)
    expect(copy.take(rows.slice(1, 4))).toBe(true)
    expect([text(), copy.position?.seq]).toEqual(['abcd', 4])
    expect(copy.take(rows.slice(5))).toBe(false)
    expect([text(), copy.position?.seq]).toEqual(['abcd', 4])
    expect(acknowledged).toEqual([
      [7, 1],
      [7, 2],
      [7, 3],
      [7, 4],
    ])
  })

  it('holds what comes while joining', () => {
    const rows = typed('abc')
    copy.hold(rows.slice(1))
    copy.open(answer(rows.slice(0, 2)))
    expect(copy.takeHeld()).toBe(true)
    expect(text()).toBe('abc')
  })

  it('sees a hole in the middle of what it held, takes what stands before it, and asks again', () => {
    const rows = typed('abcdef')
    const [, , third, , fifth] = rows as [LogRow, LogRow, LogRow, LogRow, LogRow]
    copy.hold([third, third])
    copy.hold([fifth])
    copy.open(answer(rows.slice(0, 2)))
    expect(copy.takeHeld()).toBe(false)
    expect([text(), copy.position?.seq]).toEqual(['abc', 3])
    copy.open(answer(rows.slice(3)))
    expect([text(), copy.position?.seq]).toEqual(['abcdef', 6])
  })

  it('does not take another log for its own', () => {
    copy.open(answer(typed('abc')))
    expect(copy.open(answer(typed('xyz'), { lineage: 'l2' }))).toBe(false)
    expect(copy.open(answer(typed('xyz'), { reset: true }))).toBe(false)
    expect(text()).toBe('abc')
  })

  it('opens from a snapshot and changes nothing as a local edit would', () => {
    const local: boolean[] = []
    doc.on(
      'update',
      (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local: isLocal }: Y.Transaction) =>
        local.push(isLocal),
    )
    const source = createNotulaDoc()
    source.getText('item:x').insert(0, 'abc')
    copy.open(answer([], { snapshot: Y.encodeStateAsUpdateV2(source), seq: 3 }))
    expect([text(), copy.position?.seq]).toEqual(['abc', 3])
    expect(local).toEqual([false])
  })
})
