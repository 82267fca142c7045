import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { comeIn, expect, look, test } from './harness'

const MB = 1024 * 1024

const pdf = (bytes: number): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nstream\n'),
    randomBytes(bytes),
    Buffer.from('\nendstream\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n'),
  ])
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer })
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** The tab of a rapat that is open for writing. */
async function openBerkas(page: Page): Promise<void> {
  await page.goto('/rapat')
  await page
    .getByRole('link', { name: /Rapat koordinasi/i })
    .first()
    .click()
  await page.getByRole('link', { name: 'Berkas' }).click()
  await expect(page.getByRole('heading', { name: 'Berkas', level: 3, exact: true })).toBeVisible()
}

/** From 60 % on no piece gets through, until it is let go. Tells the offsets of pieces that did. */
async function breakOff(
  page: Page,
  size: number,
): Promise<{ offsets: number[]; letGo: () => Promise<void> }> {
  const offsets: number[] = []
  const pieces = '**/berkas/unggahan/*'
  let isOpen = false
  await page.route(pieces, route => {
    if (route.request().method() !== 'PATCH') return route.continue()
    const offset = Number(route.request().headers()['upload-offset'])
    if (!isOpen && offset >= 0.6 * size) return route.abort()
    offsets.push(offset)
    return route.continue()
  })
  return {
    offsets,
    letGo: async () => {
      isOpen = true
      await page.evaluate(() => window.dispatchEvent(new Event('online')))
    },
  }
}

async function expectFetched(page: Page, name: string, bytes: Buffer): Promise<void> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).click(),
  ])
  expect(hashOf(readFileSync(await download.path()))).toBe(hashOf(bytes))
}

test('files are added, fetched, removed and brought back', async ({ page }) => {
  await comeIn(page, 'sekretariat')
  await openBerkas(page)
  const letter = pdf(2_000)
  await page
    .getByLabel('Pilih berkas')
    .setInputFiles([file('Surat undangan.pdf', letter), file('gambar.svg', Buffer.from('<svg/>'))])
  await expect(page.getByRole('status').getByText('“Surat undangan.pdf” tersimpan.')).toBeVisible()
  await expect(page.getByText('Bukan PDF, PNG, JPEG, WebP, DOCX, atau XLSX.')).toBeVisible()
  const row = page.getByRole('row', { name: /Surat undangan\.pdf/ })
  await expect(row).toContainText('PDF')
  const [download] = await Promise.all([page.waitForEvent('download'), row.getByRole('link').click()])
  expect(download.suggestedFilename()).toBe('Surat undangan.pdf')
  await look(page, 'berkas')

  await row.getByRole('button', { name: 'Hapus Surat undangan.pdf' }).click()
  await expect(page.getByText('“Surat undangan.pdf” dihapus.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Berkas yang dihapus' })).toBeVisible()
  await page.getByRole('button', { name: 'Urungkan' }).click()
  await expect(page.getByRole('heading', { name: 'Berkas yang dihapus' })).toBeHidden()
  await expect(row).toBeVisible()
})

test('an upload that breaks off at 60 % goes on by itself', async ({ page }) => {
  await comeIn(page, 'staf.perkim')
  await openBerkas(page)
  const bytes = pdf(6 * MB)
  const { offsets, letGo } = await breakOff(page, bytes.length)
  await page.getByLabel('Pilih berkas').setInputFiles(file('Paparan.pdf', bytes))
  await expect(page.getByText(/Sambungan terputus pada 6\d%/)).toBeVisible()
  const before = offsets.length
  await letGo()
  await expect(page.getByText('“Paparan.pdf” tersimpan.')).toBeVisible()
  expect(offsets[before]).toBeGreaterThan(0.6 * bytes.length)
  expect(new Set(offsets).size).toBe(offsets.length)
  await expectFetched(page, 'Paparan.pdf', bytes)
})

