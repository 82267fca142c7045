// Personal data: the guard against NIK in notula, forms and names of files; one's own copy; being erased.
import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { expect, look, openComing, signIn, test } from './harness'

const NIK = '1706010101800001'
const MASKED = '••••••••••••0001'
const PASSWORD = 'perahu bocor di muara'
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n')

async function fresh(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: 'id-ID', timezoneId: 'Asia/Jakarta' })
  return context.newPage()
}

test('[X4] a NIK typed into the notula is marked, told of and masked', async ({ page }) => {
  await signIn(page, 'sekretariat')
  await openComing(page)
  const text = page.getByRole('textbox', { name: /^Teks acara 2:/ })
  await expect(text).toBeVisible({ timeout: 20_000 })
  await text.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type(`Usulan atas nama warga ${NIK}`)
  const notice = page.getByText('1 nomor di notula ini mirip NIK atau KK.')
  await expect(notice).toBeVisible()
  await look(page, 'nik-notula')
  await page.getByRole('button', { name: 'Samarkan' }).click()
  await expect(notice).toBeHidden()
  await expect(text).toContainText(`warga ${MASKED}`)
  await expect(page.getByText(/^Tersimpan/).first()).toBeVisible()
})

test('[X5] a form with a NIK comes back with a question and what was typed', async ({ page }) => {
  await signIn(page, 'sekretariat')
  await page.goto('/rapat/baru')
  const title = page.getByLabel('Judul rapat')
  await title.fill(`Rapat bantuan ${NIK}`)
  await page.getByRole('button', { name: 'Buat rapat' }).click()
  await expect(page.getByText(/Ada angka yang mirip NIK atau KK/)).toBeVisible()
  await expect(title).toHaveValue(`Rapat bantuan ${NIK}`)
  await look(page, 'nik-formulir')
  await page.getByLabel(/Angka itu bukan NIK atau KK/).check()
  await page.getByRole('button', { name: 'Buat rapat' }).click()
  await expect(page.getByRole('heading', { name: `Rapat bantuan ${NIK}`, level: 1 })).toBeVisible()
})

test('[X5] a file whose name has a NIK is sent under a masked one', async ({ page }) => {
  await signIn(page, 'sekretariat')
  await openComing(page)
  await page.getByRole('link', { name: 'Berkas' }).click()
  const name = `KTP ${NIK}.pdf`
  await page.getByLabel('Pilih berkas').setInputFiles([{ name, mimeType: 'application/pdf', buffer: PDF }])
  await expect(page.getByText(/Nama berkas ini memuat angka yang mirip NIK/)).toBeVisible()
  await page.getByRole('button', { name: `Unggah sebagai “KTP ${MASKED}.pdf”` }).click()
  await expect(page.getByRole('row', { name: new RegExp(`KTP ${MASKED}`) })).toBeVisible()
  await expect(page.getByRole('table')).not.toContainText(NIK)
})

