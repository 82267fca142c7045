import { readdir, readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { type Actor, ROLES } from '@mufakat/domain'
import { clamd } from '@mufakat/files'
import { AppError } from '@mufakat/kernel'
import { fingerprint, type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  beginUpload,
  cancelUpload,
  endUploadAt,
  type FileContext,
  fetchFile,
  fetchThumbnail,
  fileSettingsInput,
  finishUpload,
  listFiles,
  receivePiece,
  removeFile,
  restoreFile,
  riwayat,
  setFileSettings,
  setRapatStatus,
  sweepFiles,
  uploadState,
} from '../index'
import type { TestOrganisation } from '../test-organisation'
import { fileContext, makeOrganisation, makeRapat, TestClock } from '../test-organisation'

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n')
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAD0lEQVQImWNgWFUOQhAKAB3OBIUZGFkdAAAAAElFTkSuQmCC',
  'base64',
)
const EICAR = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'
const DAY_S = 86_400

const codeOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'done',
    error => {
      if (!(error instanceof AppError)) throw error
      return error.fields.file ?? error.code
    },
  )

const filesBelow = async (root: string): Promise<string[]> =>
  (await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter(entry => entry.isFile())
    .map(entry => entry.name)

/** A scanner of our own that speaks clamd's protocol and knows one virus. */
async function fakeClamd(answerWith: (text: string) => string): Promise<{ server: Server; url: string }> {
  const server = createServer(line => {
    let seen = Buffer.alloc(0)
    line.on('error', () => undefined)
    line.on('data', chunk => {
      seen = Buffer.concat([seen, chunk])
      const text = textOf(seen)
      if (text !== null) line.end(answerWith(text))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { server, url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

/** What was sent, once the piece of no length has come; null before. */
function textOf(seen: Buffer): string | null {
  const word = 'zINSTREAM\0'
  if (seen.length < word.length) return null
  if (seen.subarray(0, word.length).toString() !== word) throw new Error('not the protocol')
  const pieces: Buffer[] = []
  for (let at = word.length; at + 4 <= seen.length; ) {
    const length = seen.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces).toString('latin1')
    pieces.push(seen.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}

describe('files', () => {
  let test: TestDatabase
  let organisation: TestOrganisation
  const clock = new TestClock(new Date())
  let ctx: FileContext
  beforeAll(async () => {
    test = await testDatabase()
    organisation = await makeOrganisation(test.database)
    ctx = fileContext(test.database, clock)
  })
  afterAll(() => test.close())
  const staff = () => organisation.actor('staf_opd')
  const boss = () => organisation.actor('sekretariat')

  const begin = (rapatId: string, actor: Actor, bytes: Buffer, name = 'surat.pdf', mark = '1') =>
    beginUpload(ctx, actor, { subject: { kind: 'rapat', id: rapatId }, name, size: bytes.length, mark })

  const upload = async (
    rapatId: string,
    actor: Actor,
    bytes: Buffer,
    name = 'surat.pdf',
    context = ctx,
  ): Promise<string> => {
    const subject = { kind: 'rapat', id: rapatId } as const
    const { id } = await beginUpload(context, actor, { subject, name, size: bytes.length, mark: name })
    await receivePiece(context, actor, { uploadId: id, offset: 0, bytes })
    return finishUpload(context, actor, id)
  }
  const listed = async (rapatId: string, actor: Actor = boss()) =>
    listFiles(ctx, actor, { kind: 'rapat', id: rapatId })

  it('keeps what came whole under a name that says nothing, with one entry of the audit', async () => {
    const rapatId = await makeRapat(ctx, organisation)
    const id = await upload(rapatId, staff(), PDF, '../Surat \u202Eundangan.PDF')
    expect(await finishUpload(ctx, staff(), id)).toBe(id)
    expect((await listed(rapatId)).files).toMatchObject([
      { id, name: 'Surat undangan.pdf', kind: 'pdf', size: PDF.length, opd: 'Sendiri', hasThumbnail: false },
    ])
    const content = await fetchFile(ctx, boss(), id, true)
    expect(content.path).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{32}$/)
    expect(await readFile(join(content.root, content.path))).toEqual(PDF)
    const entries = await riwayat(ctx, boss(), rapatId)
    expect(entries.filter(({ action }) => action === 'berkas.add')).toMatchObject([
      { details: { kind: 'pdf', size: PDF.length } },
    ])
    const access = await test.database.sql`select person_id from file_access where file_id = ${id}`
    expect(access).toEqual([{ person_id: boss().personId }])
  })

  it('[X5] keeps a name with a number like a NIK masked, unless its person lets it stand', async () => {
    const rapatId = await makeRapat(ctx, organisation)
    const name = 'KTP 1706010101800001.pdf'
    await upload(rapatId, staff(), PDF, name)
    const subject = { kind: 'rapat', id: rapatId } as const
    const asNamed = { subject, name, size: PDF.length, mark: 'b', keepName: true }
    const { id } = await beginUpload(ctx, staff(), asNamed)
    await receivePiece(ctx, staff(), { uploadId: id, offset: 0, bytes: PDF })
    await finishUpload(ctx, staff(), id)
    const names = (await listed(rapatId)).files.map(file => file.name)
    expect(names.sort()).toEqual(['KTP 1706010101800001.pdf', 'KTP ••••••••••••0001.pdf'])
  })

  it('goes on with what broke off, for the same person and file only', async () => {
    const rapatId = await makeRapat(ctx, organisation)
    const { id } = await begin(rapatId, staff(), PDF)
    await receivePiece(ctx, staff(), { uploadId: id, offset: 0, bytes: PDF.subarray(0, 30) })
    expect(await begin(rapatId, staff(), PDF)).toEqual({ id, size: PDF.length, received: 30 })
    expect((await begin(rapatId, staff(), PDF, 'surat.pdf', '2')).id).not.toBe(id)
    expect((await listed(rapatId, staff())).unfinished).toContainEqual({
      ...{ id, name: 'surat.pdf', size: PDF.length, received: 30 },
    })
    expect((await listed(rapatId, boss())).unfinished).toEqual([])
    const piece = (offset: number, bytes: Buffer) =>
      codeOf(receivePiece(ctx, staff(), { uploadId: id, offset, bytes }))
    expect(await piece(0, PDF)).toBe('conflict')
    expect(await piece(40, PDF.subarray(40))).toBe('conflict')
    expect(await piece(30, Buffer.concat([PDF.subarray(30), PDF]))).toBe('too-large')
    expect(await codeOf(finishUpload(ctx, staff(), id))).toBe('conflict')
    expect(await piece(30, PDF.subarray(30))).toBe('done')
    expect(await finishUpload(ctx, staff(), id)).toBe(id)
  })

  it('writes over what a broken write left behind', async () => {
    const rapatId = await makeRapat(ctx, organisation)
    const { id } = await begin(rapatId, staff(), PDF)
    await receivePiece(ctx, staff(), { uploadId: id, offset: 0, bytes: PDF.subarray(0, 20) })
    const rows = await test.database.sql<
      { name: string }[]
    >`select stored_name as name from file_upload where id = ${id}`
    await ctx.store.write(rows[0]?.name ?? '', 20, Buffer.from('never told'))
    await receivePiece(ctx, staff(), { uploadId: id, offset: 20, bytes: PDF.subarray(20) })
    const content = await fetchFile(ctx, staff(), await finishUpload(ctx, staff(), id), false)
    expect(await readFile(join(content.root, content.path))).toEqual(PDF)
  })

  it('throws away what is not taken, and says why once in the audit', async () => {
    const own = fileContext(test.database, clock)
    const rapatId = await makeRapat(ctx, organisation)
    const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')
    expect(await codeOf(upload(rapatId, staff(), script, 'a.png', own))).toBe('unknown-kind')
    expect(await codeOf(upload(rapatId, staff(), PDF, 'a.docx', own))).toBe('wrong-ending')
    for (const name of ['a.svg', 'a.pdf.exe', 'a'])
      expect(await codeOf(begin(rapatId, staff(), PDF, name))).toBe('unknown-kind')
    expect(await codeOf(begin(rapatId, staff(), Buffer.alloc(0)))).toBe('empty')
    expect(await filesBelow(own.store.root)).toEqual([])
    expect((await listed(rapatId)).files).toEqual([])
    const entries = await test.database
      .sql`select details from audit_entry where rapat_id = ${rapatId} and action = 'berkas.refuse'`
    expect(entries.map(({ details }) => details.reason).sort()).toEqual(['unknown-kind', 'wrong-ending'])
  })

  it('draws a picture anew, with a small one beside', async () => {
    const rapatId = await makeRapat(ctx, organisation)
    const trailed = Buffer.concat([PNG, Buffer.from('<script>alert(1)</script>')])
    const id = await upload(rapatId, staff(), trailed, 'foto.png')
    const [whole, small] = [await fetchFile(ctx, staff(), id, true), await fetchThumbnail(ctx, staff(), id)]
    expect((await readFile(join(whole.root, whole.path))).includes('script')).toBe(false)
    expect((await readFile(join(small.root, small.path))).subarray(8, 12).toString()).toBe('WEBP')
    expect(await codeOf(fetchThumbnail(ctx, staff(), await upload(rapatId, staff(), PDF)))).toBe('not-found')
  })

  it('holds an OPD to its share, also when many begin at once', async () => {
    const own = fileContext(test.database, clock)
    const rapatId = await makeRapat(ctx, organisation)
    const other = organisation.actor('admin', 'other')
    await setFileSettings(
      ctx,
      organisation.actor('admin'),
      fileSettingsInput.parse({ quotaMegabytes: 10, maxMegabytes: 4 }),
    )
    const subject = { kind: 'rapat', id: rapatId } as const
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map(name =>
        codeOf(beginUpload(own, other, { subject, name: `${name}.pdf`, size: 4_000_000, mark: '' })),
      ),
    )
    expect(answers.sort()).toEqual(['done', 'done', 'quota-full', 'quota-full'])
    const large = { subject, name: 'a.pdf', size: 5_000_000, mark: '' }
    expect(await codeOf(beginUpload(own, staff(), large))).toBe('too-large')
    for (const { id } of (await listFiles(own, other, subject)).unfinished) await cancelUpload(own, other, id)
    expect(await codeOf(beginUpload(own, other, { ...large, size: 4_000_000 }))).toBe('done')
    await setFileSettings(ctx, organisation.actor('admin'), fileSettingsInput.parse({}))
    const full = fileContext(test.database, clock, { reserveBytes: Number.MAX_SAFE_INTEGER })
    expect(await codeOf(beginUpload(full, staff(), { ...large, size: 9 }))).toBe('disk-full')
  })

  it('lets nobody have more than so many on the way, or begin without end', async () => {
    const rapatId = await makeRapat(ctx, organisation)
    const person = organisation.actor('kepala_opd')
    const names = Array.from({ length: 21 }, (_, n) => `${n}.pdf`)
    const answers: string[] = []
    for (const name of names) answers.push(await codeOf(begin(rapatId, person, PDF, name)))
    expect(answers.at(-1)).toBe('too-many')
    expect(answers.slice(0, -1).every(answer => answer === 'done')).toBe(true)
    for (const { id } of (await listed(rapatId, person)).unfinished) await cancelUpload(ctx, person, id)
    const again: string[] = []
    for (let n = 0; n < 100 && again.at(-1) !== 'rate-limited'; n++) {
      again.push(await codeOf(begin(rapatId, person, PDF).then(({ id }) => cancelUpload(ctx, person, id))))
    }
    expect(again.at(-1)).toBe('rate-limited')
  })

  it('removes and brings back as the table says, each with one entry, and nothing of a closed rapat', async () => {
    const rapatId = await makeRapat(ctx, organisation)
    const id = await upload(rapatId, staff(), PDF)
    const foreign = organisation.actor('kepala_opd', 'other')
    const before = await fingerprint(test.database)
    for (const act of [removeFile, restoreFile]) {
      expect(await codeOf(act(ctx, foreign, id))).toBe('not-found')
      expect(await codeOf(act(ctx, organisation.actor('kepala_opd'), id))).toBe('forbidden')
      expect(await codeOf(act(ctx, organisation.actor('pimpinan'), id))).toBe('forbidden')
    }
    expect(await codeOf(fetchFile(ctx, foreign, id, true))).toBe('not-found')
    expect(await fingerprint(test.database)).toBe(before)
    await removeFile(ctx, staff(), id)
    await removeFile(ctx, staff(), id)
    expect((await listed(rapatId, staff())).files).toEqual([])
    expect(await codeOf(fetchFile(ctx, staff(), id, true))).toBe('not-found')
    expect(await codeOf(fetchFile(ctx, boss(), id, true))).toBe('done')
    expect((await listed(rapatId)).removed).toMatchObject([{ id, removed: { by: 'staf_opd own' } }])
    await restoreFile(ctx, boss(), id)
    expect((await listed(rapatId, staff())).files).toMatchObject([{ id, removed: null }])
    const acts = (await riwayat(ctx, boss(), rapatId)).map(({ action }) => action)
    expect(acts.filter(action => action.startsWith('berkas.')).sort()).toEqual([
      'berkas.add',
      'berkas.remove',
      'berkas.restore',
    ])
    const begun = await begin(rapatId, staff(), PDF, 'lain.pdf')
    await setRapatStatus(ctx, boss(), { rapatId, status: 'dibatalkan' })
    expect(await codeOf(removeFile(ctx, boss(), id))).toBe('document-closed')
    expect(await codeOf(begin(rapatId, boss(), PDF))).toBe('document-closed')
    expect(await codeOf(receivePiece(ctx, staff(), { uploadId: begun.id, offset: 0, bytes: PDF }))).toBe(
      'document-closed',
    )
    expect(await codeOf(fetchFile(ctx, staff(), id, true))).toBe('done')
  })

  it('shows an upload to its person only', async () => {
    const rapatId = await makeRapat(ctx, organisation)
    const { id } = await begin(rapatId, staff(), PDF)
    const before = await fingerprint(test.database)
    for (const role of ROLES) {
      const actor = organisation.actor(role, 'other')
      const answers = [
        await codeOf(uploadState(ctx, actor, id)),
        await codeOf(receivePiece(ctx, actor, { uploadId: id, offset: 0, bytes: PDF })),
        await codeOf(endUploadAt(ctx, actor, id)),
        await codeOf(finishUpload(ctx, actor, id)),
      ]
      expect([role, ...answers]).toEqual([role, 'not-found', 'not-found', 'not-found', 'not-found'])
      await cancelUpload(ctx, actor, id)
    }
    for (const act of [
      uploadState,
      finishUpload,
      cancelUpload,
      endUploadAt,
      removeFile,
      restoreFile,
      fetchThumbnail,
    ])
      expect(await codeOf(act(ctx, null, id))).toBe('not-signed-in')
    expect(await fingerprint(test.database)).toBe(before)
  })

  it('refuses what the scanner knows, and everything while it is away, unless that is wanted', async () => {
    const { server, url } = await fakeClamd(text =>
      text.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0',
    )
    const scanned = fileContext(test.database, clock, { scan: clamd(url) })
    const rapatId = await makeRapat(ctx, organisation)
    const infected = Buffer.from(PDF.toString('latin1').replace('<<>>', `<<>>%${EICAR}`), 'latin1')
    expect(await codeOf(upload(rapatId, staff(), infected, 'a.pdf', scanned))).toBe('infected')
    expect(await filesBelow(scanned.store.root)).toEqual([])
    const [entry] = await test.database
      .sql`select details from audit_entry where rapat_id = ${rapatId} and action = 'berkas.refuse'`
    expect(entry?.details).toEqual({ reason: 'infected' })
    expect(await codeOf(upload(rapatId, staff(), PDF, 'b.pdf', scanned))).toBe('done')
    await new Promise(resolve => server.close(resolve))
    expect(await codeOf(upload(rapatId, staff(), PDF, 'c.pdf', scanned))).toBe('scanner-away')
    // Nothing is lost by it: the same upload is asked about again.
    const [waiting] = (await listFiles(scanned, staff(), { kind: 'rapat', id: rapatId })).unfinished
    expect(waiting).toMatchObject({ name: 'c.pdf', received: PDF.length })
    await setFileSettings(
      ctx,
      organisation.actor('admin'),
      fileSettingsInput.parse({ scannerAway: 'accept' }),
    )
    expect(await codeOf(finishUpload(scanned, staff(), waiting?.id ?? ''))).toBe('done')
    await setFileSettings(ctx, organisation.actor('admin'), fileSettingsInput.parse({}))
  })

  it('hears a scanner that breaks off or says something else as one that is away', async () => {
    const rapatId = await makeRapat(ctx, organisation)
    for (const answer of ['', 'INSTREAM size limit exceeded. ERROR\0', 'stream: OK but not']) {
      const { server, url } = await fakeClamd(() => answer)
      const scanned = fileContext(test.database, clock, { scan: clamd(url) })
      expect(await codeOf(upload(rapatId, staff(), PDF, `${answer.length}.pdf`, scanned))).toBe(
        'scanner-away',
      )
      await new Promise(resolve => server.close(resolve))
    }
  })

  it('sweeps what is over and keeps what is not, and tells what is missing', async () => {
    const own = fileContext(test.database, new TestClock(new Date()))
    const time = own.clock as TestClock
    await sweepFiles({ ...own, clock: { now: () => new Date(Date.now() + 3 * DAY_S * 1000) } })
    const rapatId = await makeRapat(own, organisation)
    const [kept, removed, lost] = [
      await upload(rapatId, staff(), PDF, 'a.pdf', own),
      await upload(rapatId, staff(), PNG, 'b.png', own),
      await upload(rapatId, staff(), PDF, 'c.pdf', own),
    ]
    const subject = { kind: 'rapat', id: rapatId } as const
    await beginUpload(own, staff(), { subject, name: 'd.pdf', size: 9, mark: '' }).then(({ id }) =>
      receivePiece(own, staff(), { uploadId: id, offset: 0, bytes: Buffer.from('%PDF') }),
    )
    await own.store.write(own.store.newName(), 0, PDF)
    const stray = own.store.newName()
    await own.store.write(stray, 0, PDF)
    await own.store.keep(stray, PNG)
    await removeFile(own, staff(), removed)
    const path = (await fetchFile(own, staff(), lost, false)).path
    await own.store.remove(path.split('/').at(-1) ?? '')
    const mine = ({ missing }: { missing: readonly string[] }) =>
      missing.includes(lost) && !missing.includes(kept)
    expect(await filesBelow(own.store.root)).toHaveLength(7)

    const early = await sweepFiles(own)
    expect(early).toMatchObject({ uploads: 0, orphans: 0, purged: 0 })
    expect(mine(early)).toBe(true)
    time.forward(2 * 3_600)
    expect(await sweepFiles(own)).toMatchObject({ uploads: 0, orphans: 2, purged: 0 })
    time.forward(3 * DAY_S)
    expect(await sweepFiles(own)).toMatchObject({ uploads: 1, orphans: 0, purged: 0 })
    time.forward(90 * DAY_S)
    expect(await sweepFiles(own)).toMatchObject({ uploads: 0, orphans: 0, purged: 1 })
    expect(await filesBelow(own.store.root)).toHaveLength(1)
    expect((await listed(rapatId)).removed).toEqual([])
    expect(await codeOf(restoreFile(own, boss(), removed))).toBe('not-found')
    expect(await codeOf(fetchFile(own, boss(), kept, false))).toBe('done')
    const [row] = await test.database
      .sql`select name, purged_at is not null as gone from file where id = ${removed}`
    expect(row).toEqual({ name: 'b.png', gone: true })
  })
})
