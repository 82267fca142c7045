import {
  type Append,
  appendFlush,
  chainHash,
  findFlush,
  openDatabase,
  openLog,
  readHeads,
  setDocumentState,
} from '@mufakat/db'
import { newId } from '@mufakat/kernel'
import { MemoryJournal } from '@mufakat/live'
import { encodeParts, GENESIS_HASH } from '@mufakat/protocol'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { Committer } from './committer'
import { openProxy } from './testing/proxy'
import { openClients, openWorld, type, type World, words } from './testing/world'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  await world.close()
})

const soon = (check: () => void | Promise<void>, timeout = 15_000) =>
  vi.waitFor(check, { timeout, interval: 10 })

async function headOf(documentId: string) {
  const opened = await openLog(world.sql, documentId, null)
  if (opened === null) throw new Error('no such document')
  return opened.head
}

async function appendTo(documentId: string, mark = 1): Promise<Append> {
  const judged = await headOf(documentId)
  const parts = encodeParts([{ lease: 1, frame: mark, base: judged.seq, bytes: new Uint8Array([0, 0]) }])
  return { documentId, judged, parts, hash: chainHash(judged.hash, parts) }
}

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

describe('appending to the log', () => {
  it('writes what was judged against the head, and of the rest says why not', async () => {
    const [open, moved, closed] = await Promise.all([world.rapat(), world.rapat(), world.rapat()])
    const appends = await Promise.all([open, moved, closed].map(({ documentId }) => appendTo(documentId)))
    await appendFlush(world.sql, newId(), [await appendTo(moved.documentId, 9)])
    await setDocumentState(world.ctx.database.db, closed.documentId, 'closed')
    const gone = { ...(await appendTo(open.documentId)), documentId: newId() }
    const outcomes = await appendFlush(world.sql, newId(), [...appends, gone])
    expect(Object.fromEntries(outcomes)).toEqual({
      [open.documentId]: 'written',
      [moved.documentId]: 'moved',
      [closed.documentId]: 'closed',
      [gone.documentId]: 'gone',
    })
    const heads = await readHeads(world.sql, [open.documentId, closed.documentId])
    expect([heads.get(open.documentId)?.seq, heads.get(closed.documentId)?.seq]).toEqual([2, 1])
  })

  it('chains hashes and counts densely, also when many write at once', async () => {
    const { documentId } = await world.rapat()
    let written = 0
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let attempt = 0; attempt < 10; attempt++) {
          const outcomes = await appendFlush(world.sql, newId(), [await appendTo(documentId, attempt)])
          if (outcomes.get(documentId) === 'written') written++
        }
      }),
    )
    const opened = await openLog(world.sql, documentId, null)
    const rows = opened?.rows ?? []
    expect(rows.map(row => row.seq)).toEqual(Array.from({ length: written + 1 }, (_, index) => index + 1))
    let hash: Uint8Array = GENESIS_HASH
    for (const row of rows) {
      hash = chainHash(hash, row.parts)
      expect(Buffer.from(row.hash).equals(hash)).toBe(true)
    }
  })

  it('finds out what became of a flush whose answer was lost', async () => {
    const [there, other] = await Promise.all([world.rapat(), world.rapat()])
    const flushId = newId()
    await appendFlush(world.sql, flushId, [await appendTo(there.documentId)])
    expect(await findFlush(world.sql, flushId, [there.documentId, other.documentId])).toEqual(
      new Set([there.documentId]),
    )
  })

  it('is asked for again when the connection breaks in the middle, and never doubled', async () => {
    const { documentId } = await world.rapat()
    const committer = new Committer(world.sql, quiet, { windowMs: 0 })
    // Holds the head, so that the statement waits; then its backend is ended.
    const blocker = await world.sql.reserve()
    await blocker`begin`
    await blocker`select from document where id = ${documentId} for update`
    const append = await appendTo(documentId)
    const outcome = committer.append(() => append)
    await soon(async () => {
      const ended = await world.sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like '%with asked as%'`
      expect(ended.length).toBe(1)
    })
    await blocker`commit`
    blocker.release()
    expect(await outcome).toBe('moved')
    expect(await committer.append(() => append)).toBe('written')
    expect((await headOf(documentId)).seq).toBe(2)
  })
})

describe('a database that answers but takes nothing', () => {
  it('is asked ever more rarely, and takes all of it when it can again', async () => {
    const { documentId } = await world.rapat()
    const a = await world.live('sekretariat', documentId)
    await a.ready
    // As when its disk is full. A sequence counts also what is rolled back.
    const owner = openDatabase(world.ownerUrl, { max: 1 })
    await owner.sql.unsafe(`
      create sequence attempts;
      create function no_room() returns trigger language plpgsql as $$
        begin perform nextval('attempts'); raise exception 'no room' using errcode = 'disk_full'; end $$;
      create trigger no_room before insert on document_log for each row execute function no_room()`)
    type(a.doc, 'tertahan')
    await soon(() => expect(a.save.get()).toMatchObject({ kind: 'offline', unsent: 1 }))
    const [counted] = await owner.sql<{ n: number }[]>`select last_value::int as n from attempts`
    expect(counted?.n).toBeLessThan(20)
    await owner.sql.unsafe('drop function no_room cascade; drop sequence attempts')
    await owner.close()
    await soon(() => expect(a.save.get().kind).toBe('saved'))
    const b = await world.live('kepala.perkim', documentId)
    await b.ready
    expect(words(b.doc)).toBe('tertahan')
  })
})

describe('what the author is told', () => {
  it('is no longer "saved" 2 s after the server has gone', async () => {
    const { documentId } = await world.rapat()
    const a = await world.live('sekretariat', documentId)
    await a.ready
    await world.restart(async () => {
      await soon(() => expect(a.save.get().kind).toBe('offline'), 2_000)
    })
    await soon(() => expect(a.save.get().kind).toBe('saved'))
  })

  it('is "offline" within 5 s on a silently dead line, and it arrives when there is one again', async () => {
    const { documentId } = await world.rapat()
    const proxy = await openProxy(Number(new URL(world.url).port))
    const clients = openClients(world, proxy.url)
    const a = await clients.live('sekretariat', documentId)
    await a.ready
    type(a.doc, 'satu ')
    await soon(() => expect(a.save.get().kind).toBe('saved'))
    proxy.silence()
    const startedAt = performance.now()
    type(a.doc, 'dua')
    expect(a.save.get().kind).toBe('saving')
    await soon(() => expect(a.save.get().kind).toBe('offline'), 5_000)
    expect(performance.now() - startedAt).toBeLessThan(5_000)
    proxy.heal()
    await soon(() => expect(a.save.get().kind).toBe('saved'))
    const b = await world.live('kepala.perkim', documentId)
    await b.ready
    expect(words(b.doc)).toBe('satu dua')
    await clients.close()
    await proxy.close()
  })

  it('is never "saved" while Postgres takes nothing, and others do not see it', async () => {
    const { documentId } = await world.rapat()
    const [a, b] = await Promise.all([
      world.live('sekretariat', documentId),
      world.live('kepala.perkim', documentId),
    ])
    await Promise.all([a.ready, b.ready])
    const blocker = await world.sql.reserve()
    await blocker`begin`
    await blocker`select from document where id = ${documentId} for update`
    type(a.doc, 'menunggu')
    await soon(() => expect(a.save.get()).toEqual({ kind: 'offline', unsent: 1, keptIn: 'device' }), 5_000)
    expect(words(b.doc)).toBe('')
    await blocker`commit`
    blocker.release()
    await soon(() => {
      expect(a.save.get().kind).toBe('saved')
      expect(words(b.doc)).toBe('menunggu')
    })
  })

  it('arrives also when the line breaks again while an earlier page’s text is being sent', async () => {
    const { documentId } = await world.rapat()
    const journal = new MemoryJournal()
    const proxy = await openProxy(Number(new URL(world.url).port))
    const clients = openClients(world, proxy.url)
    const first = await clients.live('sekretariat', documentId, journal)
    await first.ready
    proxy.silence()
    type(first.doc, 'dari halaman lama')
    await first.close()
    proxy.heal()
    // Takes no edits, but lets people in.
    const blocker = await world.sql.reserve()
    await blocker`begin`
    await blocker`select from document where id = ${documentId} for no key update`
    const again = await clients.live('sekretariat', documentId, journal)
    await again.ready
    expect(words(again.doc)).toBe('dari halaman lama')
    proxy.heal()
    await soon(() => expect(again.save.get().kind).toBe('offline'))
    type(again.doc, ', dan baru')
    await soon(() => expect(again.sessionKey.get()).not.toBeNull())
    await blocker`commit`
    blocker.release()
    await soon(() => expect(again.save.get().kind).toBe('saved'))
    const b = await world.live('kepala.perkim', documentId)
    await b.ready
    expect(words(b.doc)).toBe('dari halaman lama, dan baru')
    await clients.close()
    await proxy.close()
  })
})
