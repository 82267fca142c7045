// Sessions that are no ordinary person's: a guest's by link, and an admin's who looks as somebody.
import { fingerprint, type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestPortal, TEST_NOW, type TestPortal } from './testing/portal'

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

describe('while an admin looks as another person', () => {
  const EXCEPT = new Set(['routes/lihat-sebagai'])
  const viewing = async () => {
    const cookie = await portal.cookieOf({ role: 'admin', side: 'own' })
    const [row] = await database.database.sql<{ id: string }[]>`
      update session set viewing_person_id = p.id, viewing_until = ${new Date(TEST_NOW.getTime() + 60_000)}
      from person p where p.name = 'staf_opd own' and session.id = (select id from session order by id desc limit 1)
      returning session.id`
    expect(row).toBeDefined()
    return cookie
  }

  /** The address of a route, with something in the place of every parameter. */
  const addressOf = (id: string, rapatId: string): string => {
    const route = portal.build.routes[id]
    if (route === undefined) return ''
    const own = (route.path ?? '').replace(':id', rapatId).replace(/:\w+|\*/g, 'x')
    return [addressOf(route.parentId ?? '', rapatId), own].filter(Boolean).join('/')
  }

  it('takes nothing that any action is sent, and leads a form to a page that says so', async () => {
    const cookie = await viewing()
    const rapatId = await portal.makeRapat()
    const before = await fingerprint(database.database)
    const acts = Object.values(portal.build.routes).flatMap(route =>
      route?.module.action === undefined || EXCEPT.has(route.id) ? [] : [route.id],
    )
    expect(acts.length).toBeGreaterThan(30)
    for (const id of acts)
      for (const accept of ['text/html', '*/*']) {
        const response = await fetch(`${portal.origin}/${addressOf(id, rapatId)}`, {
          method: 'POST',
          redirect: 'manual',
          headers: { Cookie: cookie, Origin: portal.origin, Accept: accept },
          body: new URLSearchParams({ maksud: 'x' }),
        })
        await response.arrayBuffer()
        const answer = [id, response.status, response.headers.get('Location')]
        expect(answer).toEqual(accept === '*/*' ? [id, 403, null] : [id, 303, '/lihat-sebagai'])
      }
    expect(await fingerprint(database.database)).toBe(before)
  })

  it('shows what that person sees, and who looks; what is private stays closed', async () => {
    const cookie = await viewing()
    await database.database.sql`update person set locale = 'id'`
    const page = async (path: string) => {
      const response = await fetch(portal.origin + path, { headers: { Cookie: cookie } })
      return { status: response.status, html: await response.text() }
    }
    const rapat = await page(`/rapat/${await portal.makeRapat()}`)
    expect(rapat.status).toBe(200)
    expect(rapat.html).toContain('Anda melihat sebagai staf_opd own')
    expect((await page('/lihat-sebagai')).status).toBe(403)
    for (const closed of [
      '/profil',
      '/profil/keamanan',
      '/profil/belum-terkirim',
      '/admin/pengguna',
      '/admin/peran',
    ])
      expect([closed, (await page(closed)).status]).toEqual([closed, 403])
  })
})

describe('a guest by link', () => {
  it('comes in by the form of their link, finds their rapat, and nothing beside it', async () => {
    const rapatId = await portal.makeRapat()
    const cookie = await portal.cookieOf({ role: 'sekretariat', side: 'own' })
    const headers = { Origin: portal.origin, Accept: 'text/html' }
    const made = await fetch(`${portal.origin}/rapat/${rapatId}/peserta/tamu`, {
      method: 'POST',
      headers: { ...headers, Cookie: cookie },
      body: new URLSearchParams({
        maksud: 'undang',
        name: 'Budi',
        agency: 'BPS',
        right: 'baca',
        lastDay: '2026-12-10',
      }),
    })
    const path = /\/tamu\/[\w-]{43}/.exec(await made.text())?.[0] ?? ''
    const door = await fetch(portal.origin + path)
    expect(door.headers.get('Set-Cookie')).toBeNull()
    expect(await door.text()).toContain('Budi (tamu), BPS')
    const entered = await fetch(portal.origin + path, { method: 'POST', redirect: 'manual', headers })
    expect(entered.headers.get('Location')).toBe(`/rapat/${rapatId}`)
    const own = { Cookie: entered.headers.get('Set-Cookie')?.split(';')[0] ?? '' }
    const get = (to: string) => fetch(portal.origin + to, { headers: own, redirect: 'manual' })
    const page = await (await get(`/rapat/${rapatId}`)).text()
    expect(page).not.toContain('Navigasi')
    expect((await get('/')).headers.get('Location')).toBe(`/rapat/${rapatId}`)
    expect((await get(path)).headers.get('Location')).toBe(`/rapat/${rapatId}`)
    for (const open of ['/peserta', '/tindak-lanjut', '/berkas'])
      expect([open, (await get(`/rapat/${rapatId}${open}`)).status]).toEqual([open, 200])
    for (const closed of ['/rapat', '/cari', '/profil', '/profil/keamanan', `/rapat/${rapatId}/riwayat`])
      expect([closed, (await get(closed)).status]).toEqual([closed, 403])
    expect((await get(`/rapat/${await portal.makeRapat()}`)).status).toBe(404)
  })
})
