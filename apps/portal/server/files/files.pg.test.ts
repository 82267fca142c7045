import { readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import { ROLES, type Role } from '@mufakat/domain'
import { fingerprint, type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Persona, startTestPortal, type TestPortal } from '../testing/portal'

const PDF = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n'
const UPLOADS = '/berkas/unggahan'
const NOWHERE = '01900000-0000-7000-8000-000000000000'

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

const as = (role: Role, side: 'own' | 'other' = 'own') => portal.cookieOf({ role, side })
const ask = (path: string, cookie: string, init: RequestInit = {}) =>
  fetch(portal.origin + path, {
    redirect: 'manual',
    ...init,
    headers: { Cookie: cookie, Origin: portal.origin, ...init.headers },
  })
const begin = (cookie: string, rapatId: string, name = 'surat.pdf', size = PDF.length) =>
  ask(UPLOADS, cookie, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ subject: { kind: 'rapat', id: rapatId }, name, size, mark: '1' }),
  })
const send = (cookie: string, id: string, offset: number, bytes: string | Uint8Array<ArrayBuffer>) =>
  ask(`${UPLOADS}/${id}`, cookie, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(offset) },
    body: bytes,
  })
const idOf = async (response: Response): Promise<string> => ((await response.json()) as { id: string }).id

async function upload(cookie: string, rapatId: string, name = 'surat.pdf'): Promise<string> {
  const id = await idOf(await begin(cookie, rapatId, name))
  await send(cookie, id, 0, PDF)
  return idOf(await ask(`${UPLOADS}/${id}/selesai`, cookie, { method: 'POST' }))
}

describe('a file in pieces', () => {
  it('goes on after it broke off, and is fetched again byte for byte', async () => {
    const [cookie, rapatId] = [await as('staf_opd'), await portal.makeRapat()]
    const begun = await begin(cookie, rapatId)
    expect([begun.status, begun.headers.get('Upload-Offset')]).toEqual([201, '0'])
    const id = await idOf(begun)
    const first = await send(cookie, id, 0, PDF.slice(0, 30))
    expect([first.status, first.headers.get('Upload-Offset')]).toEqual([204, '30'])
    const again = await begin(cookie, rapatId)
    expect([await idOf(again), again.headers.get('Upload-Offset')]).toEqual([id, '30'])
    const state = await ask(`${UPLOADS}/${id}`, cookie, { method: 'HEAD' })
    expect([state.status, state.headers.get('Upload-Offset'), state.headers.get('Upload-Length')]).toEqual([
      ...[204, '30', String(PDF.length)],
    ])
    expect((await send(cookie, id, 0, PDF)).status).toBe(409)
    expect((await send(cookie, id, 30, PDF.slice(30))).status).toBe(204)
    expect((await ask(`${UPLOADS}/${id}/selesai`, cookie, { method: 'POST' })).status).toBe(201)
    expect(await (await ask(`/berkas/${id}`, cookie)).text()).toBe(PDF)
  })

  it('says why something is not taken', async () => {
    const [cookie, rapatId] = [await as('staf_opd'), await portal.makeRapat()]
    const refusal = async (response: Response) => [response.status, await response.json()]
    expect(await refusal(await begin(cookie, rapatId, 'a.svg'))).toEqual([
      ...[400, { code: 'invalid-input', reason: 'unknown-kind' }],
    ])
    expect(await refusal(await begin(cookie, rapatId, 'a.pdf', 60_000_000))).toEqual([
      ...[413, { code: 'too-large', reason: 'too-large' }],
    ])
    const id = await idOf(await begin(cookie, rapatId, 'a.docx'))
    expect((await send(cookie, id, 0, PDF)).status).toBe(204)
    expect(await refusal(await ask(`${UPLOADS}/${id}/selesai`, cookie, { method: 'POST' }))).toEqual([
      ...[400, { code: 'invalid-input', reason: 'wrong-ending' }],
    ])
    expect((await ask(`${UPLOADS}/${id}`, cookie, { method: 'HEAD' })).status).toBe(404)
  })

  it('takes no piece that is too large, packed, or of another shape', async () => {
    const [cookie, rapatId] = [await as('staf_opd'), await portal.makeRapat()]
    const id = await idOf(await begin(cookie, rapatId, 'a.pdf', 20_000_000))
    expect((await send(cookie, id, 0, new Uint8Array(2 * 1024 * 1024 + 1))).status).toBe(413)
    const path = `${UPLOADS}/${id}`
    const headers = { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': '0' }
    const attempts: RequestInit[] = [
      { headers: { ...headers, 'Content-Encoding': 'gzip' }, body: 'x' },
      { headers: { ...headers, 'Content-Type': 'text/plain' }, body: 'x' },
      { headers: { ...headers, 'Upload-Offset': '-1' }, body: 'x' },
      { headers: { ...headers, 'Upload-Offset': '1e999' }, body: 'x' },
      { headers },
    ]
    for (const attempt of attempts)
      expect((await ask(path, cookie, { method: 'PATCH', ...attempt })).status).toBe(400)
    const begun = await ask(UPLOADS, cookie, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: `{"subject":"${'x'.repeat(20_000)}"}`,
    })
    expect(begun.status).toBe(413)
  })

  it('is refused from another origin', async () => {
    const [cookie, rapatId] = [await as('admin'), await portal.makeRapat()]
    const before = await fingerprint(database.database)
    for (const path of [UPLOADS, `/berkas/formulir/rapat/${rapatId}`]) {
      const response = await ask(path, cookie, {
        method: 'POST',
        headers: { Origin: 'https://jahat.example' },
        body: 'x',
      })
      expect(response.status).toBe(403)
    }
    expect(await fingerprint(database.database)).toBe(before)
  })
})

