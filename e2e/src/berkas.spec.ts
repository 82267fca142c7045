import { randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import type { Page, Route } from '@playwright/test'
import { expect, look, signIn, test } from './harness'

const pdf = (bytes: number): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nstream\n'),
    randomBytes(bytes),
    Buffer.from('\nendstream\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n'),
  ])
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer })

/** The tab of the rapat that is open for writing. */
async function openBerkas(page: Page): Promise<void> {
  await page.goto('/rapat')
  await page
    .getByRole('link', { name: /Rakor|Rapat koordinasi/i })
    .first()
    .click()
  await page.getByRole('link', { name: 'Berkas' }).click()
  await expect(page.getByRole('heading', { name: 'Berkas', level: 3 })).toBeVisible()
  await page.waitForLoadState('networkidle')
}

test('files are added, fetched, removed and brought back', async ({ page }) => {
  await signIn(page, 'sekretariat')
  await openBerkas(page)
  await look(page, 'berkas-empty')
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
  await row.getByRole('button', { name: 'Hapus Surat undangan.pdf' }).click()
  await expect(page.getByRole('heading', { name: 'Berkas yang dihapus' })).toBeVisible()
  await look(page, 'berkas-removed')
})
