// The board of tindak lanjut: what one moves the others see, also by keys alone, and what was moved without a line comes later.
import type { Browser, Page } from '@playwright/test'
import { expect, look, PHONE, PLAIN, signIn, test } from './harness'
import { BoardLines } from './harness/board-lines'
import type { Account } from './harness/sign-in'

const DESK = { locale: 'id-ID', timezoneId: 'Asia/Jakarta', viewport: { width: 1280, height: 800 } }

/** By a line of their own that can be cut. */
const lines = new WeakMap<Page, BoardLines>()

async function atBoard(browser: Browser, account: Account, search = '', device = {}): Promise<Page> {
  const context = await browser.newContext({ ...DESK, ...device })
  const page = await context.newPage()
  lines.set(page, await BoardLines.of(page))
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

  await test.step('who moves a card is seen on it by the other', async () => {
    await card(perkim, 'Mendata rumah rusak').focus()
    await perkim.keyboard.press('m')
    const held = card(desk, 'Mendata rumah rusak').getByRole('img', { name: /sedang memindahkan kartu ini/ })
    await expect(held).toBeVisible()
    await look(desk, 'papan-dipegang')
    await perkim.keyboard.press('Escape')
    await expect(held).toBeHidden()
  })

  await test.step('a move without a line waits and arrives, and what it went over is told', async () => {
    lines.get(perkim)?.cut()
    await perkim.context().setOffline(true)
    await expect(perkim.getByText('Luring. Perpindahan disimpan di perangkat ini')).toBeVisible()
    await card(perkim, 'Mendata rumah rusak').focus()
    await perkim.keyboard.press('Alt+ArrowRight')
    await card(perkim, 'Menyusun jadwal bantuan').focus()
    await perkim.keyboard.press('1')
    await expect(cardIn(perkim, 'Belum dimulai', 'Menyusun jadwal bantuan')).toBeFocused()
    await expect(perkim.getByText('2 perpindahan menunggu dikirim')).toBeVisible()
    await card(desk, 'Menyusun jadwal bantuan').focus()
    await desk.keyboard.press('2')
    await expect(cardIn(desk, 'Berjalan', 'Menyusun jadwal bantuan')).toBeVisible()
    lines.get(perkim)?.heal()
    await perkim.context().setOffline(false)
    await expect(cardIn(desk, 'Berjalan', 'Mendata rumah rusak')).toBeVisible({ timeout: 30_000 })
    await expect(cardIn(desk, 'Belum dimulai', 'Menyusun jadwal bantuan')).toBeVisible()
    const told = perkim.getByRole('alert').filter({ hasText: 'Menyusun jadwal bantuan' })
    await expect(told).toContainText('orang lain memindahkannya ke Berjalan')
    await expect(told).toContainText('perpindahan Anda ke Belum dimulai')
    await look(perkim, 'papan-berselisih')
    await told.getByRole('button', { name: 'Tutup' }).click()
    await expect(told).toBeHidden()
  })
})

test('a form that is opened among the first cards stays when the live board comes', async ({ openAs }) => {
  const desk = await openAs('sekretariat')
  let letGo = () => {}
  const held = new Promise<void>(resolve => {
    letGo = resolve
  })
  await desk.route('**/tindak-lanjut/kartu', async route => {
    await held
    await route.continue()
  })
  await desk.goto('/tindak-lanjut')
  const opens = desk.getByLabel('Tambah tindak lanjut ke Belum dimulai').first()
  await opens.click()
  const title = desk.getByRole('form', { name: 'Tambah tindak lanjut ke Belum dimulai' }).getByLabel('Judul')
  await title.fill('Mendata sumur')
  const whole = desk.waitForResponse('**/tindak-lanjut/kartu')
  letGo()
  await (await whole).finished()
  await expect(title).toHaveValue('Mendata sumur')
  await expect(desk.getByText('Langsung: perubahan orang lain')).toBeHidden()
  await opens.click()
  await expect(desk.getByText('Langsung: perubahan orang lain')).toBeVisible()
})