describe('fetching a file', () => {
  it('is asked of the permission function, by everybody', async () => {
    const rapatId = await portal.makeRapat()
    const id = await upload(await as('staf_opd'), rapatId)
    const personas: Persona[] = [
      null,
      ...(['own', 'other'] as const).flatMap(side => ROLES.map(role => ({ role, side }))),
    ]
    const seen: Record<string, number> = {}
    for (const persona of personas) {
      const response = await ask(`/berkas/${id}`, await portal.cookieOf(persona))
      seen[persona === null ? 'nobody' : `${persona.role} ${persona.side}`] = response.status
      await response.arrayBuffer()
    }
    const wanted = (persona: Persona): number => {
      if (persona === null) return 302
      return persona.side === 'own' || ['admin', 'sekretariat', 'pimpinan'].includes(persona.role) ? 200 : 404
    }
    for (const persona of personas) {
      const name = persona === null ? 'nobody' : `${persona.role} ${persona.side}`
      expect([name, seen[name]]).toEqual([name, wanted(persona)])
    }
  })

  it('comes as a download in a sandbox, in parts, and not at all when nothing has changed', async () => {
    const cookie = await as('staf_opd')
    const id = await upload(cookie, await portal.makeRapat(), 'Surat “é”; x.pdf')
    const response = await ask(`/berkas/${id}`, cookie)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition':
        'attachment; filename="Surat _e__; x.pdf"; filename*=UTF-8\'\'Surat%20%E2%80%9C%C3%A9%E2%80%9D%3B%20x.pdf',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      'accept-ranges': 'bytes',
    })
    const etag = response.headers.get('ETag') ?? ''
    // Without a word of its own this client would ask for no cached answer.
    const known = { 'If-None-Match': etag, 'Cache-Control': 'max-age=0' }
    expect((await ask(`/berkas/${id}`, cookie, { headers: known })).status).toBe(304)
    const part = await ask(`/berkas/${id}`, cookie, { headers: { Range: 'bytes=9-15' } })
    expect([part.status, await part.text()]).toEqual([206, PDF.slice(9, 16)])
    const head = await ask(`/berkas/${id}`, cookie, { method: 'HEAD' })
    expect([head.status, head.headers.get('Content-Length'), await head.text()]).toEqual([
      ...[200, String(PDF.length), ''],
    ])
    const reads = await database.database
      .sql`select count(*)::int as n from file_access where file_id = ${id}`
    expect(reads).toEqual([{ n: 2 }])
  })

  it('has a page for what is not there', async () => {
    const cookie = await as('admin')
    for (const id of [NOWHERE, 'x', '..%2f..%2fetc%2fpasswd', '%00']) {
      const response = await ask(`/berkas/${id}`, cookie)
      expect([id, response.status]).toEqual([id, 404])
    }
    expect((await ask(`/berkas/${NOWHERE}/kecil`, cookie)).status).toBe(404)
  })
})

