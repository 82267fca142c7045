import { encodeCarets, type Present } from '@mufakat/protocol'
import { describe, expect, it } from 'vitest'
import { Presence } from './presence'
import { Value } from './readable'

const bytes = (caret: unknown) => new TextEncoder().encode(JSON.stringify(caret))
const who = (sessionKey: string): Present => ({
  sessionKey,
  personId: '018f0000-0000-7000-8000-000000000000',
  name: sessionKey,
  opd: null,
  color: 0,
})
const documentId = 'd'

describe('presence', () => {
  it('follows arrivals, carets and departures', () => {
    const presence = new Presence(new Value(0), () => undefined)
    presence.joined({ present: [who('me'), who('a')], carets: encodeCarets([]) })
    presence.received({ event: 'arrived', payload: { documentId, who: [who('b')] } })
    presence.received({
      event: 'carets',
      payload: {
        documentId,
        carets: encodeCarets([{ sessionKey: 'a', caret: bytes(7) }]),
      },
    })
    expect(presence.list.get().map(({ sessionKey, caret }) => [sessionKey, caret])).toEqual([
      ['me', null],
      ['a', 7],
      ['b', null],
    ])
    presence.received({ event: 'left', payload: { documentId, sessionKey: 'a' } })
    expect(presence.list.get().map(({ sessionKey }) => sessionKey)).toEqual(['me', 'b'])
    presence.alone()
    expect(presence.list.get()).toEqual([])
  })

  it('keeps what comes before the answer has been taken in', () => {
    const presence = new Presence(new Value(0), () => undefined)
    presence.joining()
    presence.received({ event: 'arrived', payload: { documentId, who: [who('late')] } })
    presence.received({ event: 'left', payload: { documentId, sessionKey: 'a' } })
    presence.joined({ present: [who('me'), who('a')], carets: encodeCarets([]) })
    expect(presence.list.get().map(({ sessionKey }) => sessionKey)).toEqual(['me', 'late'])
    presence.joining()
    expect(presence.list.get()).toHaveLength(2)
  })

  it('tells the new line where the caret is', () => {
    const sent: unknown[] = []
    const presence = new Presence(new Value(0), caret => sent.push(caret))
    presence.setOwn({ at: 1 })
    presence.joined({ present: [who('me')], carets: encodeCarets([]) })
    presence.stop()
    expect(sent).toEqual([bytes({ at: 1 })])
  })
})
