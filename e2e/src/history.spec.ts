// The history of a notula as people use it: versions, comparing, bringing back, saved sentences, redaction.
import type { Browser, Page } from '@playwright/test'
import { type Account, expect, look, signIn, test } from './harness'

/** A folder for pictures, when somebody wants to look. */
const NIK = '3201234567890001'

async function openRapat(browser: Browser, account: Account): Promise<{ page: Page; address: string }> {
  const context = await browser.newContext({ locale: 'id-ID', timezoneId: 'Asia/Jakarta' })
  const page = await context.newPage()
  await signIn(page, account)
  await page.goto('/rapat?tw=2026-4')
  const address = await page
    .getByRole('link', { name: /Rapat Koordinasi Percepatan .* Triwulan IV/ })
    .first()
    .getAttribute('href')
  if (address === null) throw new Error('the demo has no coming rapat')
  await openText(page, address)
  return { page, address }
}

const textOf = (page: Page, number: number) =>
  page.getByRole('textbox', { name: new RegExp(`^Teks acara ${number}:`) })
const lineWith = (page: Page, words: string) => page.locator('.nt-line', { hasText: words })
const settled = (page: Page) => expect(page.getByText(/^Tersimpan/).first()).toBeVisible({ timeout: 20_000 })

async function openText(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(textOf(page, 1)).toBeVisible({ timeout: 20_000 })
}

async function newLine(page: Page, number: number, words: string): Promise<void> {
  await textOf(page, number).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type(words)
  await settled(page)
}

/** Puts the caret in a line, `behind` units from its beginning. */
async function caretIn(page: Page, words: string, behind: number): Promise<void> {
  await lineWith(page, words).locator('.nt-words').click()
  await page.keyboard.press('Home')
  for (let i = 0; i < behind; i++) await page.keyboard.press('ArrowRight')
}

test('a version is named, compared and brought back while others have the text open', async ({ browser }) => {
  test.slow()
  const { page, address } = await openRapat(browser, 'sekretariat')
  const other = await openRapat(browser, 'kepala.perkim')
  await newLine(page, 1, 'Anggaran disetujui bersama.')

  await page.goto(`${address}/riwayat`)
  await page.getByLabel('Nama versi').fill('Sebelum istirahat')
  await page.getByRole('button', { name: 'Simpan versi' }).click()
  await expect(page.getByText('Versi disimpan.')).toBeVisible()
  await expect(page.getByText('Versi bernama')).toBeVisible()
  await look(page, 'riwayat')
  // On a phone the tab one is at is in sight.
  await page.setViewportSize({ width: 360, height: 800 })
  await page.reload()
  const tab = page.getByRole('main').getByRole('link', { name: 'Riwayat', exact: true })
  await expect(tab).toBeInViewport({ ratio: 1 })
  await page.setViewportSize({ width: 1280, height: 800 })

  await openText(page, address)
  await caretIn(page, 'Anggaran disetujui', 'Anggaran '.length)
  await page.keyboard.type('belum ')
  await settled(page)
  await newLine(other.page, 2, 'Dinas Perkim menyusul.')

  await page.goto(`${address}/riwayat`)
  const named = page.getByRole('listitem').filter({ hasText: 'Sebelum istirahat' })
  await named.getByRole('link', { name: 'Bandingkan dengan kini' }).click()
  await expect(page.locator('ins', { hasText: 'belum' })).toBeVisible()
  await expect(page.getByText('Ditambah').first()).toBeVisible()
  await look(page, 'banding')
  await page
    .locator('div', { has: page.locator('ins', { hasText: 'belum' }) })
    .getByRole('button', { name: 'Kembalikan baris ini' })
    .last()
    .click()
  await expect(page.getByText(/^Versi dikembalikan/)).toBeVisible()
  // It comes to those who have the text open, and takes nothing of theirs.
  await expect(lineWith(other.page, 'Anggaran disetujui bersama.')).toBeVisible({ timeout: 10_000 })
  await expect(lineWith(other.page, 'Dinas Perkim menyusul.')).toBeVisible()

  await page.goto(`${address}/riwayat`)
  await named.getByRole('link', { name: 'Lihat' }).click()
  await expect(lineWith(page, 'Anggaran disetujui bersama.')).toBeVisible()
  await look(page, 'versi')
  await page.getByRole('button', { name: 'Kembalikan versi ini' }).click()
  await expect(page.getByText(/^Versi dikembalikan/)).toBeVisible()
  await expect(lineWith(other.page, 'Dinas Perkim menyusul.')).toHaveCount(0, { timeout: 10_000 })
  await page.context().close()
  await other.page.context().close()
})

