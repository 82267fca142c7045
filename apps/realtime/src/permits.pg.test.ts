import { defined } from '@mufakat/kernel'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Asked } from './ports'
import { joined, next } from './testing/raw'
import { connected, openWorld, SILENT, type, type World } from './testing/world'

const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 10_000, interval: 10 })

const asked: (readonly Asked[])[] = []
let hearing = false
let world: World
beforeAll(async () => {
  // No poll: what arrives here came by the bell.
  world = await openWorld({
    pollMs: Number.POSITIVE_INFINITY,
    log: {
      ...SILENT,
      info: (fields, message) => {
        if (message === 'bell' && 'isHearing' in fields) hearing = fields.isHearing === true
      },
    },
    between: ports => ({
      ...ports,
      permits: questions => {
        asked.push(questions)
        return ports.permits(questions)
      },
    }),
  })
  await soon(() => expect(hearing).toBe(true))
})
afterAll(async () => {
  await world.close()
})

const LOST = { access: null, code: 'not-found' }
const CLOSED = { access: 'read', code: 'document-closed' }
const READS = { access: 'read', code: 'forbidden' }
const WRITES = { access: 'write', code: null }

interface Ids {
  readonly rapatId: string
  readonly documentId: string
  readonly personId: string
}
type Change = (ids: Ids) => Promise<unknown>

/** What changes, what the one concerned is told, and what they are told when it is changed back. */
const CHANGES: [
  string,
  { login?: string; before?: Change; change: Change; told: object; back: Change; again?: object },
][] = [
  [
    'a changed role',
    {
      change: ids => world.sql`update person set role = 'tamu' where id = ${ids.personId}`,
      told: LOST,
      back: ids => world.sql`update person set role = 'staf_opd' where id = ${ids.personId}`,
    },
  ],
  [
    'a holding that has ended',
    {
      change: ids => world.sql`
        update jabatan_holding set until_date = from_date where person_id = ${ids.personId}`,
      told: LOST,
      back: ids => world.sql`update jabatan_holding set until_date = null where person_id = ${ids.personId}`,
    },
  ],
  [
    'an OPD that is no longer invited',
    {
      change: ids => world.sql`delete from rapat_opd where rapat_id = ${ids.rapatId}`,
      told: LOST,
      back: async () => undefined,
    },
  ],
  [
    'a guest who may write, and then not',
    {
      login: 'kepala.dinkes',
      before: ids => world.sql`insert into rapat_guest values (${ids.rapatId}, ${ids.personId}, false)`,
      change: ids => world.sql`update rapat_guest set can_write = true where rapat_id = ${ids.rapatId}`,
      told: WRITES,
      back: ids => world.sql`update rapat_guest set can_write = false where rapat_id = ${ids.rapatId}`,
      again: READS,
    },
  ],
  [
    'a guest who is no longer one',
    {
      login: 'kepala.dinkes',
      before: ids => world.sql`insert into rapat_guest values (${ids.rapatId}, ${ids.personId}, true)`,
      change: ids => world.sql`delete from rapat_guest where rapat_id = ${ids.rapatId}`,
      told: LOST,
      back: async () => undefined,
    },
  ],
  [
    'another chair',
    {
      login: 'kepala.dinkes',
      before: ids => world.sql`update rapat set chair_id = ${ids.personId} where id = ${ids.rapatId}`,
      change: ids => world.sql`update rapat set chair_id = null where id = ${ids.rapatId}`,
      told: LOST,
      back: async () => undefined,
    },
  ],
  [
    'a notula that is submitted, and its notulis',
    {
      before: ids => world.sql`update rapat set notula_state = 'diajukan' where id = ${ids.rapatId}`,
      change: ids => world.sql`update rapat set notulis_id = ${ids.personId} where id = ${ids.rapatId}`,
      told: WRITES,
      back: ids => world.sql`update rapat set notulis_id = null where id = ${ids.rapatId}`,
      again: CLOSED,
    },
  ],
  [
    'a notula that is ratified',
    {
      change: ids => world.sql`update rapat set notula_state = 'disahkan' where id = ${ids.rapatId}`,
      told: CLOSED,
      back: ids => world.sql`update rapat set notula_state = 'draf' where id = ${ids.rapatId}`,
      again: WRITES,
    },
  ],
  [
    'a rapat that is cancelled',
    {
      change: ids => world.sql`update rapat set status = 'dibatalkan' where id = ${ids.rapatId}`,
      told: CLOSED,
      back: ids => world.sql`update rapat set status = 'terjadwal' where id = ${ids.rapatId}`,
      again: WRITES,
    },
  ],
  [
    'a document that is closed',
    {
      change: ids => world.sql`update document set state = 'closed' where id = ${ids.documentId}`,
      told: CLOSED,
      back: ids => world.sql`update document set state = 'open' where id = ${ids.documentId}`,
      again: WRITES,
    },
  ],
]

