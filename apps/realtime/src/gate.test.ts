import { addItem, createNotulaDoc, itemText, listItems, seedNotula } from '@mufakat/doc-model'
import { defined } from '@mufakat/kernel'
import { GENESIS_HASH, type Part } from '@mufakat/protocol'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type Copy, isPending, judge } from './gate'
import { seeded } from './testing/typist'

const LEASE = 77

function seed(): Uint8Array {
  const doc = createNotulaDoc({ clientId: 1 })
  seedNotula(doc, [{ title: 'Pembukaan', minutes: 5, presenter: null, lines: [{ text: 'Baris pertama' }] }])
  return Y.encodeStateAsUpdate(doc)
}

const STATE = seed()

function copyOf(frames: [number, number][] = []): Copy {
  const doc = createNotulaDoc({ clientId: 2 })
  Y.applyUpdate(doc, STATE)
  return { lineage: 'l', doc, head: { seq: 5, hash: GENESIS_HASH }, frames: new Map(frames) }
}

/** What someone with the lease writes first. */
function honest(change: (doc: Y.Doc) => void): Uint8Array {
  const { doc } = copyOf()
  doc.clientID = LEASE
  const before = Y.encodeStateVector(doc)
  change(doc)
  return Y.encodeStateAsUpdate(doc, before)
}

const text = (doc: Y.Doc) => itemText(doc, defined(listItems(doc)[0], 'item').id)
const typing = honest(doc => text(doc).insert(3, 'kata baru'))
const part = (more: Partial<Part> = {}): Part => ({ lease: LEASE, frame: 1, base: 5, bytes: typing, ...more })

describe('the gate', () => {
  it('takes the next frame of a lease that is held', () => {
    expect(judge(copyOf(), part(), true, undefined)).toEqual({ kind: 'take' })
    expect(judge(copyOf([[LEASE, 6]]), part({ frame: 7 }), true, undefined)).toEqual({ kind: 'take' })
  })

  it('holds who was given some agenda items to these', () => {
    const { doc } = copyOf()
    const own = defined(listItems(doc)[0], 'item').id
    expect(judge(copyOf(), part(), true, [own])).toEqual({ kind: 'take' })
    for (const items of [['lain'], []])
      expect(judge(copyOf(), part(), true, items)).toMatchObject({ kind: 'refuse', code: 'refused-edit' })
  })

  it.each([
    ['a lease that is not held', copyOf(), part(), false, 'lease-ended'],
    ['a frame after a hole', copyOf([[LEASE, 1]]), part({ frame: 3 }), true, 'conflict'],
    ['a base past the head', copyOf(), part({ base: 6 }), true, 'conflict'],
    ['an update without end', copyOf(), part({ bytes: new Uint8Array(1_000_001) }), true, 'too-large'],
    ['another one’s structs', copyOf(), part({ lease: LEASE + 1 }), true, 'refused-edit'],
  ])('refuses %s', (_what, copy, given, held, code) => {
    expect(judge(copy, given, held, undefined)).toMatchObject({ kind: 'refuse', code })
  })

  it('knows a resend by its frame, whatever it holds', () => {
    const copy = copyOf([[LEASE, 4]])
    expect(judge(copy, part({ frame: 4, bytes: new Uint8Array([1]) }), true, undefined)).toEqual({
      kind: 'duplicate',
    })
  })

  it('refuses clocks that the lease has used already under another frame', () => {
    const copy = copyOf()
    Y.applyUpdate(copy.doc, typing)
    expect(judge(copy, part({ frame: 1 }), true, undefined)).toMatchObject({
      kind: 'refuse',
      code: 'refused-edit',
    })
  })

  it('lets nothing in that throws, pends or damages, however it is bent (seed 7)', () => {
    const random = seeded(7)
    const below = (limit: number) => Math.floor(random() * limit)
    const updates = [
      typing,
      honest(doc => text(doc).delete(2, 4)),
      honest(doc => addItem(doc, { title: 'Lain', minutes: 10, presenter: 'Dinsos' })),
      honest(doc => {
        text(doc).insert(1, 'a')
        text(doc).format(1, 3, { bold: true })
        text(doc).delete(0, 2)
      }),
    ]
    const taken = { kind: 'take' }
    for (const bytes of updates) expect(judge(copyOf(), part({ bytes }), true, undefined)).toEqual(taken)
    const copy = copyOf()
    let passed = 0
    for (let run = 0; run < 4_000; run++) {
      const bent = defined(updates[below(updates.length)], 'update').slice()
      for (let bends = 1 + below(3); bends > 0; bends--) bent[below(bent.length)] = below(256)
      const bytes = below(4) === 0 ? bent.slice(0, below(bent.length)) : bent
      if (judge(copy, part({ bytes }), true, undefined).kind !== 'take') continue
      passed++
      const { doc } = copyOf()
      Y.applyUpdate(doc, bytes)
      expect(isPending(doc)).toBe(false)
      const again = createNotulaDoc()
      Y.applyUpdateV2(again, Y.encodeStateAsUpdateV2(doc))
      expect(isPending(again)).toBe(false)
    }
    expect(Y.encodeStateAsUpdate(copy.doc)).toEqual(Y.encodeStateAsUpdate(copyOf().doc))
    expect(passed).toBeGreaterThan(0)
  })
})
