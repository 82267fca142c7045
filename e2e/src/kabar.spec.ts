// What people are told: a mention reaches the bell of another page without a reload, the inbox, and how letters come.
import type { Page } from '@playwright/test'
import {
  bell,
  expect,
  lineWith,
  look,
  NOTHING_UNREAD,
  newLine,
  openNotula,
  PLAIN,
  readAll,
  SOMETHING_UNREAD,
  selectIn,
  test,
} from './harness'

const group = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

async function addCard(page: Page, title: string, opd: string): Promise<void> {
  await page.goto('/tindak-lanjut')
  await expect(page.getByText('Langsung: perubahan orang lain')).toBeVisible({ timeout: 20_000 })
  await page.getByLabel('Tambah tindak lanjut ke Belum dimulai').first().click()
  const form = page.getByRole('form', { name: 'Tambah tindak lanjut ke Belum dimulai' })
  await form.getByLabel('Penanggung jawab').selectOption({ label: opd })
  await form.getByLabel('Judul tindak lanjut').fill(title)
  await form.getByLabel('Judul tindak lanjut').press('Enter')
  await expect(page.getByRole('article', { name: title })).toBeVisible()
}

test('a mention arrives in the bell of somebody else, and is read in the inbox', async ({ openAs }) => {
  test.slow()
  const LINE = 'Perkim melengkapi daftar rumah tidak layak huni.'
  const perkim = await openAs('kepala.perkim')
  await readAll(perkim)
  await perkim.goto('/')
  await expect(bell(perkim)).toHaveAccessibleName(NOTHING_UNREAD)
  const desk = await openAs('sekretariat')
  const address = await openNotula(desk)

  await test.step('without a reload, and not in the bell of who wrote it', async () => {
    await newLine(desk, 2, LINE)
    await expect(lineWith(desk, LINE)).toBeVisible()
    await selectIn(desk, LINE, 'daftar rumah')
    await desk.keyboard.press('Control+Alt+m')
    const dialog = desk.getByRole('dialog', { name: 'Komentar baru' })
    await dialog.getByLabel('Komentar', { exact: true }).last().fill('Mohon dicek ')
    await dialog.getByLabel('Sebut').selectOption('Perkim')
    await dialog.getByRole('button', { name: 'Sisipkan' }).click()
    await dialog.getByRole('button', { name: 'Simpan komentar' }).click()
    await expect(dialog).toBeHidden()
    await expect(bell(perkim)).toHaveAccessibleName(SOMETHING_UNREAD)
  })

  await test.step('stands in the inbox, where changes of cards arrive while it is open', async () => {
    await bell(perkim).click()
    await expect(perkim.getByRole('heading', { level: 1, name: 'Pemberitahuan' })).toBeVisible()
    await expect(perkim.getByRole('link', { name: /menyebut Anda dalam komentar/ })).toBeVisible()
    await addCard(desk, 'Mendata rumah di tepi sungai', 'Perkim')
    const card = group(perkim, /Mendata rumah di tepi sungai/)
    await expect(card.getByText(/menambahkan tindak lanjut ini/)).toBeVisible({ timeout: 30_000 })
    await desk.getByRole('article', { name: 'Mendata rumah di tepi sungai' }).focus()
    await desk.keyboard.press('Alt+ArrowRight')
    await expect(card.getByText(/2 perubahan oleh .*\. Terakhir: memindahkannya ke Berjalan/)).toBeVisible({
      timeout: 30_000,
    })
    await look(perkim, 'kabar')
  })

  await test.step('is marked as read, one and all', async () => {
    await perkim.getByRole('button', { name: /^Tandai dibaca: .*Mendata rumah di tepi sungai/ }).click()
    await expect(perkim.getByText('Sudah ditandai dibaca.')).toBeVisible()
    await expect(bell(perkim)).toHaveAccessibleName(SOMETHING_UNREAD)
    await readAll(perkim)
    await expect(bell(perkim)).toHaveAccessibleName(NOTHING_UNREAD)
  })

  await test.step('leads to where it was written', async () => {
    await perkim.getByRole('link', { name: /menyebut Anda dalam komentar/ }).click()
    await perkim.waitForURL(new RegExp(`${address}#komentar-`))
    // Nothing of it is left in a text that others read.
    await openNotula(desk)
    const remark = desk.getByRole('listitem').filter({ hasText: 'Mohon dicek' })
    await remark.getByRole('button', { name: 'Selesai' }).click()
    await expect(desk.locator('.nt-remark')).toHaveCount(0)
  })

  await test.step('a rapat is muted in the inbox, and heard again in the settings', async () => {
    await perkim.goto('/pemberitahuan')
    await perkim
      .getByRole('button', { name: /^Bisukan rapat/ })
      .first()
      .click()
    await expect(perkim.getByText(/^Rapat dibisukan/)).toBeVisible()
    await perkim.getByRole('link', { name: 'Atur pemberitahuan' }).click()
    await perkim.getByLabel('Langsung').check()
    await perkim.getByLabel('Dari').selectOption('21.00')
    await perkim.getByRole('button', { name: 'Simpan' }).click()
    await expect(perkim.getByText('Tersimpan.')).toBeVisible()
    await expect(perkim.getByLabel('Langsung')).toBeChecked()
    await look(perkim, 'kabar-atur')
    await perkim.getByRole('button', { name: /^Bunyikan lagi/ }).click()
    await expect(perkim.getByText('Tidak ada rapat yang Anda bisukan.')).toBeVisible()
  })
})

test('without script the inbox is read and marked, and its settings are kept', async ({ openAs }) => {
  const desk = await openAs('sekretariat')
  await addCard(desk, 'Memeriksa sumur bor', 'Dinkes')
  const dinkes = await openAs('kepala.dinkes', PLAIN)
  await expect(async () => {
    await dinkes.goto('/pemberitahuan')
    await expect(group(dinkes, /Memeriksa sumur bor/)).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
  await expect(bell(dinkes)).toHaveAccessibleName(SOMETHING_UNREAD)
  await readAll(dinkes)
  await expect(bell(dinkes)).toHaveAccessibleName(NOTHING_UNREAD)
  await dinkes.goto('/profil/pemberitahuan')
  await dinkes.getByLabel('Tanpa surel').check()
  await dinkes.getByRole('button', { name: 'Simpan' }).click()
  await expect(dinkes.getByLabel('Tanpa surel')).toBeChecked()
})

test('an admin says after how many days late work goes on', async ({ openAs }) => {
  const admin = await openAs('admin')
  await admin.goto('/admin/kabar')
  await admin.getByLabel('Diteruskan kepada kepala OPD').fill('9')
  await admin.getByRole('button', { name: 'Simpan' }).click()
  await expect(admin.getByText('Tidak boleh lebih dahulu daripada kepala OPD.')).toBeVisible()
  await look(admin, 'kabar-admin')
  await admin.getByLabel('Diteruskan kepada kepala OPD').fill('4')
  await admin.getByRole('button', { name: 'Simpan' }).click()
  await expect(admin.getByText('Tersimpan', { exact: false }).first()).toBeVisible()
})
