// What people say beside a notula: remarks and suggested wordings, live, and without script.
import type { Page } from '@playwright/test'
import {
  expect,
  linesOf,
  lineWith,
  look,
  newLine,
  openNotula,
  PLAIN,
  selectIn,
  settled,
  test,
} from './harness'

const panel = (page: Page) => page.getByRole('complementary', { name: /^Komentar/ })
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Komentar baru' })

test('remarks and suggestions are exchanged live, and one is taken over into the text', async ({
  openAs,
}) => {
  test.slow()
  const LINE = 'Perkim menyusun daftar lokasi kumuh pekan depan.'
  const sekretariat = await openAs('sekretariat')
  await openNotula(sekretariat)
  const perkim = await openAs('kepala.perkim')
  const address = await openNotula(perkim)
  await newLine(sekretariat, 2, LINE)
  await expect(lineWith(perkim, LINE)).toBeVisible()
  const told = panel(perkim).getByText(/^\d+ sudah ditangani$/)
  const before = (await told.count()) === 0 ? 0 : Number.parseInt((await told.textContent()) ?? '', 10)
  const settledSince = (count: number) => `${before + count} sudah ditangani`

  await test.step('a remark on some words names an OPD, and stands beside the text of the other', async () => {
    await selectIn(perkim, LINE, 'daftar lokasi')
    await perkim.keyboard.press('Control+Alt+m')
    await expect(dialog(perkim).getByRole('blockquote')).toHaveText('daftar lokasi')
    await dialog(perkim).getByLabel('Komentar', { exact: true }).last().fill('Perlu data dari ')
    await dialog(perkim).getByLabel('Sebut').selectOption('Dinsos')
    await dialog(perkim).getByRole('button', { name: 'Sisipkan' }).click()
    await expect(dialog(perkim).locator('[name=body]')).toHaveValue('Perlu data dari @Dinsos ')
    await look(perkim, 'komentar-tulis')
    await dialog(perkim).getByRole('button', { name: 'Simpan komentar' }).click()
    await expect(dialog(perkim)).toBeHidden()
    await expect(panel(sekretariat).getByText('Perlu data dari')).toBeVisible()
    await expect(panel(sekretariat).locator('strong', { hasText: '@Dinsos' })).toBeVisible()
    await expect(sekretariat.locator('.nt-remark', { hasText: 'daftar lokasi' })).toBeVisible()
  })

  await test.step('it is answered and closed', async () => {
    await sekretariat.locator('.nt-remark', { hasText: 'daftar lokasi' }).click()
    const card = panel(sekretariat).getByRole('listitem').filter({ hasText: 'Perlu data dari' })
    await expect(card).toBeFocused()
    await card.getByText('Balas').first().click()
    await card.locator('[name=body]').fill('Sudah diminta.')
    await card.getByRole('button', { name: 'Balas' }).click()
    await expect(panel(perkim).getByText('Sudah diminta.')).toBeVisible()
    await look(sekretariat, 'komentar-panel')
    await card.getByRole('button', { name: 'Selesai' }).click()
    await expect(perkim.locator('.nt-remark')).toHaveCount(0)
    await expect(panel(perkim).getByText(settledSince(1))).toBeVisible()
  })

  await test.step('a suggestion changes nothing before it is taken over', async () => {
    await selectIn(perkim, LINE, 'pekan depan')
    await perkim.getByRole('button', { name: 'Komentari' }).click()
    await dialog(perkim).getByText('Usulan kalimat').click()
    await dialog(perkim).getByLabel('Kalimat yang diusulkan').fill('paling lambat 20 Desember 2026')
    await dialog(perkim).getByRole('button', { name: 'Simpan komentar' }).click()
    const card = panel(sekretariat).getByRole('listitem').filter({ hasText: '20 Desember' })
    await expect(card).toBeVisible()
    // Whose caret stands in it is no part of it.
    expect((await linesOf(sekretariat)).filter(line => line.endsWith(LINE))).toHaveLength(1)
    await expect(
      panel(perkim)
        .getByRole('listitem')
        .filter({ hasText: '20 Desember' })
        .getByRole('button', { name: 'Terima' }),
    ).toHaveCount(0)
    await card.getByRole('button', { name: 'Terima' }).click()
    const taken = async (page: Page) =>
      (await linesOf(page)).filter(line => line.endsWith('kumuh paling lambat 20 Desember 2026.'))
    for (const page of [sekretariat, perkim]) await expect.poll(() => taken(page)).toHaveLength(1)
    await expect(panel(perkim).getByText(settledSince(2))).toBeVisible()
  })

  await test.step('words that have changed are told, and not overwritten', async () => {
    await selectIn(perkim, 'Perkim menyusun daftar lokasi', 'menyusun')
    await perkim.keyboard.press('Control+Alt+m')
    await dialog(perkim).getByText('Usulan kalimat').click()
    await dialog(perkim).getByLabel('Kalimat yang diusulkan').fill('menyiapkan')
    await dialog(perkim).getByRole('button', { name: 'Simpan komentar' }).click()
    await expect(panel(sekretariat).getByRole('button', { name: 'Terima' })).toBeVisible()
    await selectIn(sekretariat, 'Perkim menyusun daftar lokasi', 'menyusun')
    await sekretariat.keyboard.type('m')
    await settled(sekretariat)
    const card = panel(sekretariat).getByRole('listitem').filter({ hasText: 'menyiapkan' })
    await card.getByRole('button', { name: 'Terima' }).click()
    await expect(card.getByRole('alert')).toContainText('Tidak ada yang disimpan')
    await card.getByRole('button', { name: 'Tolak' }).click()
    await expect(panel(perkim).getByText(settledSince(3))).toBeVisible()
  })

  await perkim.goto(`${address}/komentar`)
  await perkim.getByText(settledSince(3)).click()
  await look(perkim, 'komentar')
})

test('without script a line is remarked on, and its author takes it back', async ({ openAs }) => {
  const live = await openAs('sekretariat')
  const address = await openNotula(live)
  await newLine(live, 3, 'Dinkes melaporkan stunting per desa.')
  await live.goto('/rapat')
  const page = await openAs('kepala.dinkes', PLAIN)
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
