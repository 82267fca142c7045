import { readdir } from 'node:fs/promises'
import { ROLES } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import { fingerprint, signedPdf, type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestPortal, type TestPortal } from '../testing/portal'

const NOWHERE = '01900000-0000-7000-8000-000000000000'
const UNSIGNED = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n')

let database: TestDatabase
let portal: TestPortal
let rapatId: string
beforeAll(async () => {
  database = await testDatabase()
  portal = await startTestPortal(database.database)
  rapatId = await portal.makeRapat()
  // Only that there is a record, and that the rapat says so, counts here.
  const { sql } = database.database
  await sql`update rapat set status = 'selesai', notula_state = 'disahkan' where id = ${rapatId}`
  await sql`update document set state = 'closed' where id = (select document_id from rapat where id = ${rapatId})`
  const text = JSON.stringify({ bagian: { rapat: {}, persetujuan: [] }, sebutan: { orang: {} } })
  await sql`insert into sealed_record (rapat_id, number, text, hash, code, at)
    values (${rapatId}, 0, ${text}, ${Buffer.alloc(32, 7)}, '0123456789', now())`
}, 120_000)
afterAll(async () => {
  await portal?.close()
  await database?.close()
})

const ask = (path: string, cookie: string, init: RequestInit = {}) =>
  fetch(portal.origin + path, {
    redirect: 'manual',
    ...init,
    headers: { Cookie: cookie, Origin: portal.origin, ...init.headers },
  })
const boss = () => portal.cookieOf({ role: 'sekretariat', side: 'own' })
const send = async (
  bytes: Uint8Array<ArrayBuffer>,
  { cookie = '', srikandi = 'T/400/1/2026', name = 'tte.pdf', id = rapatId } = {},
) => {
  const body = new FormData()
  body.append('nomor', '0')
  body.append('srikandi', srikandi)
  body.append('salinan', new Blob([bytes]), name)
  return ask(`/berkas/salinan/${id}`, cookie || (await boss()), { method: 'POST', body })
}
const bytesOf = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer)
const told = async (response: Response) => {
  const { pathname, searchParams } = new URL(response.headers.get('Location') ?? '/', portal.origin)
  expect([response.status, pathname]).toEqual([303, `/rapat/${rapatId}/pengesahan`])
  return Object.fromEntries(searchParams)
}
const parts = async () => (await readdir(`${portal.filesRoot}/tmp`).catch(() => [])).length

describe('a signed copy', () => {
  it('comes by a plain form, and is fetched byte for byte as a download', async () => {
    const pdf = signedPdf()
    expect(await told(await send(bytesOf(pdf)))).toEqual({ hasil: 'tte' })
    const page = await (await ask(`/rapat/${rapatId}/pengesahan?hasil=tte`, await boss())).text()
    expect(page).toContain('T/400/1/2026')
    const [, id = ''] = /\/berkas\/salinan\/([0-9a-f-]{36})"/.exec(page) ?? []
    const response = await ask(`/berkas/salinan/${id}`, await boss())
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
    })
    expect(response.headers.get('Content-Disposition')).toMatch(/^attachment; filename="Notula /)
    expect(Buffer.from(await response.arrayBuffer())).toEqual(pdf)
    const seen: Record<string, number> = { nobody: (await ask(`/berkas/salinan/${id}`, '')).status }
    for (const side of ['own', 'other'] as const)
      for (const role of ROLES)
        seen[`${role} ${side}`] = (
          await ask(`/berkas/salinan/${id}`, await portal.cookieOf({ role, side }))
        ).status
    expect(seen).toEqual({
      nobody: 302,
      ...Object.fromEntries(ROLES.map(role => [`${role} own`, 200])),
      ...Object.fromEntries(
        ROLES.map(role => [`${role} other`, ['admin', 'sekretariat', 'pimpinan'].includes(role) ? 200 : 404]),
      ),
    })
    for (const missing of [NOWHERE, 'x', '%00'])
      expect((await ask(`/berkas/salinan/${missing}`, await boss())).status).toBe(404)
  })

  it('is refused with the reason, and what was typed stays', async () => {
    const before = await parts()
    expect(await told(await send(bytesOf(UNSIGNED)))).toEqual({
      ...{ ditolak: 'unsigned', nomor: '0', srikandi: 'T/400/1/2026' },
    })
    expect(await told(await send(bytesOf(signedPdf()), { srikandi: 'tanpa' }))).toMatchObject({
      ...{ ditolak: 'srikandi', srikandi: 'tanpa' },
    })
    expect(await told(await send(new Uint8Array(0), { name: '' }))).toMatchObject({ ditolak: 'empty' })
    // More than may be, to the end of the form.
    expect(await told(await send(new Uint8Array(54_000_000)))).toMatchObject({ ditolak: 'too-large' })
    expect(await parts()).toBe(before)
    const page = await (
      await ask(`/rapat/${rapatId}/pengesahan?ditolak=unsigned&nomor=0&srikandi=T%2F9`, await boss())
    ).text()
    expect(page).toContain('belum bertanda tangan elektronik')
    expect(page).toContain('value="T/9"')
  })

  it('is taken from who may only, of a rapat that they see, from here', async () => {
    const pdf = bytesOf(signedPdf('c'))
    const [staff, stranger, writer] = [
      await portal.cookieOf({ role: 'staf_opd', side: 'own' }),
      await portal.cookieOf({ role: 'staf_opd', side: 'other' }),
      await boss(),
    ]
    const stamp = await fingerprint(database.database)
    expect((await send(pdf, { cookie: staff })).status).toBe(403)
    expect((await send(pdf, { cookie: stranger })).status).toBe(404)
    expect((await send(pdf, { cookie: writer, id: newId() })).status).toBe(404)
    expect((await send(pdf, { cookie: 'x=1' })).headers.get('Location')).toBe('/masuk')
    const foreign = await ask(`/berkas/salinan/${rapatId}`, writer, {
      ...{ method: 'POST', body: 'x' },
      headers: { Origin: 'https://jahat.example' },
    })
    expect(foreign.status).toBe(403)
    expect(await fingerprint(database.database)).toBe(stamp)
  })
})
