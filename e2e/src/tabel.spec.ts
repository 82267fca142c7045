// Table, calendar and kept views of tindak lanjut: what is filtered is kept and shared, changed in place and at once, and
// brought in from a spreadsheet.
import { openDatabase } from '@mufakat/db'
import type { Page } from '@playwright/test'
import { expect, look, PLAIN, test } from './harness'

const PASTED_HEAD = 'Tindak lanjut\tOPD\tTenggat\tPrioritas\tStatus'
const pasted = [
  PASTED_HEAD,
  ...Array.from({ length: 950 }, (_, n) => `Tempelan ${n}\tPerkim\t31 Desember 2035\ttinggi\tberjalan`),
  ...Array.from({ length: 50 }, (_, n) => `Salah ${n}\tTidak Ada\t31/12/2035\t\t`),
].join('\n')

const row = (page: Page, title: string) => page.getByRole('row', { name: new RegExp(title) })

async function paste(page: Page, text: string): Promise<void> {
  await page.goto('/tindak-lanjut/tempel')
  await page.getByLabel('Baris dari lembar sebar').fill(text)
  await page.getByRole('button', { name: 'Baca' }).click()
}

test('a table is pasted, filtered, kept, shared and changed', async ({ openAs, databaseUrl }) => {
  test.setTimeout(240_000)
  const desk = await openAs('sekretariat')
  const database = openDatabase(databaseUrl, { max: 1 })
  const { sql } = database

  await test.step('1,000 rows with 50 bad ones: 950 go in, 50 are shown with the reason', async () => {
    await paste(desk, pasted)
    await expect(desk.getByText('950 baris siap', { exact: true })).toBeVisible()
    await expect(desk.getByText('50 baris salah', { exact: true })).toBeVisible()
    await look(desk, 'tempel-periksa')
    await desk.getByRole('button', { name: 'Masukkan 950 baris' }).click()
    await expect(desk.getByText('950 baris dimasukkan.')).toBeVisible()
    await expect(desk.getByText('tidak ada OPD aktif dengan singkatan, nama, atau kode ini')).toHaveCount(50)
    const [counted] = await sql`select count(*)::int as n from card where title like 'Tempelan %'`
    expect(counted).toEqual({ n: 950 })
    const download = desk.waitForEvent('download')
    await desk.getByRole('button', { name: 'Unduh baris yang salah' }).click()
    expect((await download).suggestedFilename()).toBe('baris-salah.csv')
  })

  await test.step('the same paste sent again adds nothing', async () => {
    await paste(desk, pasted)
    await desk.getByRole('button', { name: 'Masukkan 950 baris' }).click()
    await expect(desk.getByText('Tempelan yang sama sudah dimasukkan')).toBeVisible()
    expect(await sql`select 1 from card where title like 'Tempelan %'`).toHaveLength(950)
  })

  await test.step('what is filtered stands in the address, and goes along to the calendar', async () => {
    await desk.goto('/tindak-lanjut/tabel')
    await desk.getByLabel('Cari judul').fill('Tempelan 94')
    await expect(desk).toHaveURL(/q=Tempelan\+94/)
    await expect(desk.getByText('11 tindak lanjut')).toBeVisible()
    await look(desk, 'tabel')
    await desk.getByRole('link', { name: 'Kalender', exact: true }).click()
    await expect(desk).toHaveURL(/kalender\?q=Tempelan\+94/)
    await desk.goto('/tindak-lanjut/kalender?q=Tempelan+94&bulan=2035-12&hari=2035-12-31')
    await expect(desk.getByRole('link', { name: /Senin, 31 Desember 2035: 11 tenggat/ })).toBeVisible()
    await look(desk, 'kalender')
  })

  await test.step('it is kept, and another person opens it', async () => {
    await desk.goto('/tindak-lanjut/tabel?q=Tempelan+94&urut=-judul')
    await desk.getByText('Tampilan', { exact: true }).click()
    await desk.getByRole('link', { name: 'Simpan tampilan ini' }).click()
    await desk.getByLabel('Nama tampilan').fill('Sembilan puluh empat')
    await desk.getByLabel('Dibagikan kepada').selectOption({ label: 'Semua orang' })
    await look(desk, 'tampilan')
    await desk.getByRole('button', { name: 'Simpan', exact: true }).click()
    await expect(desk).toHaveURL(/\/tindak-lanjut\/tabel\?q=Tempelan\+94&urut=-judul&tampilan=/)
  })

  const perkim = await openAs('kepala.perkim')
  await test.step('by its name, and changes a cell by keys alone', async () => {
    await perkim.goto('/tindak-lanjut/tabel')
    await perkim.getByText('Tampilan', { exact: true }).click()
    await perkim.getByRole('link', { name: /Sembilan puluh empat/ }).click()
    await expect(perkim.getByText('11 tindak lanjut')).toBeVisible()
    const cell = row(perkim, 'Tempelan 949').getByRole('gridcell').filter({ hasText: 'Berjalan' })
    await row(perkim, 'Tempelan 949').getByRole('gridcell').nth(1).focus()
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await perkim.keyboard.press(key)
    await expect(cell).toBeFocused()
    await perkim.keyboard.press('Enter')
    const status = perkim.getByRole('combobox', { name: /Ubah Status/ })
    await expect(status).toBeFocused()
    await perkim.keyboard.press('Escape')
    await expect(cell).toBeFocused()
    await perkim.keyboard.press('Enter')
    await status.selectOption('menunggu_verifikasi')
    await status.press('Enter')
    await expect(row(perkim, 'Tempelan 949').getByText('Menunggu verifikasi')).toBeVisible()
  })

  await test.step('many rows are changed at once, and what is refused is named', async () => {
    await sql`update card set status = 'selesai', finished_at = now() where title = 'Tempelan 945'`
    await perkim.reload()
    await perkim.getByLabel('Pilih semua di halaman ini').check()
    const bar = perkim.getByRole('region', { name: 'Ubah yang dipilih' })
    await bar.getByLabel('Menjadi').selectOption('belum')
    await bar.getByRole('button', { name: 'Ubah 11 baris' }).click()
    await expect(perkim.getByText('10 baris diubah.')).toBeVisible()
    await expect(perkim.getByText('“Tempelan 945”: hanya sekretariat yang dapat melakukan ini')).toBeVisible()
    await look(perkim, 'tabel-massal')
    const rows = await sql`select status, count(*)::int as n from card
      where title ~ '^Tempelan 94[0-9]?$' group by status order by status`
    expect(rows.map(({ status, n }) => [status, n])).toEqual([
      ['belum', 10],
      ['selesai', 1],
    ])
  })

  await test.step('a tenggat moves in the calendar, with its reason', async () => {
    await perkim.goto('/tindak-lanjut/kalender?q=Tempelan+949&bulan=2035-12&hari=2035-12-31')
    await perkim.locator('summary').filter({ hasText: 'Pindahkan tenggat' }).first().click()
    const form = perkim.locator('form').filter({ hasText: 'Tenggat baru' }).first()
    await form.getByLabel('Tenggat baru').fill('2035-01-15')
    await form.getByLabel('Alasan').fill('Menunggu anggaran perubahan')
    await form.getByRole('button', { name: 'Pindahkan tenggat' }).click()
    await expect(perkim.getByText('1 baris diubah.')).toBeVisible()
    const [moved] = await sql`select due::text as due from card where title = 'Tempelan 949'`
    expect(moved).toEqual({ due: '2035-01-15' })
  })
  await database.close()
})

test('holidays are said by admin, and read without script', async ({ openAs }) => {
  const admin = await openAs('admin', PLAIN)
  await admin.goto('/admin/libur?tahun=2027')
  await admin.getByRole('button', { name: 'Isi 5 libur bertanggal tetap 2027' }).click()
  await expect(admin.getByText('Hari Lahir Pancasila')).toBeVisible()
  await admin.goto('/tindak-lanjut/kalender?bulan=2027-06')
  await expect(admin.getByText('Hari Lahir Pancasila').first()).toBeAttached()
  await admin.goto('/tindak-lanjut/tabel?grup=opd&urut=-tenggat')
  await expect(admin.getByRole('table', { name: 'Tabel tindak lanjut' })).toBeVisible()
  const desk = await openAs('admin')
  await desk.goto('/admin/libur?tahun=2027')
  await look(desk, 'libur')
})
