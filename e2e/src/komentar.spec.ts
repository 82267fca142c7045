// What people say beside a notula: remarks and suggested wordings, live, and without script.
import type { Browser, Page } from '@playwright/test'
import { type Account, expect, look, signIn, test } from './harness'

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
  await page.goto(address)
  await expect(textOf(page, 1)).toBeVisible({ timeout: 20_000 })
  return { page, address }
}

const textOf = (page: Page, number: number) =>
  page.getByRole('textbox', { name: new RegExp(`^Teks acara ${number}:`) })
const lineWith = (page: Page, words: string) => page.locator('.nt-line', { hasText: words })
const settled = (page: Page) => expect(page.getByText(/^Tersimpan/).first()).toBeVisible({ timeout: 20_000 })
const panel = (page: Page) => page.getByRole('complementary', { name: /^Komentar/ })
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Komentar baru' })

async function newLine(page: Page, number: number, words: string): Promise<void> {
  await textOf(page, number).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type(words)
  await settled(page)
}

/** Selects words of a line by keyboard, as a notulis does. */
async function select(page: Page, line: string, words: string): Promise<void> {
  await lineWith(page, line).locator('.nt-words').click()
  await page.keyboard.press('Home')
  for (let i = 0; i < line.indexOf(words); i++) await page.keyboard.press('ArrowRight')
  for (let i = 0; i < words.length; i++) await page.keyboard.press('Shift+ArrowRight')
}

test('remarks and suggestions are exchanged live, and one is taken over into the text', async ({
  browser,
}) => {
  test.slow()
  const LINE = 'Perkim menyusun daftar lokasi kumuh pekan depan.'
  const sekretariat = await openRapat(browser, 'sekretariat')
  const perkim = await openRapat(browser, 'kepala.perkim')
  await newLine(sekretariat.page, 2, LINE)
  await expect(lineWith(perkim.page, LINE)).toBeVisible()

  await test.step('a remark on some words names an OPD, and stands beside the text of the other', async () => {
    await select(perkim.page, LINE, 'daftar lokasi')
    await perkim.page.keyboard.press('Control+Alt+m')
    await expect(dialog(perkim.page).getByRole('blockquote')).toHaveText('daftar lokasi')
    await dialog(perkim.page).getByLabel('Komentar', { exact: true }).last().fill('Perlu data dari ')
    await dialog(perkim.page).getByLabel('Sebut').selectOption('Dinsos')
    await expect(dialog(perkim.page).locator('[name=body]')).toHaveValue('Perlu data dari @Dinsos ')
    await look(perkim.page, 'komentar-tulis')
    await dialog(perkim.page).getByRole('button', { name: 'Simpan komentar' }).click()
    await expect(dialog(perkim.page)).toBeHidden()
    await expect(panel(sekretariat.page).getByText('Perlu data dari')).toBeVisible()
    await expect(panel(sekretariat.page).locator('strong', { hasText: '@Dinsos' })).toBeVisible()
    await expect(sekretariat.page.locator('.nt-remark', { hasText: 'daftar lokasi' })).toBeVisible()
  })

  await test.step('it is answered and closed', async () => {
    await sekretariat.page.locator('.nt-remark', { hasText: 'daftar lokasi' }).click()
    const card = panel(sekretariat.page).getByRole('listitem').filter({ hasText: 'Perlu data dari' })
    await expect(card).toBeFocused()
    await card.getByText('Balas').first().click()
    await card.locator('[name=body]').fill('Sudah diminta.')
    await card.getByRole('button', { name: 'Balas' }).click()
    await expect(panel(perkim.page).getByText('Sudah diminta.')).toBeVisible()
    await look(sekretariat.page, 'komentar-panel')
    await card.getByRole('button', { name: 'Selesai' }).click()
    await expect(perkim.page.locator('.nt-remark')).toHaveCount(0)
    await expect(panel(perkim.page).getByText('1 sudah ditangani')).toBeVisible()
  })

  await test.step('a suggestion changes nothing before it is taken over', async () => {
    await select(perkim.page, LINE, 'pekan depan')
    await perkim.page.getByRole('button', { name: 'Komentari' }).click()
    await dialog(perkim.page).getByText('Usulan kalimat').click()
    await dialog(perkim.page).getByLabel('Kalimat yang diusulkan').fill('paling lambat 20 Desember 2026')
    await dialog(perkim.page).getByRole('button', { name: 'Simpan komentar' }).click()
    const card = panel(sekretariat.page).getByRole('listitem').filter({ hasText: '20 Desember' })
    await expect(card).toBeVisible()
    await expect(lineWith(sekretariat.page, LINE)).toBeVisible()
    await expect(
      panel(perkim.page)
        .getByRole('listitem')
        .filter({ hasText: '20 Desember' })
        .getByRole('button', { name: 'Terima' }),
    ).toHaveCount(0)
    await card.getByRole('button', { name: 'Terima' }).click()
    for (const { page } of [sekretariat, perkim])
      await expect(lineWith(page, 'daftar lokasi kumuh paling lambat 20 Desember 2026.')).toBeVisible()
    await expect(panel(perkim.page).getByText('2 sudah ditangani')).toBeVisible()
  })

  await test.step('words that have changed are told, and not overwritten', async () => {
    await select(perkim.page, 'Perkim menyusun daftar lokasi', 'menyusun')
    await perkim.page.keyboard.press('Control+Alt+m')
    await dialog(perkim.page).getByText('Usulan kalimat').click()
    await dialog(perkim.page).getByLabel('Kalimat yang diusulkan').fill('menyiapkan')
    await dialog(perkim.page).getByRole('button', { name: 'Simpan komentar' }).click()
    await expect(panel(sekretariat.page).getByRole('button', { name: 'Terima' })).toBeVisible()
    await select(sekretariat.page, 'Perkim menyusun daftar lokasi', 'menyusun')
    await sekretariat.page.keyboard.type('m')
    await settled(sekretariat.page)
    const [card] = [panel(sekretariat.page).getByRole('listitem').filter({ hasText: 'menyiapkan' })]
    await card.getByRole('button', { name: 'Terima' }).click()
    await expect(card.getByRole('alert')).toContainText('Tidak ada yang disimpan')
    await card.getByRole('button', { name: 'Tolak' }).click()
    await expect(panel(perkim.page).getByText('3 sudah ditangani')).toBeVisible()
  })

  await perkim.page.goto(`${perkim.address}/komentar`)
  await perkim.page.getByText('3 sudah ditangani').click()
  await look(perkim.page, 'komentar')
})

