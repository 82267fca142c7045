import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { addressOf, Door, networksOf } from './door'
import {
  MAX_SOCKETS_OF_PERSON,
  MAX_UNKNOWN,
  MAX_UNKNOWN_OF_NETWORK,
  NETWORK_TRIES,
  PERSON_RATES,
} from './limits'
import { People } from './people'

const from = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage

describe('the address of who knocks', () => {
  it.each([
    ['127.0.0.1', '203.0.113.7', '203.0.113.7'],
    ['::ffff:127.0.0.1', '198.51.100.1, 203.0.113.7', '203.0.113.7'],
    ['203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['127.0.0.1', undefined, '127.0.0.1'],
    // What the proxy of an office says that was named; what is said behind a stranger's back is not believed.
    ['127.0.0.1', '198.51.100.1, 10.1.2.3', '198.51.100.1'],
    ['127.0.0.1', '198.51.100.1, 203.0.113.7, 10.2.9.9, 10.1.2.3', '203.0.113.7'],
    ['10.1.2.3', '198.51.100.1', '198.51.100.1'],
    ['127.0.0.1', 'not an address, 2001:db8::7', '2001:db8::7'],
  ])('from %s, which says %s, is %s', (peer, forwarded, address) => {
    expect(addressOf(from(peer, forwarded), networksOf(['10.1.2.3', '10.2.0.0/16']))).toBe(address)
  })
})

describe('the door', () => {
  it('lets a network try so often, whatever address of it is used, and another one all the same', () => {
    const door = new Door()
    const codes = Array.from({ length: NETWORK_TRIES[1] + 200 }, (_, nth) =>
      door.knock(from(`2001:db8:1:2::${nth.toString(16)}`)),
    )
    expect(codes.slice(0, NETWORK_TRIES[1])).toEqual(Array(NETWORK_TRIES[1]).fill(null))
    expect(codes.at(-1)).toBe('rate-limited')
    expect(door.knock(from('2001:db8:1:3::1'))).toBeNull()
    door.tidy(Number.POSITIVE_INFINITY)
    expect(door.knock(from('2001:db8:1:2::1'))).toBeNull()
  })

  it('holds so many strangers of a network, and of all; who is known no longer counts', () => {
    const door = new Door()
    const strangers = Array.from({ length: MAX_UNKNOWN_OF_NETWORK }, () => door.opened(from('203.0.113.1')))
    expect(door.knock(from('203.0.113.1'))).toBe('rate-limited')
    strangers[0]?.()
    expect(door.knock(from('203.0.113.1'))).toBeNull()
    door.ended()
    for (let nth = strangers.length; nth <= MAX_UNKNOWN; nth++)
      door.opened(from(`198.51.${nth >> 8}.${nth & 255}`))
    expect(door.knock(from('192.0.2.1'))).toBe('unavailable')
    for (const known of strangers.slice(1)) known()
    expect(door.knock(from('192.0.2.1'))).toBeNull()
  })
})

describe('a person', () => {
  it('has so many connections, and gains nothing by having many', () => {
    const people = new People()
    const all = Array.from({ length: MAX_SOCKETS_OF_PERSON }, () => people.enter('p'))
    expect(people.enter('p')).toBeNull()
    expect(people.enter('q')).not.toBeNull()
    const [first] = all
    if (!first) throw new Error('nobody')
    let taken = 0
    while (all[taken % all.length]?.rates.take('push') === true) taken += 1
    expect(taken).toBeGreaterThanOrEqual(PERSON_RATES.push[1])
    expect(taken).toBeLessThan(PERSON_RATES.push[1] * 1.5)

    // Leaving and coming back refills nothing, until it is long ago.
    for (const person of all) if (person) people.leave(person)
    people.tidy()
    expect(people.enter('p')?.rates).toBe(first.rates)
    people.leave(first)
    people.tidy(Number.POSITIVE_INFINITY)
    expect(people.enter('p')?.rates).not.toBe(first.rates)
  })
})
