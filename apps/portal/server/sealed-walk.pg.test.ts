// A ratified notula stays what was sealed, whatever form of whatever page is sent, by whomever.
import { openLiveRecords } from '@mufakat/db'
import { verifyRecords } from '@mufakat/services'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestPortal, TEST_NOW, type TestPortal } from './testing/portal'
import { sealedForms } from './testing/sealed-forms'
import { demoActor, SEALED_PEOPLE, type SealedRapat, sealDemoRakor } from './testing/sealed-rapat'

let test: TestDatabase
let portal: TestPortal
let sealed: SealedRapat
beforeAll(async () => {
  test = await testDatabase()
  sealed = await sealDemoRakor({
    database: test.database,
    clock: { now: () => TEST_NOW },
    baseUrl: 'http://portal.test',
  })
  portal = await startTestPortal(test.database)
}, 120_000)
afterAll(async () => {
  await portal?.close()
  await test?.close()
})

/** What the check of the records says against the sealed ones. */
async function findings(): Promise<unknown[]> {
  const source = await openLiveRecords(test.url)
  try {
    const reports = await verifyRecords(source, { keys: { files: [] }, exports: null })
    return reports.filter(({ record }) => record !== 'audit').flatMap(report => report.findings)
  } finally {
    await source.close()
  }
}

/** The rows of the rapat itself, of which the check also lets some live on. */
const frozenRows = async (): Promise<string> => {
  const [row] = await test.database.sql<{ rows: string }[]>`
    select jsonb_build_object(
      'rapat', (select to_jsonb(r) from rapat r where r.id = ${sealed.rapatId}),
      'undangan', (select jsonb_agg(to_jsonb(i)) from invitation i where i.rapat_id = ${sealed.rapatId}),
      'catatan', (select jsonb_agg(encode(s.hash, 'hex')) from sealed_record s where s.rapat_id = ${sealed.rapatId})
    )::text as rows`
  return row?.rows ?? ''
}

const LETTERS: Readonly<Record<number, string>> = { 400: 'x', 403: 'f', 404: 'n', 409: 'c' }
const letterOf = ({ status }: Response): string => LETTERS[status] ?? (status < 400 ? 'y' : String(status))

describe('a ratified rapat', () => {
  it('is whole, to begin with', async () => {
    expect(await findings()).toEqual([])
  })

  it('is named in every form that any page about one rapat takes', () => {
    const addressed = Object.values(portal.build.routes).flatMap(route =>
      route?.module.action !== undefined && /^routes\/(?:rapat|hadir)\.\$id/.test(route.id) ? [route.id] : [],
    )
    expect(Object.keys(sealedForms(sealed)).sort()).toEqual(addressed.sort())
  })

  it('stays as it is, whoever sends which form', { timeout: 300_000 }, async () => {
    const before = await frozenRows()
    const wrong: string[] = []
    const cookies: string[] = []
    for (const login of SEALED_PEOPLE)
      cookies.push(await portal.cookieFor((await demoActor(test.database, login)).personId))
    for (const [id, { path, forms }] of Object.entries(sealedForms(sealed))) {
      for (const [name, [answer, form]] of Object.entries(forms)) {
        const told: string[] = []
        for (const Cookie of cookies) {
          const response = await fetch(portal.origin + path.replace(':id', sealed.rapatId), {
            method: 'POST',
            redirect: 'manual',
            headers: { Cookie, Origin: portal.origin, 'Sec-Fetch-Dest': 'document' },
            body: new URLSearchParams(form),
          })
          await response.arrayBuffer()
          told.push(letterOf(response))
        }
        if (told[0] !== answer) wrong.push(`${id} ${name}: ${told.join('')}, not ${answer}`)
        if ((await frozenRows()) !== before) wrong.push(`${id} ${name}: rows changed`)
      }
      for (const finding of await findings()) wrong.push(`${id}: ${JSON.stringify(finding)}`)
    }
    expect(wrong).toEqual([])
  })

  it('takes no file, in pieces or by a form', async () => {
    const Cookie = await portal.cookieFor((await demoActor(test.database, 'sekretariat')).personId)
    const subject = { kind: 'rapat', id: sealed.rapatId }
    const inPieces = await fetch(`${portal.origin}/berkas/unggahan`, {
      method: 'POST',
      headers: { Cookie, Origin: portal.origin, 'Content-Type': 'application/json' },
      body: JSON.stringify({ subject, name: 'surat.pdf', size: 4, mark: '1' }),
    })
    expect(inPieces.status).toBe(409)
    const body = new FormData()
    body.append('berkas', new File(['%PDF-1.4'], 'surat.pdf'))
    const byForm = await fetch(`${portal.origin}/berkas/formulir/rapat/${sealed.rapatId}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Cookie, Origin: portal.origin },
      body,
    })
    expect(byForm.headers.get('Location')).toContain('terunggah=0&ditolak=')
    expect(await findings()).toEqual([])
  })
})