test('several cards are moved by keys, and taken back; every key is listed', async ({ browser }) => {
  const desk = await atBoard(browser, 'sekretariat')
  await add(desk, 'Kartu kunci satu', 'Perkim')
  await add(desk, 'Kartu kunci dua', 'Perkim')
  await closeAdding(desk)
  await card(desk, 'Kartu kunci dua').focus()
  await desk.keyboard.press('x')
  await desk.keyboard.press('Shift+ArrowDown')
  await expect(desk.getByText('2 dipilih')).toBeVisible()
  await desk.keyboard.press('2')
  for (const title of ['Kartu kunci satu', 'Kartu kunci dua'])
    await expect(cardIn(desk, 'Berjalan', title)).toBeVisible()
  await desk.keyboard.press('u')
  for (const title of ['Kartu kunci satu', 'Kartu kunci dua'])
    await expect(cardIn(desk, 'Belum dimulai', title)).toBeVisible()
  await desk.keyboard.press('?')
  await expect(desk.getByRole('dialog', { name: 'Pintasan papan', exact: true })).toBeVisible()
  await look(desk, 'papan-pintasan')
})

test('columns are OPD and lanes are OPD, strategy or rapat, as the address says', async ({ browser }) => {
  test.slow()
  const desk = await atBoard(browser, 'sekretariat', '?lajur=opd')
  await look(desk, 'papan-lajur-opd')
  await desk.goto('/tindak-lanjut?kolom=opd&lajur=strategi')
  await expect(desk.locator('[data-card]').first()).toBeVisible()
  await look(desk, 'papan-kolom-opd')
  await desk.goto('/tindak-lanjut?lajur=rapat')
  await expect(desk.locator('[data-card]').first()).toBeVisible()
  await look(desk, 'papan-lajur-rapat')
})

test('on a phone a finger moves one card, and several, by the menu', async ({ browser }) => {
  const phone = await atBoard(browser, 'sekretariat', '', PHONE)
  await add(phone, 'Kartu telepon satu', 'Perkim')
  await add(phone, 'Kartu telepon dua', 'Perkim')
  await closeAdding(phone)
  await phone.getByRole('button', { name: 'Pindahkan “Kartu telepon satu” ke…' }).tap()
  await phone.getByRole('button', { name: 'Pilih beberapa kartu' }).tap()
  await card(phone, 'Kartu telepon dua').tap({ position: { x: 20, y: 100 } })
  await expect(phone.getByText('2 dipilih')).toBeVisible()
  await look(phone, 'papan-telepon')
  await phone.getByRole('button', { name: 'Pindahkan ke…', exact: true }).tap()
  await phone.getByRole('button', { name: 'Berjalan' }).tap()
  for (const title of ['Kartu telepon satu', 'Kartu telepon dua'])
    await expect(cardIn(phone, 'Berjalan', title)).toBeAttached()
})

test('without script the board is read, added to, and cards are moved by a form', async ({ openAs }) => {
  const page = await openAs('sekretariat', PLAIN)
  await page.goto('/tindak-lanjut')
  await expect(page.getByRole('heading', { name: 'Tindak Lanjut', level: 1 })).toBeVisible()
  await page.getByLabel('Tambah tindak lanjut ke Belum dimulai').first().click()
  const form = page.getByRole('form', { name: 'Tambah tindak lanjut ke Belum dimulai' })
  await form.getByLabel('Judul tindak lanjut').fill('Kartu tanpa skrip')
  await form.getByLabel('Penanggung jawab').selectOption({ label: 'Perkim' })
  await form.getByRole('button', { name: 'Tambah kartu' }).click()
  const region = (name: string) => page.getByRole('region', { name })
  await expect(region('Belum dimulai').getByRole('article', { name: 'Kartu tanpa skrip' })).toBeVisible()
  await page.getByRole('link', { name: 'Pindahkan “Kartu tanpa skrip” ke…' }).click()
  const moving = page.getByRole('form', { name: 'Pindahkan “Kartu tanpa skrip” ke…' })
  await moving.getByLabel('Status').selectOption({ label: 'Berjalan' })
  await moving.getByRole('button', { name: 'Pindahkan' }).click()
  await expect(region('Berjalan').getByRole('article', { name: 'Kartu tanpa skrip' })).toBeVisible()
  await expect(page).toHaveURL(/\/tindak-lanjut$/)
})