test('and after a reload, when the same file is chosen again', async ({ page }, info) => {
  page.on('dialog', dialog => dialog.accept())
  await comeIn(page, 'kepala.perkim')
  await openBerkas(page)
  const bytes = pdf(6 * MB)
  const path = info.outputPath('Rekap verval.pdf')
  writeFileSync(path, bytes)
  const { offsets, letGo } = await breakOff(page, bytes.length)
  await page.getByLabel('Pilih berkas').setInputFiles(path)
  await expect(page.getByText(/Sambungan terputus pada 6\d%/)).toBeVisible()
  await look(page, 'berkas-paused')
  await page.reload()
  await expect(page.getByText(/6\d% sudah sampai\. Pilih berkas yang sama/)).toBeVisible()
  await look(page, 'berkas-unfinished')
  const before = offsets.length
  await letGo()
  await page.getByLabel('Pilih berkas').setInputFiles(path)
  await expect(page.getByText('“Rekap verval.pdf” tersimpan.')).toBeVisible()
  expect(offsets[before]).toBeGreaterThan(0.6 * bytes.length)
  await expect(page.getByText(/sudah sampai/)).toBeHidden()
  await expectFetched(page, 'Rekap verval.pdf', bytes)
})

test('a name like a NIK is asked about, and nothing is sent before', async ({ page }) => {
  await comeIn(page, 'staf.perkim')
  await openBerkas(page)
  const sent: string[] = []
  page.on('request', request => {
    if (request.url().includes('/berkas/unggahan')) sent.push(request.method())
  })
  const name = 'KTP 3201234567890001.pdf'
  await page.getByLabel('Pilih berkas').setInputFiles([file(name, pdf(9)), file(`lagi ${name}`, pdf(9))])
  await expect(page.getByText(/angka yang mirip NIK/)).toHaveCount(2)
  expect(sent).toEqual([])
  await look(page, 'berkas-nik')
  await page.getByRole('button', { name: `Batalkan lagi ${name}` }).click()
  await page.getByRole('button', { name: 'Bukan NIK, pakai nama asli' }).click()
  await expect(
    page.getByRole('row', { name: /KTP 3201234567890001/ }).getByText('Nama mirip NIK'),
  ).toBeVisible()
})

test('what was given up is gone from the server, too', async ({ page }) => {
  await comeIn(page, 'kepala.dinkes')
  await openBerkas(page)
  const bytes = pdf(6 * MB)
  await breakOff(page, bytes.length)
  await page.getByLabel('Pilih berkas').setInputFiles(file('Batal.pdf', bytes))
  await expect(page.getByText(/Sambungan terputus/)).toBeVisible()
  const gone = page.waitForResponse(response => response.request().method() === 'DELETE')
  await page.getByRole('button', { name: 'Batalkan Batal.pdf' }).click()
  expect((await gone).status()).toBe(204)
  await page.reload()
  await expect(page.getByText('Batal.pdf')).toHaveCount(0)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })
  test('a plain form uploads, and a plain form removes', async ({ page }) => {
    await comeIn(page, 'sekretariat')
    await openBerkas(page)
    await page
      .getByLabel('Pilih berkas')
      .setInputFiles([file('Daftar hadir.pdf', pdf(3_000)), file('foto.png', Buffer.from('<svg/>'))])
    await page.getByRole('button', { name: 'Unggah' }).click()
    await expect(page.getByText('1 berkas tersimpan.')).toBeVisible()
    await expect(page.getByText('Bukan PDF, PNG, JPEG, WebP, DOCX, atau XLSX.')).toBeVisible()
    await page.getByRole('button', { name: 'Hapus Daftar hadir.pdf' }).click()
    const removed = page.getByRole('region', { name: 'Berkas yang dihapus' })
    await removed
      .getByRole('row', { name: /Daftar hadir/ })
      .getByRole('button', { name: 'Kembalikan' })
      .click()
    await expect(page.getByRole('button', { name: 'Hapus Daftar hadir.pdf' })).toBeVisible()
  })
})

test('limits of files are set in Pengaturan', async ({ page }) => {
  await comeIn(page, 'admin')
  await page.goto('/admin/berkas')
  await page.getByLabel('Masa simpan berkas yang dihapus (hari)').fill('nol')
  await page.getByRole('button', { name: 'Simpan' }).click()
  await expect(page.getByText('Tulis angka.')).toBeVisible()
  await page.getByLabel('Masa simpan berkas yang dihapus (hari)').fill('120')
  await page.getByRole('button', { name: 'Simpan' }).click()
  await expect(page.getByText('Pengaturan berkas tersimpan.')).toBeVisible()
  await look(page, 'admin-berkas')
})
