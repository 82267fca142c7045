import { ROLES } from '@mufakat/domain'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Persona, startTestPortal, type TestPortal } from './testing/portal'

const NOTHING = '01900000-0000-7000-8000-000000000000'
/** What stands in addresses, where it is not the rapat or a person. */
const PARTS: Readonly<Record<string, string>> = {
  token: 'A'.repeat(43),
  seq: '1',
  step: 'daerah',
  file: 'desa.csv',
  holding: NOTHING,
}

const PERSONAS: Persona[] = [
  null,
  ...(['own', 'other'] as const).flatMap(side => ROLES.map(role => ({ role, side }))),
]

/**
 * Pages that may tell it: accounts to admin; telephone numbers of who takes part to the organisers, who also keep the
 * official list of attendance with its NIP.
 */
function isTold(persona: Persona, path: string, kind: string): boolean {
  if (persona?.role === 'admin' && path.startsWith('/admin/pengguna')) return true
  const organises = persona?.role === 'admin' || persona?.role === 'sekretariat'
  if (!organises) return false
  if (path === '/rapat/:id/daftar-hadir') return kind !== 'email'
  return kind === 'phone' && path === '/rapat/:id/peserta'
}

let database: TestDatabase
let portal: TestPortal
beforeAll(async () => {
  database = await testDatabase()
  portal = await startTestPortal(database.database)
}, 120_000)
afterAll(async () => {
  await portal?.close()
  await database?.close()
})

/** The address of every route with a loader, with its parts still named. */
function paths(): string[] {
  const { routes } = portal.build
  const pathOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id]
    if (route === undefined) return ''
    return `${pathOf(route.parentId)}${route.path ? `/${route.path}` : ''}`
  }
  return Object.values(routes).flatMap(route =>
    route?.module.loader === undefined ? [] : [pathOf(route.id) || '/'],
  )
}

const addressOf = (path: string, rapatId: string): string =>
  path
    .replace('*', 'tidak-ada')
    .replace(/:(\w+)/g, (_, part: string) =>
      part === 'id' ? (path.startsWith('/rapat/') ? rapatId : portal.somebody) : (PARTS[part] ?? NOTHING),
    )

it('[X7] tells nobody how somebody else is reached, in the bytes of no page', {
  timeout: 300_000,
}, async () => {
  const { sql } = database.database
  const people = await sql<{ id: string; name: string }[]>`select id, name from person order by id`
  const contacts = new Map<string, Record<string, string>>()
  for (const [at, { id, name }] of people.entries()) {
    const n = String(at).padStart(2, '0')
    const own = { phone: `+628117770${n}0`, email: `rahasia${n}@pribadi.go.id`, nip: `1980022920050110${n}` }
    await sql`update person set phone = ${own.phone}, email = ${own.email}, nip = ${own.nip} where id = ${id}`
    contacts.set(name, own)
  }
  const leaks: string[] = []
  let told = 0
  for (const persona of PERSONAS) {
    const rapatId = await portal.makeRapat()
    const cookie = await portal.cookieOf(persona)
    const self = persona && `${persona.role} ${persona.side}`
    for (const path of paths()) {
      const address = portal.origin + addressOf(path, rapatId)
      const response = await fetch(address, { redirect: 'manual', headers: { Cookie: cookie } })
      const body = await response.text()
      for (const [name, own] of contacts)
        for (const [kind, value] of Object.entries(own)) {
          if (name === self || !body.includes(value)) continue
          told += 1
          if (!isTold(persona, path, kind)) leaks.push(`${self ?? 'nobody'} ${path}: ${kind}`)
        }
    }
  }
  expect(leaks).toEqual([])
  // What may be told was there to be found.
  expect(told).toBeGreaterThan(10)
})