test('words written into what another deleted meanwhile are offered to both', async ({ browser }) => {
  test.slow()
  const { page: writer, address } = await openRapat(browser, 'kepala.perkim')
  const { page: deleter } = await openRapat(browser, 'sekretariat')
  const sentence = 'Rumah tidak layak huni diperbaiki.'
  await newLine(writer, 3, sentence)
  await expect(lineWith(deleter, sentence)).toBeVisible()
  await writer.context().setOffline(true)
  await caretIn(writer, sentence, 'Rumah'.length)
  await writer.keyboard.type(' 120 unit')
  await expect(writer.getByText(/^Luring/).first()).toBeVisible({ timeout: 10_000 })
  await caretIn(deleter, sentence, 0)
  await deleter.keyboard.press('Shift+End')
  await deleter.keyboard.press('Delete')
  await settled(deleter)
  await writer.context().setOffline(false)
  await settled(writer)

  await deleter.goto(`${address}/riwayat`)
  const offer = deleter.getByRole('region', { name: 'Kalimat terselamatkan' })
  await expect(offer.locator('mark')).toHaveText(' 120 unit')
  await look(deleter, 'selamat')
  await writer.goto(`${address}/riwayat`)
  await writer
    .getByRole('region', { name: 'Kalimat terselamatkan' })
    .getByRole('button', { name: 'Kembalikan' })
    .click()
  await expect(writer.getByText('Kalimat dikembalikan ke naskah.')).toBeVisible()
  await deleter.reload()
  await expect(offer).toHaveCount(0)
  await openText(deleter, address)
  await expect(lineWith(deleter, 'Rumah 120 unit tidak layak huni diperbaiki.')).toBeVisible()
  await writer.context().close()
  await deleter.context().close()
})

test('an admin takes a number out for good, without script, and open texts start anew', async ({
  browser,
}) => {
  test.slow()
  const { page: writer, address } = await openRapat(browser, 'sekretariat')
  const { page: away } = await openRapat(browser, 'kepala.perkim')
  await newLine(writer, 4, `Penerima ${NIK} sudah dicek.`)
  await expect(lineWith(away, NIK)).toBeVisible({ timeout: 10_000 })
  await away.context().setOffline(true)
  await textOf(away, 4).click()
  await away.keyboard.press('Control+End')
  await away.keyboard.press('Enter')
  await away.keyboard.type('Ditulis saat luring.')
  await expect(away.getByText(/^Luring/).first()).toBeVisible({ timeout: 10_000 })
  const signedIn = await browser.newContext({ locale: 'id-ID' })
  await signIn(await signedIn.newPage(), 'admin')
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await signedIn.storageState(),
    locale: 'id-ID',
  })
  const admin = await plain.newPage()
  await admin.goto(`${address}/riwayat`)
  await admin.getByRole('link', { name: 'Hapus permanen (redaksi)' }).click()
  await admin.getByLabel('Bagian yang dihapus').fill(NIK)
  await admin.getByRole('button', { name: 'Cari di naskah dan riwayat' }).click()
  await expect(admin.getByText('Ditemukan 1 kali')).toBeVisible()
  expect(admin.url()).not.toContain(NIK)
  await admin.getByRole('button', { name: 'Hapus permanen' }).click()
  await expect(admin.getByText('Centang dahulu bahwa Anda mengerti.')).toBeVisible()
  await admin.getByLabel(/^Saya mengerti/).check()
  await admin.getByRole('button', { name: 'Hapus permanen' }).click()
  await expect(admin.getByText(/sudah dihapus permanen/)).toBeVisible()
  await admin.goto(address)
  await expect(lineWith(admin, 'Penerima  sudah dicek.')).toBeVisible()
  await expect(admin.locator('main')).not.toContainText(NIK)
  // An open text is opened anew in its place, says why, and is written on.
  const told = writer.getByText(/^Naskah dibuka ulang karena/)
  await expect(told).toBeVisible({ timeout: 20_000 })
  await expect(lineWith(writer, 'Penerima  sudah dicek.')).toBeVisible()
  await expect(writer.locator('main')).not.toContainText(NIK)
  await look(writer, 'diganti')
  await writer.setViewportSize({ width: 1280, height: 800 })
  await writer.getByRole('button', { name: 'Mengerti' }).click()
  await expect(told).toHaveCount(0)
  await newLine(writer, 4, 'Ditulis sesudahnya.')
  // What somebody had not sent then is set aside for them, and put back by one button.
  await away.context().setOffline(false)
  await expect(away.getByText(/^Naskah dibuka ulang karena/)).toBeVisible({ timeout: 20_000 })
  const kept = away.getByRole('region', { name: 'Teks yang belum terkirim' })
  await expect(kept).toContainText('Ditulis saat luring.')
  await expect(away.locator('main')).not.toContainText(NIK)
  await look(away, 'disisihkan')
  await away.setViewportSize({ width: 1280, height: 800 })
  await kept.getByRole('button', { name: 'Masukkan kembali' }).click()
  await expect(lineWith(writer, 'Ditulis saat luring.')).toBeVisible({ timeout: 10_000 })
  for (const context of [signedIn, plain, writer.context(), away.context()]) await context.close()
})

test('the pages of a redaction', async ({ browser }) => {
  const { page, address } = await openRapat(browser, 'admin')
  await newLine(page, 4, 'Rahasia 998877')
  await page.goto(`${address}/riwayat/redaksi`)
  await page.getByLabel('Bagian yang dihapus').fill('998877')
  await page.getByRole('button', { name: 'Cari di naskah dan riwayat' }).click()
  await expect(page.getByText('Ditemukan 1 kali')).toBeVisible()
  await look(page, 'redaksi')
  await page.context().close()
})
