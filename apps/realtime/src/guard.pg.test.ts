import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { MAX_UNKNOWN_OF_NETWORK } from './limits'
import { joined, next } from './testing/raw'
import { connected, ORIGIN, openWorld, type, type World } from './testing/world'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  await world.close()
})

const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 30_000, interval: 100 })

/** What the node counts now, by name and labels. */
async function counted(): Promise<Map<string, number>> {
  const answer = await fetch(`${world.url}/metrics`)
  expect(answer.status).toBe(200)
  const lines = (await answer.text()).split('\n').filter(line => line !== '' && !line.startsWith('#'))
  return new Map(lines.map(line => [line.replace(/ \S+$/, ''), Number(/\S+$/.exec(line)?.[0])]))
}

describe('metrics', () => {
  it('tell what happened, without saying to whom', async () => {
    const { documentId } = await world.rapat()
    const [a, b] = await Promise.all([
      world.live('sekretariat', documentId),
      world.live('kepala.perkim', documentId),
    ])
    await Promise.all([a.ready, b.ready])
    const before = await counted()
    type(a.doc, 'satu ')
    await soon(() => expect(a.save.get().kind).toBe('saved'))
    const rude = await world.socket('staf.perkim')
    await connected(rude)
    await joined(rude, documentId)
    const goodbye = next(rude, 'goodbye')
    rude.emit('push', { documentId: 'x' } as never)
    await goodbye
    const stranger = await world.socket(null)
    await expect(connected(stranger)).rejects.toThrow()
    const after = await counted()
    const grown = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0)
    expect(grown('mufakat_edits_total')).toBe(1)
    expect(grown('mufakat_rows_total')).toBe(1)
    expect(grown('mufakat_delivered_rows_total')).toBe(2)
    expect(grown('mufakat_commit_seconds_count')).toBe(1)
    expect(grown('mufakat_gate_seconds_total')).toBeGreaterThan(0)
    expect(grown('mufakat_dismissals_total{code="invalid-input"}')).toBe(1)
    expect(grown('mufakat_turned_away_total{code="not-signed-in"}')).toBe(1)
    expect(after.get('mufakat_sockets')).toBeGreaterThanOrEqual(2)
    expect(after.get('mufakat_rooms')).toBeGreaterThanOrEqual(1)
    expect([...after.keys()]).toContain('nodejs_eventloop_lag_p99_seconds')
    await soon(async () => expect((await counted()).get('mufakat_bell_heard')).toBe(1))
    const { personId } = await world.signedIn('sekretariat')
    expect([...after.keys()].join()).not.toMatch(new RegExp(`${personId}|${documentId}|127\\.0\\.0\\.1`))
  })

  it('and health are not for who comes through the portal', async () => {
    for (const path of ['/metrics', '/healthz', '/readyz', '/socket.io/../metrics', '/socket.io']) {
      const answer = await fetch(`${world.url}${path}`, { headers: { 'x-forwarded-for': '203.0.113.7' } })
      expect(answer.status, path).toBe(404)
    }
  })
})

describe('strangers', () => {
  const knock = (address: string) =>
    fetch(`${world.url}/socket.io/?EIO=4&transport=polling`, {
      headers: { origin: ORIGIN, 'x-forwarded-for': address },
    })

  it('of one network keep out only themselves, and not for long', async () => {
    for (let nth = 0; nth < MAX_UNKNOWN_OF_NETWORK; nth += 50)
      await Promise.all(Array.from({ length: 50 }, () => knock('203.0.113.7')))
    const refused = await knock('203.0.113.7')
    expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('rate-limited')])
    expect((await knock('203.0.113.8')).status).toBe(200)
    const member = await world.socket('sekretariat')
    await connected(member)
    // Who does not say who they are is let go.
    await soon(async () => expect((await knock('203.0.113.7')).status).toBe(200))
  })
})
