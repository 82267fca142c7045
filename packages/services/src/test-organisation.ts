import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '@mufakat/db'
import { insertHoldings, insertJabatan, insertOpd, insertPeople } from '@mufakat/db'
import type { Actor, Role } from '@mufakat/domain'
import { ROLES } from '@mufakat/domain'
import { FileStore, type Scan } from '@mufakat/files'
import { type Clock, newId, randomId } from '@mufakat/kernel'
import type { ServiceContext } from './context'
import type { FileContext } from './files/context'
import { type CreateRapatInput, createRapatInput } from './inputs'
import { createRapat, setRapatStatus } from './rapat-write'

export const TEST_NOW = new Date('2026-11-24T03:00:00Z')

/** A clock that stands still until it is moved. */
export class TestClock {
  constructor(private time = TEST_NOW) {}
  now = (): Date => this.time
  forward(seconds: number): void {
    this.time = new Date(this.time.getTime() + seconds * 1000)
  }
}

export interface TestOrganisation {
  readonly ownOpd: string
  readonly otherOpd: string
  /** A person of each role in each OPD. */
  actor(role: Role, opd?: 'own' | 'other'): Actor
}

/** Two OPD with a person of every role in each; nobody has a password. */
export async function makeOrganisation(database: Database): Promise<TestOrganisation> {
  const opd = { own: newId(), other: newId() }
  await insertOpd(database.db, [
    { id: opd.own, name: 'Dinas Sendiri', shortName: 'Sendiri', kind: 'dinas', position: 1 },
    { id: opd.other, name: 'Dinas Lain', shortName: 'Lain', kind: 'dinas', position: 2 },
  ])
  const actors = new Map<string, Actor>()
  for (const side of ['own', 'other'] as const)
    for (const role of ROLES) {
      const actor = { personId: newId(), role, opdId: opd[side] }
      actors.set(`${role} ${side}`, actor)
      await insertPeople(database.db, [
        { id: actor.personId, name: `${role} ${side}`, role, createdAt: TEST_NOW },
      ])
      const jabatanId = newId()
      await insertJabatan(database.db, [
        { id: jabatanId, opdId: actor.opdId, name: `Jabatan ${role}`, isHead: role === 'kepala_opd' },
      ])
      await insertHoldings(database.db, [
        { id: newId(), jabatanId, personId: actor.personId, kind: 'definitif', from: '2026-01-01' },
      ])
    }
  return {
    ownOpd: opd.own,
    otherOpd: opd.other,
    actor: (role, side = 'own') => {
      const actor = actors.get(`${role} ${side}`)
      if (actor === undefined) throw new Error('no such actor')
      return actor
    },
  }
}

export const rapatInput = (overrides: Partial<CreateRapatInput> = {}): CreateRapatInput =>
  createRapatInput.parse({
    title: 'Rakor percobaan',
    year: 2026,
    quarter: 4,
    date: '2026-12-08',
    startTime: '09:00',
    plannedMinutes: 180,
    place: 'Aula',
    chairId: null,
    notulisId: null,
    invitedOpdIds: [],
    ...overrides,
  })

/** A scheduled rapat to which the own OPD is invited. */
export async function makeRapat(
  ctx: ServiceContext,
  organisation: TestOrganisation,
  overrides: Partial<CreateRapatInput> = {},
): Promise<string> {
  const sekretariat = organisation.actor('sekretariat')
  const rapatId = await createRapat(
    ctx,
    sekretariat,
    rapatInput({ invitedOpdIds: [organisation.ownOpd], ...overrides }),
  )
  await setRapatStatus(ctx, sekretariat, { rapatId, status: 'terjadwal' })
  return rapatId
}

const scratch = mkdtempSync(join(tmpdir(), 'mufakat-files-'))
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }))

/** A context with a place for files of its own, which goes with the process. */
export const fileContext = (
  database: Database,
  clock: Clock,
  options: { scan?: Scan; reserveBytes?: number } = {},
): FileContext => {
  const root = join(scratch, randomId())
  const store = new FileStore({ root, reserveBytes: options.reserveBytes ?? 0 })
  return { database, clock, store, scan: options.scan ?? null }
}