test('[X6] everybody reads what is kept; who is in takes a copy of their own', async ({ page }) => {
  await page.goto('/masuk')
  await page.getByRole('link', { name: 'Pelindungan data pribadi' }).click()
  await expect(page.getByRole('heading', { name: 'Data pribadi', level: 1 })).toBeVisible()
  await expect(page.getByText('400 hari setelah berakhir')).toBeVisible()
  await expect(page.getByText('180 hari setelah dibaca')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Minta salinan' })).toHaveCount(0)
  await look(page, 'data-pribadi-umum')

  await signIn(page, 'kepala.dinsos')
  await page.goto('/profil')
  await page.getByRole('link', { name: 'Data pribadi' }).click()
  await page.getByRole('textbox', { name: 'Nomor HP' }).fill('0812')
  await page.getByRole('button', { name: 'Simpan nomor' }).click()
  await expect(page.getByText('Tulis nomor seperti 0812 3456 7890.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Nomor HP' }).fill('0812 3456 7890')
  await page.getByRole('button', { name: 'Simpan nomor' }).click()
  await expect(page.getByRole('textbox', { name: 'Nomor HP' })).toHaveValue('+6281234567890')
  await page.getByRole('button', { name: 'Minta salinan' }).click()
  await expect(page.getByText('Salinan sedang disiapkan.')).toBeVisible()
  const download = page.getByRole('link', { name: 'Unduh JSON' })
  await expect(async () => {
    await page.goto('/data-pribadi')
    await expect(download).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
  await look(page, 'data-pribadi')
  const [json] = await Promise.all([page.waitForEvent('download'), download.click()])
  const copy = JSON.parse(readFileSync(await json.path(), 'utf8'))
  expect(copy).toMatchObject({ person: { email: 'kepala.dinsos@demo.local', phone: '+6281234567890' } })
  expect(copy.entries.map((entry: { action: string }) => entry.action)).toContain('data.export')
  expect(copy.comments.length + copy.evidence.length + copy.numbers.length).toBeGreaterThan(0)
  const [html] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Unduh halaman' }).click(),
  ])
  const readable = readFileSync(await html.path(), 'utf8')
  expect(readable).toContain('<h1>Salinan data pribadi</h1>')
  expect(readable).toContain('<h2>Bukti dukung yang Anda serahkan</h2>')
})

test('[X7] [X8] a telephone number is for organisers; who asks is erased, and cannot come in again', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const email = `pensiun.${Date.now()}@contoh.go.id`
  const admin = await fresh(browser)
  const person = await fresh(browser)
  const enter = async () => {
    await person.goto('/masuk')
    await person.getByLabel('E-mail atau NIP').fill(email)
    await person.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD)
    await person.getByRole('button', { name: 'Masuk', exact: true }).click()
  }
  await signIn(admin, 'admin')

  await test.step('a new account', async () => {
    await admin.goto('/admin/pengguna/baru')
    await admin.getByLabel('Nama lengkap').fill('Pak Pensiun')
    await admin.getByLabel('E-mail').fill(email)
    await admin.getByRole('button', { name: 'Simpan' }).click()
    await admin.getByRole('button', { name: 'Undang' }).click()
    const shown = await admin.getByText(/\/undangan\//).textContent()
    await person.goto(new URL(/https?:\S+/.exec(shown ?? '')?.[0] ?? '').pathname)
    await person.getByLabel('Kata sandi baru').fill(PASSWORD)
    await person.getByRole('button', { name: 'Simpan kata sandi' }).click()
    await enter()
    await person.waitForURL(url => url.pathname !== '/masuk')
  })

  await test.step('asks to be erased, once that is understood', async () => {
    await person.goto('/data-pribadi')
    await person.getByLabel('Alasan atau pesan').fill('Saya pensiun bulan ini.')
    await person.getByRole('button', { name: 'Minta penghapusan' }).click()
    await expect(person.getByText('Centang dahulu bahwa Anda mengerti.')).toBeVisible()
    await expect(person.getByLabel('Alasan atau pesan')).toHaveValue('Saya pensiun bulan ini.')
    await person.getByLabel(/Saya mengerti/).check()
    await person.getByRole('button', { name: 'Minta penghapusan' }).click()
    await expect(person.getByText('Permintaan dikirim kepada admin.')).toBeVisible()
    await expect(person.getByText('Menunggu keputusan')).toBeVisible()
    await look(person, 'data-pribadi-diminta')
  })

  await test.step('an admin grants it', async () => {
    await admin.goto('/admin/data-pribadi')
    await expect(admin.getByText('Saya pensiun bulan ini.')).toBeVisible()
    await admin.getByText('Putuskan', { exact: true }).click()
    await look(admin, 'admin-data-pribadi')
    await admin.getByRole('button', { name: 'Kabulkan dan hapus' }).click()
    await expect(admin.getByText('Centang dahulu bahwa Anda mengerti.')).toBeVisible()
    await admin.getByLabel(/penghapusan tidak dapat dibatalkan/).check()
    await admin.getByRole('button', { name: 'Kabulkan dan hapus' }).click()
    await expect(admin.getByText('Data dihapus dan akun ditutup.')).toBeVisible()
    await admin.getByRole('link', { name: 'Pengguna terhapus #1' }).click()
    await expect(admin.getByText(/tidak dapat diubah atau dibuka lagi/)).toBeVisible()
    await look(admin, 'pengguna-terhapus')
  })

  await test.step('and they are out for good', async () => {
    await person.goto('/rapat')
    await expect(person).toHaveURL(/\/masuk/)
    await enter()
    await expect(person.getByText(/keliru|tidak cocok|salah/i).first()).toBeVisible()
  })

  await test.step('retention is set within bounds, and told to everybody', async () => {
    await admin.goto('/admin/data-pribadi')
    await admin.getByLabel('Sesi yang berakhir (hari)').fill('30')
    const save = admin.getByRole('region', { name: 'Masa simpan' }).getByRole('button', { name: 'Simpan' })
    await save.click()
    await expect(admin.getByText('Di luar batas yang diizinkan.')).toBeVisible()
    await admin.getByLabel('Sesi yang berakhir (hari)').fill('365')
    await save.click()
    await expect(admin.getByText('Tersimpan', { exact: false }).first()).toBeVisible()
    await person.goto('/data-pribadi')
    await expect(person.getByText('365 hari setelah berakhir')).toBeVisible()
  })
})
