import { insertHoldings, insertJabatan, insertOpd, insertPeople, openDatabase } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordAudit } from './audit'
import { auditChoices, auditState, exportAudit, listAudit } from './audit-read'
import type { ServiceContext } from './context'
import { inTransaction } from './context'
import { auditFilterInput } from './inputs'
import { hashPassword } from './password'
import { exportsFolder } from './records/day-export'
import { signAuditHead } from './records/sign-head'
import { type SignedChain, signedChain } from './records/testing/signed-chain'
import { readSession, signIn } from './session'

let test: TestDatabase
let chain: SignedChain
let ctx: ServiceContext
let admin: Actor
beforeAll(async () => {
  test = await testDatabase()
  chain = await signedChain(test.database, 2)
  ctx = { database: test.database, clock: chain.clock }
  admin = { personId: chain.actorId, role: 'admin', opdId: null }
})
afterAll(async () => {
  await chain.forget()
  await test.close()
})

const filter = (fields: Record<string, unknown> = {}) => auditFilterInput.parse(fields)

describe('reading the audit', () => {
  it('shows the newest first, page by page, each entry once', async () => {
    const numbers: number[] = []
    for (let before: number | null = null; ; ) {
      const page = await listAudit(ctx, admin, { filter: filter(), before })
      numbers.push(...page.entries.map(entry => entry.number))
      if (page.next === null) break
      before = page.next
    }
    expect(numbers).toEqual(Array.from({ length: chain.entries }, (_, i) => chain.entries - i))
  })

  it('filters by person, action, rapat and days in WIB', async () => {
    const { people, rapat } = await auditChoices(ctx, admin)
    const person = people.find(({ name }) => name === 'admin own')
    const shown = async (fields: Record<string, unknown>) =>
      (await listAudit(ctx, admin, { filter: filter(fields), before: null })).entries
    const byAdmin = await shown({ actor: person?.id })
    expect(new Set(byAdmin.map(entry => entry.actor?.name))).toEqual(new Set(['admin own']))
    expect(new Set((await shown({ actor: 'sistem' })).map(entry => entry.action))).toEqual(
      new Set(['demo.seed']),
    )
    const ended = await shown({ action: 'session.end' })
    expect(new Set(ended.map(entry => entry.action))).toEqual(new Set(['session.end']))
    const ofRapat = await shown({ rapatId: rapat[0]?.id })
    expect(new Set(ofRapat.map(entry => entry.rapat?.title))).toEqual(new Set(['Rakor percobaan']))
    const oneDay = await shown({ from: '2026-11-25', until: '2026-11-25' })
    const days = oneDay.map(entry => new Date(entry.at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10))
    expect(new Set(days)).toEqual(new Set(['2026-11-25']))
    expect(await shown({ actor: 'tidak', from: 'kemarin' })).toHaveLength((await shown({})).length)
  })

  it('gives all of it along, and tells that it did, with what was asked for', async () => {
    const told: string[] = []
    for await (const entry of await exportAudit(ctx, admin, filter({ action: 'demo.seed' })))
      told.push(entry.action)
    expect(told).toHaveLength(18)
    const [last] = (await listAudit(ctx, admin, { filter: filter(), before: null })).entries
    expect(last).toMatchObject({ action: 'audit.export', details: { filter: { action: 'demo.seed' } } })
  })

  it('is for whoever holds their main jabatan in the Inspektorat, and for nobody else of their role', async () => {
    const [opdId, otherOpd, jabatanId, otherJabatan, personId] = [newId(), newId(), newId(), newId(), newId()]
    await insertOpd(test.database.db, [
      { id: opdId, name: 'Inspektorat Daerah', shortName: 'Itda', kind: 'inspektorat', position: 3 },
      { id: otherOpd, name: 'Dinas Baru', shortName: 'Baru', kind: 'dinas', position: 4 },
    ])
    await insertJabatan(test.database.db, [
      { id: jabatanId, opdId, name: 'Auditor' },
      { id: otherJabatan, opdId: otherOpd, name: 'Staf' },
    ])
    const passwordHash = await hashPassword('rahasia sekali')
    const createdAt = chain.clock.now()
    const person = { id: personId, name: 'Auditor', role: 'staf_opd' as const, email: 'a@contoh.id' }
    await insertPeople(test.database.db, [{ ...person, passwordHash, createdAt }])
    await insertHoldings(test.database.db, [
      { id: newId(), jabatanId, personId, kind: 'definitif', from: '2026-01-01', until: '2026-11-30' },
      { id: newId(), jabatanId: otherJabatan, personId, kind: 'definitif', from: '2026-12-01' },
    ])
    const credentials = {
      login: 'a@contoh.id',
      password: 'rahasia sekali',
      address: '127.0.0.1',
      userAgent: '',
    }
    const signedIn = async () =>
      (await readSession(ctx, (await signIn(ctx, credentials)).token))?.actor ?? expect.fail('nobody')
    expect((await auditState(ctx, await signedIn())).verdict).toBe('signed')
    chain.clock.forward(14 * 24 * 3_600)
    await expect(auditState(ctx, await signedIn())).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('tells in one look how the chain stands', async () => {
    await inTransaction(ctx, tx =>
      recordAudit(tx, { at: chain.clock.now(), actorId: null, action: 'demo.seed' }),
    )
    expect(await auditState(ctx, admin)).toMatchObject({ verdict: 'late', isGuarded: true })
    await signAuditHead(ctx, chain.keys, exportsFolder(chain.dataDir))
    expect(await auditState(ctx, admin)).toMatchObject({ verdict: 'signed', unsigned: 0 })
    const owner = openDatabase(test.ownerUrl, { max: 1 })
    expect(await auditState({ ...ctx, database: owner }, admin)).toMatchObject({ isGuarded: false })
    await owner.sql`alter table audit_link disable trigger audit_link_kept`
    await owner.sql`update audit_link set hash = sha256(hash) where number = (select max(number) from audit_link)`
    expect(await auditState(ctx, admin)).toMatchObject({ verdict: 'broken' })
    await owner.close()
  })
})