describe('at an open socket, by the bell alone, arrives', () => {
  it.each(CHANGES)('%s', async (_what, { login = 'staf.perkim', before, change, told, back, again }) => {
    const { rapatId, documentId } = await world.rapat()
    const { personId } = await world.signedIn(login)
    const ids = { rapatId, documentId, personId }
    await before?.(ids)
    const bystander = await world.live('sekretariat', documentId)
    const socket = await world.socket(login)
    await Promise.all([bystander.ready, connected(socket)])
    await joined(socket, documentId)
    await soon(() => expect(bystander.presence.get()).toHaveLength(2))

    const changed = next(socket, 'access')
    await change(ids)
    expect(await changed).toEqual({ documentId, ...told })
    if (again === undefined) {
      // Out of the room: others see it, and what they write no longer comes here.
      await soon(() => expect(bystander.presence.get()).toHaveLength(1))
      const heard: unknown[] = []
      socket.onAny(event => heard.push(event))
      const before = await world.logRows(documentId)
      type(bystander.doc, 'tanpa dia')
      await soon(async () => expect(await world.logRows(documentId)).toBe(before + 1))
      await soon(() => expect(bystander.save.get().kind).toBe('saved'))
      await socket.emitWithAck('beat', {})
      expect(heard).toEqual([])
      await back(ids)
    } else {
      const changedBack = next(socket, 'access')
      await back(ids)
      expect(await changedBack).toEqual({ documentId, ...again })
    }
  })

  it.each([
    [
      'an ended session',
      (id: string) => world.sql`update session set ended_at = now() where person_id = ${id}`,
    ],
    ['a removed session', (id: string) => world.sql`delete from session where person_id = ${id}`],
    ['a removed person', (id: string) => world.sql`update person set active = false where id = ${id}`],
  ])('%s, which ends the connection, in a document or not', async (what, end) => {
    const login =
      { 'an ended session': 'wabup', 'a removed session': 'kepala.perkim' }[what] ?? 'kepala.dinsos'
    const { documentId } = await world.rapat()
    const { personId } = await world.signedIn(login)
    const [inside, outside, witness] = await Promise.all([
      world.socket(login),
      world.socket(login),
      world.socket('sekretariat'),
    ])
    await Promise.all([inside, outside, witness].map(connected))
    await joined(witness, documentId)
    await inside.emitWithAck('join', { documentId, position: null, lease: null, adopt: [] })
    const goodbyes = [next(inside, 'goodbye'), next(outside, 'goodbye')]
    await end(personId)
    expect(await Promise.all(goodbyes)).toEqual([{ code: 'not-signed-in' }, { code: 'not-signed-in' }])
    await soon(() => expect([inside.connected, outside.connected]).toEqual([false, false]))
    expect((await witness.emitWithAck('beat', {})).ok).toBe(true)
  })
})

describe('asking', () => {
  it('happens at joining, and not at pushes', async () => {
    const { documentId } = await world.rapat()
    const a = await world.live('sekretariat', documentId)
    const b = await world.live('bupati', documentId)
    await Promise.all([a.ready, b.ready])
    const before = asked.length
    const rows = await world.logRows(documentId)
    for (let n = 0; n < 30; n++) {
      type(a.doc, `${n} `)
      type(b.doc, `${n} `)
      await soon(() => expect([a.save.get().kind, b.save.get().kind]).toEqual(['saved', 'saved']))
    }
    expect(await world.logRows(documentId)).toBeGreaterThanOrEqual(rows + 30)
    expect(asked.length).toBe(before)
  })

  it('is one asking for everyone a bell concerns', async () => {
    const { documentId, rapatId } = await world.rapat()
    await world.signedIn('staf.perkim')
    const sockets = await Promise.all(Array.from({ length: 20 }, () => world.socket('staf.perkim')))
    await Promise.all(sockets.map(connected))
    await Promise.all(sockets.map(socket => joined(socket, documentId)))
    const before = asked.length
    const told = sockets.map(socket => next(socket, 'access'))
    await world.sql`update rapat set notula_state = 'diajukan' where id = ${rapatId}`
    await Promise.all(told)
    expect(asked.length - before).toBe(1)
    expect(defined(asked.at(-1), 'question')).toHaveLength(20)
  })

  it('begins again about everyone when the bell was not heard for a while', async () => {
    const { documentId, rapatId } = await world.rapat()
    const socket = await world.socket('staf.perkim')
    await connected(socket)
    await joined(socket, documentId)
    const told = next(socket, 'access')
    // In one moment: the bell is cut, and rung while nobody hears it.
    await world.sql.begin(async sql => {
      const cut = await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'mufakat-bell'`
      expect(cut).toHaveLength(1)
      await sql`update rapat set status = 'dibatalkan' where id = ${rapatId}`
    })
    expect(await told).toMatchObject(CLOSED)
  })
})

describe('without the bell', () => {
  it('the poll finds who may no longer write, and a session that ran out', async () => {
    const deaf = await openWorld({ bell: false, pollMs: 50 })
    const { documentId, rapatId } = await deaf.rapat()
    const socket = await deaf.socket('staf.perkim')
    await connected(socket)
    await joined(socket, documentId)
    const told = next(socket, 'access')
    await deaf.sql`update rapat set status = 'dibatalkan' where id = ${rapatId}`
    expect(await told).toMatchObject(CLOSED)
    const goodbye = next(socket, 'goodbye')
    const { personId } = await deaf.signedIn('staf.perkim')
    await deaf.sql`update session set last_seen_at = now() - interval '8 days' where person_id = ${personId}`
    expect(await goodbye).toEqual({ code: 'not-signed-in' })
    await deaf.close()
  })
})
