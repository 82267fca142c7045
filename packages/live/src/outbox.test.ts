import { describe, expect, it } from 'vitest'
import { Outbox } from './outbox'

const part = (frame: number, lease = 1, size = 10) => ({ lease, frame, base: 0, bytes: new Uint8Array(size) })
const framesOf = (pushes: { frame: number }[][]) => pushes.map(parts => parts.map(({ frame }) => frame))

describe('the outbox', () => {
  it('sends each part once, until everything must go again', () => {
    const outbox = new Outbox()
    outbox.add(part(1))
    outbox.add(part(2))
    expect(framesOf(outbox.take(0))).toEqual([[1, 2]])
    expect(outbox.take(0)).toEqual([])
    outbox.add(part(3))
    expect(framesOf(outbox.take(0))).toEqual([[3]])
    outbox.rewind()
    expect(framesOf(outbox.take(0))).toEqual([[1, 2, 3]])
  })

  it('packs a backlog into several pushes, a large part into one of its own', () => {
    const outbox = new Outbox()
    for (let frame = 1; frame <= 4; frame++) outbox.add(part(frame, 1, 60_000))
    outbox.add(part(5, 1, 500_000))
    expect(framesOf(outbox.take(0))).toEqual([[1, 2], [3, 4], [5]])
  })

  it('leaves at most four pushes unanswered, whatever waits', () => {
    const outbox = new Outbox()
    for (let frame = 1; frame <= 4; frame++) {
      outbox.add(part(frame))
      expect(framesOf(outbox.take(0))).toEqual([[frame]])
    }
    outbox.add(part(5))
    outbox.add(part(6))
    expect(outbox.take(0)).toEqual([])
    outbox.acknowledge(1, 1)
    expect(framesOf(outbox.take(0))).toEqual([[5, 6]])
    outbox.lineDown()
    for (let frame = 7; frame <= 12; frame++) outbox.add(part(frame, 1, 120_000))
    expect(framesOf(outbox.take(0))).toEqual([[2, 3, 4, 5, 6, 7], [8], [9], [10]])
  })

  it('gives back a part to be added to, but never one that may be in the log', () => {
    const outbox = new Outbox()
    outbox.add(part(1))
    outbox.take(0)
    outbox.add(part(2))
    outbox.add(part(1, 2, 50))
    expect(outbox.takeBack(2, 1, 40)).toBeNull()
    expect(outbox.takeBack(1, 3, 40)).toBeNull()
    expect(outbox.takeBack(1, 2, 40)?.frame).toBe(2)
    expect(outbox.takeBack(1, 1, 40)).toBeNull()
    outbox.lineDown()
    expect(outbox.takeBack(1, 1, 40)).toBeNull()
    expect(outbox.size).toBe(2)
  })

  it('forgets what is acknowledged, up to the frame and of that lease alone', () => {
    const outbox = new Outbox()
    for (const frame of [1, 2, 3]) outbox.add(part(frame))
    outbox.add(part(1, 2))
    expect(outbox.acknowledge(1, 2)).toBe(true)
    expect(outbox.acknowledge(1, 2)).toBe(false)
    expect([outbox.size, outbox.has(1), outbox.has(2)]).toEqual([2, true, true])
  })

  it('tells since when an answer is missing, counted anew on a new line', () => {
    const outbox = new Outbox()
    outbox.add(part(1))
    expect(outbox.oldestSentAt).toBeNull()
    outbox.take(100)
    outbox.add(part(2))
    outbox.take(200)
    expect(outbox.oldestSentAt).toBe(100)
    outbox.rewind()
    outbox.take(300)
    expect(outbox.oldestSentAt).toBe(100)
    outbox.lineDown()
    expect(outbox.oldestSentAt).toBeNull()
  })
})
