import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  type Database,
  insertHoldings,
  insertJabatan,
  insertOpd,
  insertPeople,
  insertSession,
} from '@mufakat/db'
import { type Actor, ROLES, type Role } from '@mufakat/domain'
import { FileStore } from '@mufakat/files'
import { defined, newId } from '@mufakat/kernel'
import {
  createRapat,
  createRapatInput,
  editPeserta,
  openVault,
  type ServiceContext,
  setRapatStatus,
} from '@mufakat/services'
import type { ServerBuild } from '@remix-run/node'
import { createServer } from 'vite'
import type { PortalServices } from '../../app/request/context.server'
import { createPortal } from '../app'
import { createMetrics } from '../metrics'
import { routeNames } from '../route-names'

export const TEST_NOW = new Date('2026-11-24T03:00:00Z')
const DAY_MS = 86_400_000

export type Side = 'own' | 'other'
export type Persona = { readonly role: Role; readonly side: Side } | null

/** A portal on a free port, from source as Remix builds it, with a person of every role in two OPD. */
export interface TestPortal {
  readonly build: ServerBuild
  readonly origin: string
  readonly services: ServiceContext
  /** Where the bytes of files are. */
  readonly filesRoot: string
  /** A new session each time: some requests end it. Null for nobody. */
  cookieOf(persona: Persona): Promise<string>
  /** The same for whoever else is in the database. */
  cookieFor(personId: string): Promise<string>
  /** A scheduled rapat that invites the own OPD and the own tamu, who may write. */
  makeRapat(): Promise<string>
  opdId(side: Side): string
  /** Whom acts on people are about: an account without a password. */
  readonly somebody: string
  close(): Promise<void>
}

async function makePeople(database: Database) {
  const opd: Record<Side, string> = { own: newId(), other: newId() }
  await insertOpd(database.db, [
    { id: opd.own, name: 'Dinas Sendiri', shortName: 'Sendiri', kind: 'dinas', position: 1 },
    { id: opd.other, name: 'Dinas Lain', shortName: 'Lain', kind: 'dinas', position: 2 },
  ])
  const actors = new Map<string, Actor>()
  for (const side of ['own', 'other'] as const) {
    for (const role of ROLES) {
      const actor = { personId: newId(), role, opdId: opd[side] }
      const jabatanId = newId()
      actors.set(`${role} ${side}`, actor)
      await insertPeople(database.db, [
        { id: actor.personId, name: `${role} ${side}`, role, createdAt: TEST_NOW },
      ])
      await insertJabatan(database.db, [
        { id: jabatanId, opdId: opd[side], name: `Jabatan ${role}`, isHead: role === 'kepala_opd' },
      ])
      await insertHoldings(database.db, [
        { id: newId(), jabatanId, personId: actor.personId, kind: 'definitif', from: '2026-01-01' },
      ])
    }
  }
  return { opd, actor: (role: Role, side: Side) => defined(actors.get(`${role} ${side}`), 'a persona') }
}

/** The build as Remix makes it from source, so that no test depends on somebody having built before. */
async function buildFromSource() {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const vite = await createServer({
    root,
    configFile: `${root}/vite.config.ts`,
    server: { middlewareMode: true, hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    logLevel: 'error',
  })
  return { vite, build: (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild }
}

export async function startTestPortal(database: Database): Promise<TestPortal> {
  const { vite, build } = await buildFromSource()
  const services: PortalServices = {
    database,
    clock: { now: () => TEST_NOW },
    vault: openVault('x'.repeat(32)),
    smtp: null,
    baseUrl: 'http://portal.test',
  }
  const people = await makePeople(database)
  const sekretariat = people.actor('sekretariat', 'own')
  const filesRoot = await mkdtemp(join(tmpdir(), 'mufakat-files-'))
  const somebody = newId()
  await insertPeople(database.db, [
    { id: somebody, name: 'Seseorang', role: 'staf_opd', createdAt: TEST_NOW },
  ])
  const portal = createPortal({
    settings: {
      baseUrl: 'http://portal.test',
      secure: false,
      demo: false,
      mode: 'test',
      realtimePort: 9,
      trustedProxies: [],
    },
    services,
    system: {
      version: 'test',
      baseUrl: 'http://portal.test',
      dataDir: tmpdir(),
      backupDir: null,
      realtimePort: 9,
      workerPort: null,
    },
    metrics: createMetrics(),
    tracing: null,
    nameRoute: routeNames(build.routes),
    files: { store: new FileStore({ root: filesRoot, reserveBytes: 0 }), scan: null },
    build,
    assets: null,
    logError: error => console.error(error),
    logRequest: () => undefined,
  })
  await new Promise<void>(resolve => portal.server.listen(0, '127.0.0.1', resolve))
  const { port } = portal.server.address() as AddressInfo
  const cookieFor = async (personId: string): Promise<string> => {
    const token = randomBytes(32).toString('base64url')
    await insertSession(database.db, {
      id: newId(),
      tokenHash: new Uint8Array(createHash('sha256').update(token).digest()),
      personId,
      createdAt: TEST_NOW,
      lastSeenAt: TEST_NOW,
      expiresAt: new Date(TEST_NOW.getTime() + DAY_MS),
      address: '127.0.0.1',
      userAgent: 'test',
    })
    return `mufakat_sesi=${token}`
  }
  return {
    build,
    services,
    filesRoot,
    origin: `http://127.0.0.1:${port}`,
    opdId: side => people.opd[side],
    somebody,
    cookieFor,
    cookieOf: async persona =>
      persona === null ? '' : cookieFor(people.actor(persona.role, persona.side).personId),
    makeRapat: async () => {
      const rapatId = await createRapat(
        services,
        sekretariat,
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
          invitedOpdIds: [people.opd.own],
        }),
      )
      await editPeserta(services, sekretariat, {
        rapatId,
        invitedOpdIds: [people.opd.own],
        guests: [{ personId: people.actor('tamu', 'own').personId, canWrite: true }],
      })
      await setRapatStatus(services, sekretariat, { rapatId, status: 'terjadwal' })
      return rapatId
    },
    close: async () => {
      await portal.close()
      await vite.close()
      await rm(filesRoot, { recursive: true, force: true })
    },
  }
}
