// The papers of a rapat as people take them along: asked for, made, downloaded; without script, and by who may not.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { demoRakor, expect, look, signIn, test } from './harness'

const COMING = demoRakor(0)
const RATIFIED = demoRakor(-2)

const fresh = (browser: Browser, more: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> =>
  browser.newContext({ locale: 'id-ID', timezoneId: 'Asia/Jakarta', ...more })

async function openRapat(page: Page, { tw, title }: typeof COMING): Promise<string> {
  await page.goto(`/rapat?tw=${tw}`)
  await page.getByRole('link', { name: title }).first().click()
  await page.waitForURL(/\/rapat\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname
}

interface Taken {
  readonly name: string
  readonly bytes: Buffer
}

/** What a press downloads, at once or when it is made. */
async function taken(page: Page, press: () => Promise<void>): Promise<Taken> {
  const coming = page.waitForEvent('download', { timeout: 60_000 })
  await press()
  const download = await coming
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

const asked = (page: Page, kind: string, format: string): Promise<Taken> =>
  taken(page, () => page.getByRole('button', { name: `Buat ${kind} (${format})` }).click())

const sha256 = ({ bytes }: Taken): string => createHash('sha256').update(bytes).digest('hex')

const READER = 'pdftotext'

/** What a PDF says; null where nobody can read it to us. */
function textOf({ bytes }: Taken): string | null {
  try {
    return execFileSync(READER, ['-layout', '-', '-'], { input: bytes, encoding: 'utf8' })
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null
    throw error
  }
}

/** What every reader finds in a PDF of that kind. */
const SAYS: readonly (readonly [kind: string, words: readonly string[]])[] = [
  ['Surat undangan', ['Nomor', 'Sifat', 'Hal', 'Hari/Tanggal']],
  ['Daftar hadir', ['DAFTAR HADIR', 'NIP', 'No. HP', 'Tanda Tangan']],
  ['Notula', ['NOTULA', 'DRAF', 'Pimpinan Rapat', 'KEGIATAN RAPAT']],
  ['Cuplikan per OPD', ['CUPLIKAN NOTULA', 'DRAF']],
  ['Berita acara', ['BERITA ACARA', 'Pada hari ini', 'DRAF']],
  ['Matriks tindak lanjut', ['MATRIKS TINDAK LANJUT', 'Menurut Status']],
]

test('the sekretariat takes every paper of the coming rapat along, in every format', async ({ browser }) => {
  test.setTimeout(240_000)
  const desk = await (await fresh(browser)).newPage()
  await signIn(desk, 'sekretariat')
  const rapat = await openRapat(desk, COMING)
  await desk.getByRole('link', { name: 'Kertas', exact: true }).click()
  await expect(desk.getByRole('heading', { name: 'Kertas rapat' })).toBeVisible()
  await look(desk, 'kertas-kosong')
  for (const [kind, words] of SAYS) {
    const pdf = await asked(desk, kind, 'PDF')
    expect(pdf.bytes.toString('latin1', 0, 5)).toBe('%PDF-')
    expect(pdf.name).toMatch(/^[^/\\]+ – Rapat Koordinasi .*\.pdf$/)
    const text = textOf(pdf)
    if (text !== null)
      for (const word of words) expect([kind, text]).toEqual([kind, expect.stringContaining(word)])
    const docx = await asked(desk, kind, 'Word')
    expect(docx.bytes.includes('word/document.xml')).toBe(true)
  }
  const sheet = await asked(desk, 'Matriks tindak lanjut', 'Excel')
  expect(sheet.name).toMatch(/\.xlsx$/)
  expect(sheet.bytes.includes('xl/worksheets/sheet1.xml')).toBe(true)
  await look(desk, 'kertas-dibuat')

  const answer = await desk.request.get(`${rapat}/kertas`)
  const path = /\/kertas\/[0-9a-f-]{36}\/[0-9a-f-]{36}/.exec(await answer.text())?.[0] ?? ''
  const { headers } = await fetchAs(desk, path)
  expect(headers).toMatchObject({
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
  })
  expect(headers['content-disposition']).toMatch(/^attachment; filename="[ -~]+"; filename\*=UTF-8''/)
})

const fetchAs = async (page: Page, path: string) => {
  const response = await page.request.get(path)
  return { status: response.status(), headers: response.headers() }
}

test('the PDF of a ratified notula is the same for everybody, each time', async ({ browser }) => {
  test.setTimeout(180_000)
  const desk = await (await fresh(browser)).newPage()
  await signIn(desk, 'sekretariat')
  const rapat = await openRapat(desk, RATIFIED)
  const kertas = `${rapat}/kertas`
  const resmi = { name: 'Unduh Notula yang disahkan (PDF)' }
  await desk.goto(kertas)
  await expect(async () => {
    await desk.goto(kertas)
    await expect(desk.getByRole('link', resmi)).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 60_000 })
  await look(desk, 'kertas-disahkan')
  const first = await taken(desk, () => desk.getByRole('link', resmi).click())
  const head = await (await fresh(browser, { viewport: { width: 360, height: 740 } })).newPage()
  await signIn(head, 'kepala.perkim')
  await head.goto(kertas)
  const second = await taken(head, () => head.getByRole('link', resmi).click())
  expect(sha256(second)).toBe(sha256(first))
  await expect(head.getByText(sha256(first))).toBeVisible()
  const text = textOf(first)
  if (text !== null) {
    expect(text).toContain('Kode periksa')
    expect(text).not.toContain('DRAF')
  }
  // Nobody has the PDF made another time; an OPD head gets their own cuplikan first, and no telephone numbers.
  await expect(head.getByRole('button', { name: 'Buat Notula (PDF)' })).toHaveCount(0)
  await expect(head.getByLabel('OPD', { exact: true }).locator('option').first()).toContainText('Perumahan')
  await expect(head.getByRole('heading', { name: 'Daftar hadir' })).toHaveCount(0)
  const word = await asked(head, 'Notula', 'Word')
  expect(word.name).toMatch(/^Notula – .*\.docx$/)
})

test('without script a paper is asked for and taken, too', async ({ browser }) => {
  test.setTimeout(120_000)
  const context = await fresh(browser, { javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, 'sekretariat')
  const rapat = await openRapat(page, COMING)
  await page.goto(`${rapat}/kertas`)
  const matriks = await asked(page, 'Matriks tindak lanjut', 'PDF')
  expect(matriks.bytes.toString('latin1', 0, 5)).toBe('%PDF-')
  await context.close()
})

test('a guest takes the letter alone, and nothing once their link is revoked', async ({ browser }) => {
  test.setTimeout(120_000)
  const desk = await (await fresh(browser)).newPage()
  await signIn(desk, 'sekretariat')
  const rapat = await openRapat(desk, COMING)
  await desk.goto(`${rapat}/peserta/tamu`)
  await desk.getByLabel('Nama tamu').fill('Wati Kertas')
  await desk.getByLabel('Instansi').fill('BPS Kabupaten')
  await desk.getByLabel('Hak').first().selectOption({ label: 'Hanya membaca' })
  await desk.getByRole('button', { name: 'Buat tautan tamu' }).click()
  const shown = (await desk.getByText(/\/tamu\/[\w-]{43}/).textContent()) ?? ''
  const guest = await (await fresh(browser)).newPage()
  await guest.goto(/\/tamu\/[\w-]{43}/.exec(shown)?.[0] ?? '')
  await guest.getByRole('button', { name: 'Masuk sebagai tamu' }).click()
  await guest.waitForURL(/\/rapat\//)
  await guest.goto(`${rapat}/kertas`)
  await expect(guest.getByRole('heading', { level: 3 })).toHaveText(['Surat undangan'])
  const letter = await asked(guest, 'Surat undangan', 'PDF')
  expect(letter.bytes.toString('latin1', 0, 5)).toBe('%PDF-')
  const path =
    (await guest.getByRole('link', { name: 'Unduh Surat undangan (PDF)' }).getAttribute('href')) ?? ''
  await desk.goto(`${rapat}/peserta/tamu`)
  await desk.getByRole('button', { name: 'Cabut tautan Wati Kertas (tamu)' }).click()
  await expect(desk.getByText('Tautan dicabut.')).toBeVisible()
  for (const gone of [path, `${rapat}/kertas`]) {
    await guest.goto(gone)
    await expect(guest).toHaveURL(/\/masuk/)
    await expect(guest.getByRole('button', { name: 'Masuk', exact: true })).toBeVisible()
  }
})
