// A passage is taken out while people write: nobody's edit is lost, doubled, or left in a history that is gone.
import { defined } from '@mufakat/kernel'
import { MemoryJournal, openLiveDocument, openReplacement } from '@mufakat/live'
import { encodeParts } from '@mufakat/protocol'
import { redactPassage } from '@mufakat/services'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { openProxy } from './testing/proxy'
import { joined, next } from './testing/raw'
import { connected, ORIGIN, openClients, openWorld, type, type World, words } from './testing/world'

const NIK = '3201234567890001'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  await world.close()
})

const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 10 })

async function redact(rapatId: string): Promise<void> {
  const { personId } = await world.signedIn('admin')
  await redactPassage(world.ctx, { personId, role: 'admin', opdId: null }, { rapatId, passage: NIK })
}

it('takes nothing more under the leases of before, whoever goes on sending', async () => {
  const { documentId, rapatId } = await world.rapat()
  const a = await world.live('sekretariat', documentId)
  await a.ready
  type(a.doc, `Penerima ${NIK}`)
  await soon(() => expect(a.save.get().kind).toBe('saved'))
  const socket = await world.socket('kepala.perkim')
  await connected(socket)
  const answer = await joined(socket, documentId)
  const resync = next(socket, 'resync')
  await redact(rapatId)
  await resync
  const rows = await world.logRows(documentId)
  const refused = next(socket, 'refused')
  const lease = defined(answer.lease, 'lease')
  // An empty update: on its way, or from a client that does not care.
  const part = { lease, frame: 1, base: answer.seq, bytes: new Uint8Array([0, 0]) }
  socket.emit('push', { documentId, parts: encodeParts([part]) })
  expect(await refused).toMatchObject({ clientId: lease, code: 'lease-ended' })
  expect(await world.logRows(documentId)).toBe(rows)
})

it('sets nothing aside that is in the log, and all that is not', async () => {
  const { documentId, rapatId } = await world.rapat()
  const proxy = await openProxy(Number(new URL(world.url).port))
  const clients = openClients(world, proxy.url)
  const journal = new MemoryJournal()
  const a = await clients.live('sekretariat', documentId, journal)
  await a.ready
  type(a.doc, `Penerima ${NIK}`)
  await soon(() => expect(a.save.get().kind).toBe('saved'))
  const rows = await world.logRows(documentId)
  // The server takes what comes; of its answers nothing arrives.
  proxy.stall()
  type(a.doc, ' sampai')
  await soon(async () => expect(await world.logRows(documentId)).toBe(rows + 1))
  proxy.silence()
  type(a.doc, ' tidak sampai')
  await soon(() => expect(a.save.get()).toMatchObject({ kind: 'offline', unsent: 2 }))
  await redact(rapatId)
  proxy.heal()
  await soon(() => expect(a.save.get()).toMatchObject({ kind: 'failed', code: 'conflict' }))
  await soon(() => expect(a.shelf.list.get().flatMap(({ updates }) => updates)).toHaveLength(1))

  const again = await world.live('sekretariat', documentId, journal)
  await again.ready
  expect(words(again.doc)).toBe('Penerima  sampai')
  await clients.close()
  await proxy.close()
})

it('lets a page that comes later forget what it finds in the log', async () => {
  const { documentId, rapatId } = await world.rapat()
  const proxy = await openProxy(Number(new URL(world.url).port))
  const clients = openClients(world, proxy.url)
  const journal = new MemoryJournal()
  const a = await clients.live('sekretariat', documentId, journal)
  await a.ready
  const rows = await world.logRows(documentId)
  proxy.stall()
  type(a.doc, `Penerima ${NIK}`)
  await soon(async () => expect(await world.logRows(documentId)).toBe(rows + 1))
  proxy.silence()
  await clients.close()
  await redact(rapatId)
  await proxy.close()

  const again = await world.live('sekretariat', documentId, journal)
  await again.ready
  expect(words(again.doc)).toBe('Penerima')
  const { personId } = await world.signedIn('sekretariat')
  await soon(async () => expect(await journal.list(personId, documentId)).toEqual([]))
})