describe('a form without script', () => {
  const form = (cookie: string, rapatId: string, files: readonly (readonly [string, string])[]) => {
    const body = new FormData()
    for (const [name, text] of files) body.append('berkas', new Blob([text]), name)
    return ask(`/berkas/formulir/rapat/${rapatId}`, cookie, { method: 'POST', body })
  }
  const parts = async () => (await readdir(`${portal.filesRoot}/tmp`)).length

  it('brings several files at once and tells what was not taken', async () => {
    const [cookie, rapatId] = [await as('staf_opd'), await portal.makeRapat()]
    const before = await parts()
    const response = await form(cookie, rapatId, [
      ['satu.pdf', PDF],
      ['gambar.png', '<svg/>'],
      ['dua.pdf', PDF],
    ])
    const location = `/rapat/${rapatId}/berkas?terunggah=2&ditolak=unknown-kind`
    expect([response.status, response.headers.get('Location')]).toEqual([303, location])
    const page = await (await ask(location, cookie)).text()
    for (const text of ['satu.pdf', 'dua.pdf', '2 berkas tersimpan', 'Bukan PDF'])
      expect([text, page.includes(text)]).toEqual([text, true])
    expect(page).not.toContain('gambar.png')
    expect(await parts()).toBe(before)
  })

  it('asks for a file when there is none', async () => {
    const [cookie, rapatId] = [await as('staf_opd'), await portal.makeRapat()]
    const response = await form(cookie, rapatId, [['', '']])
    expect(response.headers.get('Location')).toBe(`/rapat/${rapatId}/berkas?terunggah=0&ditolak=empty`)
  })

  it('lets in who may only', async () => {
    const rapatId = await portal.makeRapat()
    const before = await fingerprint(database.database)
    for (const cookie of [await as('staf_opd', 'other'), await as('tamu', 'other')]) {
      const stamp = await fingerprint(database.database)
      const response = await form(cookie, rapatId, [['a.pdf', PDF]])
      expect(response.headers.get('Location')).toContain('terunggah=0&ditolak=lain')
      expect(await fingerprint(database.database)).toBe(stamp)
    }
    expect((await form('', rapatId, [['a.pdf', PDF]])).headers.get('Location')).toBe('/masuk')
    expect(before).not.toBe('')
  })

  it('leaves nothing behind when the line breaks', async () => {
    const [cookie, rapatId] = [await as('staf_opd'), await portal.makeRapat()]
    const before = await parts()
    const { port } = new URL(portal.origin)
    const line = connect(Number(port), '127.0.0.1')
    const head = [
      `POST /berkas/formulir/rapat/${rapatId} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      `Origin: ${portal.origin}`,
      `Cookie: ${cookie}`,
      'Content-Type: multipart/form-data; boundary=batas',
      'Content-Length: 5000000',
    ]
    const part = '--batas\r\nContent-Disposition: form-data; name="berkas"; filename="a.pdf"\r\n\r\n'
    line.write(`${head.join('\r\n')}\r\n\r\n${part}${PDF}`)
    line.write(Buffer.alloc(3_000_000, 'x'))
    // However long a busy machine takes to get there.
    const waiting = (count: number) =>
      vi.waitUntil(
        async () => {
          const [row] = await database.database
            .sql`select count(*)::int as n from file_upload where subject_id = ${rapatId}`
          return row?.n === count
        },
        { timeout: 30_000, interval: 5 },
      )
    await waiting(1)
    line.destroy()
    await waiting(0)
    expect(await parts()).toBe(before)
  })
})
