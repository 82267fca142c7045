// Pengaturan → OPD, Pokja, Wilayah, Impor dan ekspor: as an admin of a regency whose structure changes.
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { comeIn, expect, look, PLAIN, test } from './harness'

test.setTimeout(240_000)

/** Fills in what an OPD is called and saves it. */
async function addOpd(page: Page, name: string, shortName: string): Promise<void> {
  await page.goto('/admin/opd')
  await page.getByRole('link', { name: 'Tambah OPD' }).click()
  await page.getByLabel('Nama lengkap').fill(name)
  await page.getByLabel('Singkatan').fill(shortName)
  await page.getByRole('button', { name: 'Simpan' }).click()
  await expect(page.getByText('OPD ditambahkan.')).toBeVisible()
}

test('an admin adds an OPD with its head, and merges it; its old name leads to the successor', async ({
  page,
}) => {
  await comeIn(page, 'admin')
  await addOpd(page, 'Dinas Pariwisata', 'Dispar')
  await page.getByText('Tambah jabatan').first().click()
  await page.getByLabel('Nama jabatan').fill('Kepala Dinas Pariwisata')
  await page.getByRole('button', { name: 'Tambah jabatan' }).click()
  await expect(page.getByText('Jabatan tersimpan.')).toBeVisible()
  await expect(page.getByText('kosong')).toBeVisible()
  await look(page, 'opd')

  await addOpd(page, 'Dinas Pemuda dan Olahraga', 'Dispora')
  await look(page, 'opd-baru')
  await page.goto('/admin/opd?q=dispar')
  await page.getByRole('link', { name: 'Dispar' }).click()
  await page.getByRole('link', { name: 'Gabungkan' }).click()
  await look(page, 'opd-gabung')
  await page.getByLabel('Digabung ke').selectOption({ label: 'Dispora – Dinas Pemuda dan Olahraga' })
  await page.getByRole('button', { name: 'Gabungkan' }).click()
  await expect(page.getByText('OPD digabungkan.')).toBeVisible()
  await expect(page.getByText('Pekerjaan baru masuk ke')).toBeVisible()
  await page.goto('/admin/opd?q=pariwisata&keadaan=aktif')
  await expect(page.getByRole('link', { name: 'Dispora' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Dispar', exact: true })).toHaveCount(0)
  await page.goto('/admin/opd')
  await look(page, 'opd-daftar')
})

test('a table is looked at row by row, applied, and taken out again', async ({ page }) => {
  await comeIn(page, 'admin')
  await page.goto('/admin/impor')
  await look(page, 'impor')
  await page.getByRole('link', { name: 'Impor OPD' }).click()
  const upload = async (name: string, buffer: Buffer) => {
    const mimeType = 'application/octet-stream'
    await page.getByLabel('Berkas XLSX atau CSV').setInputFiles({ name, mimeType, buffer })
    await page.getByRole('button', { name: 'Periksa dahulu' }).click()
  }

  // The example as it is downloaded, and a row that is wrong beside it.
  const [example] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Unduh contoh OPD sebagai XLSX' }).click(),
  ])
  await upload('contoh.xlsx', await readFile(await example.path()))
  await expect(page.getByRole('button', { name: 'Terapkan 1 baris' })).toBeVisible()

  const file = [
    'nama,singkatan,jenis,induk,aktif',
    'Dinas Perpustakaan,Dispusip,dinas,,ya',
    'Dinas Salah,Salah,kantor,,ya',
    'Dinas Sosial,Dinsos,dinas,Setda,ya',
  ].join('\n')
  await upload('opd.csv', Buffer.from(file))
  const rows = page.getByRole('table', { name: 'Hasil pemeriksaan' }).getByRole('row')
  await expect(rows.nth(1)).toContainText('Sel C3 (jenis): bukan salah satu pilihan')
  await expect(rows.nth(2)).toContainText('Dispusip')
  await expect(rows.nth(3)).toContainText('induk: kosong → Setda')
  await look(page, 'impor-periksa')
  await page.getByRole('button', { name: 'Terapkan 2 baris' }).click()
  await expect(page.getByText('2 baris diterapkan.')).toBeVisible()

  const [taken] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Unduh isi sekarang OPD sebagai XLSX' }).click(),
  ])
  await upload('opd.xlsx', await readFile(await taken.path()))
  await expect(page.getByText('Tidak ada yang perlu diubah.')).toBeVisible()
  await page.goto('/admin/opd?q=dispusip')
  await expect(page.getByRole('link', { name: 'Dispusip' })).toBeVisible()
})

test('without script the sekretariat keeps pokja and operators, and invites a pokja at once', async ({
  openAs,
}) => {
  const page = await openAs('sekretariat', PLAIN)
  await page.goto('/admin/pokja')
  await page.getByRole('link', { name: 'Tambah pokja' }).click()
  await page.getByLabel('Nama lengkap').fill('Kelompok Kerja Air')
  await page.getByLabel('Nama pendek').fill('Pokja Air')
  for (const name of ['PUPR', 'Dinkes']) await page.getByLabel(new RegExp(`^${name}`)).check()
  await page.getByRole('button', { name: 'Simpan' }).click()
  await expect(page.getByRole('row', { name: /Pokja Air/ })).toContainText('2 OPD')

  await page.goto('/admin/wilayah/kecamatan/17.06.05')
  await expect(page.getByText('+6280000000002')).toBeVisible()
  await page.getByText('Tambah operator').first().click()
  const form = page.locator('form', { has: page.getByLabel('Desa dan kelurahan') })
  await form.getByLabel('Desa dan kelurahan').selectOption({ label: 'Sibak' })
  await form.getByLabel('Orang').selectOption({ label: 'Contoh – Operator Medan Jaya' })
  await form.getByLabel('Mulai').fill('2026-01-01')
  await form.getByRole('button', { name: 'Tambah operator' }).click()
  await expect(page.getByText('Perubahan tersimpan.')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Sibak' }).first()).toContainText(
    '+6280000000002',
  )

  await page.goto('/rapat/baru')
  await page.getByLabel('Judul rapat').fill('Rapat pokja air')
  await page.getByLabel('Pokja Air (2)').check()
  await page.getByRole('button', { name: 'Pilih OPD pokja saja' }).click()
  await expect(page.getByLabel('Judul rapat')).toHaveValue('Rapat pokja air')
  await expect(page.locator('input[name="opd"]:checked')).toHaveCount(2)
  await page.getByRole('button', { name: 'Buat rapat' }).click()
  await page.goto(`${page.url()}/peserta`)
  await expect(page.getByText('2 OPD')).toBeVisible()
})

test('with script a ticked pokja ticks its OPD', async ({ page }) => {
  await comeIn(page, 'sekretariat')
  await page.goto('/rapat/baru')
  await page.getByRole('button', { name: 'Kosongkan' }).click()
  await page.getByLabel('Pokja 3 (4)').check()
  await expect(page.getByText('4 OPD dipilih')).toBeVisible()
  await page.getByLabel(/^DLH/).uncheck()
  await expect(page.getByText('3 OPD dipilih')).toBeVisible()
  await look(page, 'rapat-pokja')
  await page.goto('/admin/pokja')
  await look(page, 'pokja-daftar')
  await page.getByRole('link', { name: 'Pokja 3' }).click()
  await look(page, 'pokja')
  await page.goto('/admin/wilayah')
  await look(page, 'wilayah')
  await page.goto('/admin/wilayah/kecamatan/17.06.05')
  await look(page, 'kecamatan')
})