it('opens what there is now in the place of what was, unless that lacks something', async () => {
  const { documentId, rapatId } = await world.rapat()
  const { personId, cookie } = await world.signedIn('sekretariat')
  const options = {
    ...{ url: world.url, documentId, personId, journal: new MemoryJournal() },
    socket: { transports: ['websocket'], extraHeaders: { origin: ORIGIN, cookie } },
  }
  const a = openLiveDocument(options)
  await a.ready
  type(a.doc, `Penerima ${NIK}`)
  await soon(() => expect(a.save.get().kind).toBe('saved'))
  await redact(rapatId)
  type(a.doc, ' belum terkirim')
  await soon(() => expect(a.save.get()).toMatchObject({ kind: 'failed', code: 'conflict' }))
  const b = defined(await openReplacement(a, options), 'what there is now')
  expect(words(b.doc)).toBe('Penerima')
  await soon(() => expect(b.shelf.list.get()).toMatchObject([{ aside: { code: 'conflict' } }]))
  type(b.doc, 'sudah dicek')
  await soon(() => expect(b.save.get().kind).toBe('saved'))

  // As from a backup of before the last edit.
  await world.restart(async () => {
    const [before] = await world.sql`
      delete from document_log where document_id = ${documentId} and seq =
        (select head_seq from document where id = ${documentId}) returning seq - 1 as seq`
    await world.sql`
      update document set lineage = gen_random_uuid(), head_seq = ${before?.seq}, head_hash =
        (select hash from document_log where document_id = ${documentId} and seq = ${before?.seq})
      where id = ${documentId}`
  })
  await soon(() => expect(b.save.get()).toMatchObject({ kind: 'failed', code: 'conflict' }))
  expect(await openReplacement(b, options)).toBeNull()
  expect(words(b.doc)).toBe('Penerima sudah dicek')
})

it('keeps every word once while people write: in the text, or set aside by its author', async () => {
  const { documentId, rapatId } = await world.rapat()
  const people = await Promise.all(
    ['sekretariat', 'kepala.perkim', 'bupati'].map(async (login, at) => {
      const { personId, cookie } = await world.signedIn(login)
      const options = {
        ...{ url: world.url, documentId, personId, journal: new MemoryJournal() },
        socket: { transports: ['websocket'], extraHeaders: { origin: ORIGIN, cookie } },
      }
      const live = openLiveDocument(options)
      await live.ready
      return { name: 'abc'.charAt(at), options, live, typed: [] as string[] }
    }),
  )
  type Writer = (typeof people)[number]
  const isReplaced = async (person: Writer): Promise<boolean> => {
    if (person.live.save.get().kind !== 'failed') return false
    person.live = defined(await openReplacement(person.live, person.options), 'what there is now')
    return true
  }
  const isSaved = ({ live }: Writer) => soon(() => expect(live.save.get().kind).toBe('saved'))
  /** Writes on through a redaction, and until what came of it has been opened. */
  const write = async (person: Writer) => {
    let replaced = false
    for (let n = 0; n < 40; n++) {
      replaced = (await isReplaced(person)) || replaced
      const word = `${person.name}${person.typed.length}`
      type(person.live.doc, ` ${word}`)
      person.typed.push(word)
      await new Promise(resolve => setImmediate(resolve))
    }
    if (!replaced) await soon(async () => expect(await isReplaced(person)).toBe(true))
    await isSaved(person)
  }
  const [first] = people
  for (let round = 0; round < 4; round++) {
    type(defined(first, 'somebody').live.doc, ` ${NIK}`)
    await isSaved(defined(first, 'somebody'))
    await Promise.all([redact(rapatId), ...people.map(write)])
  }
  const reader = await world.live('wabup', documentId)
  await reader.ready
  const standing = words(reader.doc).split(/\s+/)
  for (const { name, typed, live } of people) {
    const aside = live.shelf.list.get().flatMap(({ updates }) => updates.flatMap(wordsOf))
    const own = [...standing, ...aside].filter(word => word.startsWith(name))
    expect(own.sort()).toEqual([...typed].sort())
    expect(words(live.doc)).toBe(words(reader.doc))
    await live.close()
  }
  expect(standing).not.toContain(NIK)
}, 60_000)

/** What an edit wrote. */
const wordsOf = (update: Uint8Array): string[] =>
  Y.decodeUpdate(update)
    .structs.flatMap(struct =>
      struct instanceof Y.Item && struct.content instanceof Y.ContentString ? [struct.content.str] : [],
    )
    .join('')
    .split(/\s+/)
    .filter(Boolean)