test('without script a line is remarked on, and its author takes it back', async ({ browser }) => {
  const { page: live, address } = await openRapat(browser, 'sekretariat')
  await newLine(live, 3, 'Dinkes melaporkan stunting per desa.')
  await live.goto('/rapat')
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'id-ID' })
  const page = await context.newPage()
  await signIn(page, 'kepala.dinkes')
  await expect(async () => {
    await page.goto(`${address}/komentar`)
    await expect(lineWith(page, 'Dinkes melaporkan stunting')).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 20_000 })
  await lineWith(page, 'Dinkes melaporkan stunting').locator('xpath=following-sibling::a[1]').click()
  await page.getByLabel('Usulan kalimat').check()
  await page.getByLabel('Kalimat yang diusulkan').fill('Dinkes melaporkan stunting per desa.')
  await page.getByRole('button', { name: 'Simpan komentar' }).click()
  await expect(page.getByText('Usulan sama dengan kalimat yang ada.')).toBeVisible()
  await page.getByLabel('Kalimat yang diusulkan').fill('Dinkes melaporkan stunting per kecamatan.')
  await page.getByRole('button', { name: 'Simpan komentar' }).click()
  await expect(page.getByText('Tersimpan.')).toBeVisible()
  const card = page.getByRole('listitem').filter({ hasText: 'per kecamatan' })
  await expect(card.getByText('Usulan kalimat · Terbuka')).toBeVisible()
  await card.getByRole('button', { name: 'Tarik' }).click()
  // The address names it, so that the browser unfolds what it lies in.
  await expect(card.getByText('Usulan kalimat · Ditarik')).toBeVisible()
})
