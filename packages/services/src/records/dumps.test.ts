import { generateKeyPairSync } from 'node:crypto'
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { MissingTable, openDump, UnreadableDump } from '@mufakat/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyRecords } from './verify-records'

/** Made by pg_dump 15 from a signed chain of 50 entries, and from the same after a superuser was at 20 and 31. */
const DUMPS = fileURLToPath(new URL('./testing/dumps', import.meta.url))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mufakat-dumps-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** With the public key only, as an auditor who was sent a dump. */
async function found(path: string) {
  const source = await openDump(path)
  try {
    const [report] = await verifyRecords(source, { keys: { folder: DUMPS }, exports: null })
    return report
  } finally {
    await source.close()
  }
}

async function written(content: string | Buffer): Promise<string> {
  const path = join(folder, 'a.dump')
  await writeFile(path, content)
  return path
}

const plain = () => readFile(join(DUMPS, 'whole.sql'), 'utf8')

describe('a dump', () => {
  it('is read offline, plain, gzipped or in the custom format', async () => {
    const zipped = await written(gzipSync(await plain()))
    for (const path of [join(DUMPS, 'whole.sql'), join(DUMPS, 'whole.dump'), zipped])
      expect(await found(path)).toEqual({
        record: 'audit',
        counts: { entries: 50, signatures: 6, exports: 0, unsigned: 0 },
        findings: [],
      })
  })

  it('tells what was done to it', async () => {
    expect((await found(join(DUMPS, 'tampered.dump')))?.findings).toMatchObject([
      { code: 'audit.removed', from: 20, to: 20 },
      { code: 'audit.altered', number: 31, action: 'rapat.create' },
    ])
  })

  it('tells when a line was taken out, or changed', async () => {
    const lines = (await plain()).split('\n')
    const at = lines.findIndex(line => line.includes('"fields": ["title"]'))
    const without = lines.filter((_, line) => line !== at).join('\n')
    expect((await found(await written(without)))?.findings).toMatchObject([{ code: 'audit.entry-removed' }])
    const changed = lines.map((line, n) => (n === at ? line.replace('title', 'place') : line)).join('\n')
    expect((await found(await written(changed)))?.findings).toMatchObject([{ code: 'audit.altered' }])
  })

  it('is not fooled by rows of another table that look like the head of one', async () => {
    const bait = [
      'COPY public.setting (key, value, updated_at) FROM stdin;',
      'COPY public.audit_entry (id, at, actor_id, action, rapat_id, subject_id, details) FROM stdin;',
      '\\.',
      '',
    ].join('\n')
    expect((await found(await written(bait + (await plain()))))?.findings).toEqual([])
  })

  it('is refused when it is none of ours, or broken off', async () => {
    await expect(found(await written('select 1;\n'))).rejects.toThrow(MissingTable)
    const whole = await readFile(join(DUMPS, 'whole.dump'))
    for (const length of [5, 9, 200, 3_000])
      await expect(found(await written(whole.subarray(0, length)))).rejects.toThrow(UnreadableDump)
    await expect(found(await written(whole.subarray(0, whole.length - 900)))).rejects.toThrow()
  })

  it('cannot be checked under a key that is not known', async () => {
    const elsewhere = join(folder, 'other.pem')
    await copyFile(join(DUMPS, 'whole.sql'), join(folder, 'copy.sql'))
    const { publicKey } = generateKeyPairSync('ed25519')
    await writeFile(elsewhere, publicKey.export({ type: 'spki', format: 'pem' }))
    const source = await openDump(join(folder, 'copy.sql'))
    const [report] = await verifyRecords(source, { keys: { files: [elsewhere] }, exports: null })
    await source.close()
    expect(new Set(report?.findings.map(({ code }) => code))).toEqual(new Set(['audit.unknown-key']))
  })
})
