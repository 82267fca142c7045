// The board of tindak lanjut: what one moves the others see, also by keys alone, and what was moved without a line comes later.
import type { Browser, Page } from '@playwright/test'
import { type Account, expect, look, signIn, test } from './harness'

async function atBoard(browser: Browser, account: Account, search = ''): Promise<Page> {
  const context = await browser.newContext({
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    viewport: { width: 1280, height: 800 },
  })
  const page = await context.newPage()
  await signIn(page, account)
  await page.goto(`/tindak-lanjut${search}`)
  await expect(page.getByText('Langsung: perubahan orang lain')).toBeVisible({ timeout: 20_000 })
  return page
}

const column = (page: Page, name: string) => page.getByRole('list', { name: new RegExp(`^${name}, `) })
const card = (page: Page, title: string) => page.getByRole('article', { name: title })
const cardIn = (page: Page, name: string, title: string) =>
  column(page, name).getByRole('article', { name: title })

async function add(page: Page, title: string, opd?: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Tambah tindak lanjut ke Belum dimulai' })
  if (!(await form.isVisible()))
    await page.getByLabel('Tambah tindak lanjut ke Belum dimulai').first().click()
  if (opd) await form.getByLabel('Penanggung jawab').selectOption({ label: opd })
  await form.getByLabel('Judul tindak lanjut').fill(title)
  await form.getByLabel('Judul tindak lanjut').press('Enter')
  await expect(cardIn(page, 'Belum dimulai', title)).toBeVisible()
}
const closeAdding = (page: Page) => page.getByLabel('Tambah tindak lanjut ke Belum dimulai').first().click()

test('two people move cards on one board', async ({ browser }) => {
  test.slow()
  const desk = await atBoard(browser, 'sekretariat')
  const perkim = await atBoard(browser, 'kepala.perkim')

  await test.step('what is added is seen by both', async () => {
    await add(desk, 'Mendata rumah rusak', 'Perkim')
    await add(desk, 'Menyusun jadwal bantuan', 'Perkim')
    await closeAdding(desk)
    await expect(cardIn(perkim, 'Belum dimulai', 'Menyusun jadwal bantuan')).toBeVisible()
    await look(desk, 'papan')
    await look(perkim, 'papan-opd')
  })

  await test.step('one drags with the mouse, and the other sees it', async () => {
    await card(desk, 'Mendata rumah rusak').dragTo(column(desk, 'Berjalan'), {
      targetPosition: { x: 100, y: 20 },
    })
    await expect(cardIn(desk, 'Berjalan', 'Mendata rumah rusak')).toBeVisible()
    await expect(cardIn(perkim, 'Berjalan', 'Mendata rumah rusak')).toBeVisible()
    await expect(perkim.getByText('“Mendata rumah rusak” kini Berjalan.')).toBeAttached()
  })

  await test.step('and takes it back', async () => {
    await desk.getByRole('button', { name: 'Urungkan' }).click()
    await expect(cardIn(perkim, 'Belum dimulai', 'Mendata rumah rusak')).toBeVisible()
  })

  await test.step('the other moves by keys alone, and keeps the focus', async () => {
    await card(perkim, 'Menyusun jadwal bantuan').focus()
    await perkim.keyboard.press('Alt+ArrowRight')
    await expect(cardIn(perkim, 'Berjalan', 'Menyusun jadwal bantuan')).toBeFocused()
    await expect(cardIn(desk, 'Berjalan', 'Menyusun jadwal bantuan')).toBeVisible()
    await perkim.keyboard.press('m')
    await expect(perkim.getByRole('dialog')).toBeVisible()
    await look(perkim, 'papan-menu')
    await perkim.getByRole('button', { name: 'Menunggu verifikasi' }).press('Enter')
    await expect(cardIn(perkim, 'Menunggu verifikasi', 'Menyusun jadwal bantuan')).toBeFocused()
    await expect(cardIn(desk, 'Menunggu verifikasi', 'Menyusun jadwal bantuan')).toBeVisible()
  })

  await test.step('what the rules refuse is told and moves nothing', async () => {
    await perkim.keyboard.press('Alt+ArrowRight')
    await expect(perkim.getByText('Selesai dan membuka kembali hanya oleh sekretariat.')).toBeVisible()
    await card(desk, 'Menyusun jadwal bantuan').focus()
    await desk.keyboard.press('Alt+ArrowRight')
    await expect(desk.getByText('Selesai perlu bukti dukung yang sudah diterima.')).toBeVisible()
    await expect(cardIn(desk, 'Menunggu verifikasi', 'Menyusun jadwal bantuan')).toBeFocused()
  })

  await test.step('a move without a line waits and arrives', async () => {
    await perkim.context().setOffline(true)
    await card(perkim, 'Mendata rumah rusak').focus()
    await perkim.keyboard.press('Alt+ArrowRight')
    await expect(cardIn(perkim, 'Berjalan', 'Mendata rumah rusak')).toBeFocused()
    await perkim.context().setOffline(false)
    await expect(cardIn(desk, 'Berjalan', 'Mendata rumah rusak')).toBeVisible({ timeout: 30_000 })
  })
})
