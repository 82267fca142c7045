import { type Database, openDatabase, openLiveRecords, recordsOf, type Sql } from '@mufakat/db'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Finding } from './report'
import { seeded } from './testing/seeded'
import { type SignedChain, signedChain } from './testing/signed-chain'
import { tampering } from './testing/tamperings'
import { verifyRecords } from './verify-records'

const COUNT = Number(process.env.TAMPERINGS ?? 200)
const SEED = Number(process.env.TAMPERING_SEED ?? 20_261_125)

let test: TestDatabase
let chain: SignedChain
let signatures: number
let owner: Database
beforeAll(async () => {
  test = await testDatabase()
  chain = await signedChain(test.database)
  const [row] = await test.database.sql<{ n: number }[]>`select count(*)::int as n from audit_signature`
  signatures = row?.n ?? 0
  owner = openDatabase(test.ownerUrl, { max: 1 })
})
afterAll(async () => {
  await owner.close()
  await chain.forget()
  await test.close()
})

/** Ends a transaction without a trace. */
class Undone extends Error {}

/** What is found in what a superuser has worked on; afterwards it is as before. */
async function findingsAfter(statements: string): Promise<Finding[]> {
  let findings: Finding[] = []
  await owner.sql
    .begin(async tx => {
      for (const table of ['audit_entry', 'audit_link', 'audit_signature'])
        await tx.unsafe(`alter table ${table} disable trigger all`)
      await tx.unsafe(statements)
      const reports = await verifyRecords(await recordsOf(tx as unknown as Sql), chain.places)
      findings = reports.flatMap(report => report.findings)
      throw new Undone()
    })
    .catch(error => {
      if (!(error instanceof Undone)) throw error
    })
  return findings
}

describe('records that somebody above all rights worked on', () => {
  it('are whole as long as nobody did', async () => {
    const source = await openLiveRecords(test.ownerUrl)
    const [report] = await verifyRecords(source, chain.places)
    await source.close()
    expect(report?.findings).toEqual([])
    expect(report?.counts).toEqual({ entries: chain.entries, signatures, exports: chain.days, unsigned: 0 })
  })

  it(`tell of each of ${COUNT} ways (seed ${SEED})`, { timeout: COUNT * 2_000 }, async () => {
    const below = seeded(SEED)
    const missed: string[] = []
    for (let i = 0; i < COUNT; i++) {
      const { name, statements, isNamedBy = () => true } = tampering(below, chain.entries, signatures)
      const findings = await findingsAfter(statements)
      if (!findings.some(isNamedBy)) missed.push(`${name}: ${JSON.stringify(findings)}`)
    }
    expect(missed).toEqual([])
  })
})
