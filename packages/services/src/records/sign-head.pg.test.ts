import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openDatabase, openLiveRecords } from '@mufakat/db'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recordAudit } from '../audit'
import type { ServiceContext } from '../context'
import { inTransaction } from '../context'
import { keysFolder, loadAuditKeys } from './audit-key'
import { exportsFolder } from './day-export'
import { signAuditHead } from './sign-head'
import { type SignedChain, signedChain } from './testing/signed-chain'
import { verifyRecords } from './verify-records'

let test: TestDatabase
let chain: SignedChain
let ctx: ServiceContext
let folder: string
beforeEach(async () => {
  test = await testDatabase()
  chain = await signedChain(test.database, 1)
  ctx = { database: test.database, clock: chain.clock }
  folder = exportsFolder(chain.dataDir)
})
afterEach(async () => {
  await chain.forget()
  await test.close()
})

const sign = (keys = chain.keys) => signAuditHead(ctx, keys, folder)

const enter = () =>
  inTransaction(ctx, tx => recordAudit(tx, { at: chain.clock.now(), actorId: null, action: 'demo.seed' }))

async function asOwner(statements: string): Promise<void> {
  const owner = openDatabase(test.ownerUrl, { max: 1 })
  for (const table of ['audit_entry', 'audit_link', 'audit_signature'])
    await owner.sql.unsafe(`alter table ${table} disable trigger all`)
  await owner.sql.unsafe(statements)
  await owner.close()
}

async function codesFound(): Promise<string[]> {
  const source = await openLiveRecords(test.ownerUrl)
  const [report] = await verifyRecords(source, chain.places)
  await source.close()
  return report?.findings.map(finding => finding.code) ?? []
}

describe('signing the head', () => {
  it('signs what is new once, and once a day also when nothing is', async () => {
    expect(await sign()).toEqual({ outcome: 'unchanged', number: chain.entries })
    await enter()
    expect(await sign()).toEqual({ outcome: 'signed', number: chain.entries + 1 })
    expect(await sign()).toMatchObject({ outcome: 'unchanged' })
    chain.clock.forward(24 * 3_600)
    expect(await sign()).toEqual({ outcome: 'signed', number: chain.entries + 1 })
    expect(await codesFound()).toEqual([])
  })

  it('signs once when several processes do', async () => {
    await enter()
    const outcomes = (await Promise.all([1, 2, 3, 4].map(() => sign()))).map(({ outcome }) => outcome)
    expect(outcomes.filter(outcome => outcome === 'signed')).toHaveLength(1)
    expect(await codesFound()).toEqual([])
  })

  it('writes the file that a crash kept from being written', async () => {
    const last = (await readdir(folder)).sort().at(-1) ?? ''
    await rm(join(folder, last))
    expect(await codesFound()).toEqual(['audit.export-missing'])
    await sign()
    expect(await codesFound()).toEqual([])
  })

  it('keeps key and files to itself', async () => {
    const [file] = await readdir(folder)
    for (const path of [join(keysFolder(chain.dataDir), 'audit.key'), join(folder, file ?? '')])
      expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect((await stat(keysFolder(chain.dataDir))).mode & 0o777).toBe(0o700)
  })

  it.each([
    ['what was signed is gone', 'delete from audit_link', 'signed-part'],
    [
      'the last signature is gone',
      'delete from audit_signature where seq = (select max(seq) from audit_signature)',
      'export',
    ],
    ['the last signature is another', `update audit_signature set at = at - interval '1 s'`, 'signature'],
    [
      'a new entry was altered',
      `update audit_entry set action = 'x' where id = (select entry_id from audit_link order by number desc limit 1)`,
      'new-part',
    ],
    [
      'a new link has no entry',
      'delete from audit_entry where id = (select entry_id from audit_link order by number desc offset 1 limit 1)',
      'new-part',
    ],
  ])('refuses when %s', async (_, statements, reason) => {
    await enter()
    await enter()
    await asOwner(statements)
    expect(await sign()).toMatchObject({ outcome: 'refused', reason })
  })

  it('refuses under a key that nobody knows, and goes on under one that has replaced it', async () => {
    await enter()
    const stranger = await loadAuditKeys(join(chain.dataDir, 'other'), null)
    expect(await sign(stranger)).toMatchObject({ outcome: 'refused', reason: 'signature' })
    await rm(join(keysFolder(chain.dataDir), 'audit.key'))
    const next = await loadAuditKeys(chain.dataDir, null)
    expect(next.id).not.toBe(chain.keys.id)
    expect(await sign(next)).toMatchObject({ outcome: 'signed' })
    expect(await codesFound()).toEqual([])
  })

  it('takes a key from elsewhere, and shows its public half beside the others', async () => {
    const file = join(chain.dataDir, 'elsewhere.pem')
    await writeFile(file, await readFile(join(keysFolder(chain.dataDir), 'audit.key')), { mode: 0o600 })
    expect((await loadAuditKeys(join(chain.dataDir, 'node'), file)).id).toBe(chain.keys.id)
    expect(await readdir(keysFolder(join(chain.dataDir, 'node')))).toEqual([`audit-${chain.keys.id}.pub.pem`])
  })
})
