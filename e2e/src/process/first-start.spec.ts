import { rm } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { look, nextCode, setUpApp } from '../harness'
import { freePort, freshDataDir, type Launch, launchSystem } from '../harness/system'

// An empty data folder without demo, from the link that a start prints to the first rapat.
test.describe.configure({ mode: 'serial', timeout: 180_000 })

const PASSWORD = 'hujan di atas atap seng'

let dataDir: string
let port: number
let launch: Launch
let link: string
let page: Page

const linkOf = (launched: Launch): string => {
  const found = /^https?:\/\/\S+\/siapkan\/[\w-]{43}$/m.exec(launched.output)
  if (found === null) throw new Error(`no link in:\n${launched.output}`)
  return found[0]
}

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

async function up(): Promise<void> {
  launch = await launchSystem({ dataDir, port, env: { DEMO: '0' } })
  await launch.ready()
}

test.beforeAll(async ({ browser }) => {
  dataDir = await freshDataDir()
  port = await freePort()
  page = await (await browser.newContext()).newPage()
})
test.afterAll(async () => {
  await page.context().close()
  await launch.stop()
  await rm(dataDir, { recursive: true, force: true })
})

test('a start prints a link before its last line, and the next start voids it', async () => {
  await up()
  const first = linkOf(launch)
  expect(launch.lines.at(-1)).toBe(`Siap: ${launch.baseUrl}`)
  await launch.stop()
  await up()
  link = linkOf(launch)
  expect(link).not.toBe(first)
  expect((await page.goto(first))?.status()).toBe(404)
  await look(page, 'siapkan-void')
  expect((await page.goto(link))?.status()).toBe(200)
  await look(page, 'siapkan-admin')
})

test('a password that is easily guessed is refused beside its field, and what was typed stays', async () => {
  await page.goto(link)
  await page.getByLabel('Nama lengkap dengan gelar').fill('Rina Contoh, S.E.')
  await page.getByLabel('E-mail').fill('rina@contoh.go.id')
  await page.getByLabel('Kata sandi', { exact: true }).fill('passwordpassword')
  await page.getByLabel('Ulangi kata sandi').fill('passwordpassword')
  await page.getByRole('button', { name: 'Buat akun dan lanjutkan' }).click()
  await expect(page.getByText('Kata sandi ini mudah ditebak')).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue('rina@contoh.go.id')
})

test('the link makes the first admin, who is led through the steps', async () => {
  await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD)
  await page.getByLabel('Ulangi kata sandi').fill(PASSWORD)
  await page.getByRole('button', { name: 'Buat akun dan lanjutkan' }).click()
  await page.waitForURL('**/siapkan/langkah/daerah')
  await look(page, 'siapkan-daerah')
  await page.getByLabel('Nama lengkap').fill('Kabupaten Contoh')
  await page.getByLabel('Kode Kemendagri').fill('17,06')
  await page.getByRole('button', { name: 'Simpan dan lanjut' }).click()
  await expect(page.getByText('Tulis kode Kemendagri seperti 17.06.')).toBeVisible()
  await expect(page.getByLabel('Nama lengkap')).toHaveValue('Kabupaten Contoh')
  await page.getByLabel('Kode Kemendagri').fill('17.06')
  await page.getByRole('button', { name: 'Simpan dan lanjut' }).click()
  await page.waitForURL('**/siapkan/langkah/wilayah')
})

test('regions are looked at before they are put in, and lines that do not fit are told', async () => {
  await page.getByLabel('Berkas sendiri').check()
  await page
    .getByLabel('Berkas CSV')
    .setInputFiles([
      csv('kecamatan.csv', 'code,regency_code,name\n17.06.01,17.06,Lubuk Pinang\n'),
      csv(
        'desa.csv',
        'code,district_code,name\n17.06.01.2005,17.06.01,Suka Pindah\n17.06.02.2001,17.06.02,Tanpa Induk\n',
      ),
    ])
  await page.getByRole('button', { name: 'Periksa dahulu' }).click()
  await expect(page.getByText('Baris 3: 17.06.02.2001 Tanpa Induk')).toBeVisible()
  await look(page, 'siapkan-wilayah')
  await page.getByRole('button', { name: 'Terapkan 2 perubahan' }).click()
  await page.waitForURL('**/siapkan/langkah/kop')
})

test('the letterhead follows what is typed, and takes a picture but nothing else', async () => {
  await page.getByLabel('Baris 1').fill('PEMERINTAH KABUPATEN CONTOH')
  await expect(page.getByRole('figure').getByText('PEMERINTAH KABUPATEN CONTOH')).toBeVisible()
  const script = { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="alert(1)"/>') }
  await page.getByLabel('Lambang daerah').setInputFiles(script)
  await page.getByRole('button', { name: 'Unggah lambang' }).click()
  await expect(page.getByText('Bukan gambar PNG, JPEG, atau WebP yang utuh.')).toBeVisible()
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 80, height: 80 } })
  await page
    .getByLabel('Lambang daerah')
    .setInputFiles({ name: 'l.png', mimeType: 'image/png', buffer: picture })
  await page.getByRole('button', { name: 'Unggah lambang' }).click()
  await expect(page.getByRole('button', { name: 'Hapus lambang' })).toBeVisible()
  const shown = page.getByRole('img', { name: 'Lambang daerah' })
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(80)
  await page.getByLabel('Baris 1').fill('PEMERINTAH KABUPATEN CONTOH')
  await page.getByLabel('Baris 2').fill('SEKRETARIAT DAERAH')
  await page.getByLabel('Alamat').fill('Jalan Contoh Nomor 1')
  await look(page, 'siapkan-kop')
  await page.getByRole('button', { name: 'Simpan dan lanjut' }).click()
  await page.waitForURL('**/siapkan/langkah/waktu')
  await page.getByLabel('WIT – Waktu Indonesia Timur').check()
  await look(page, 'siapkan-waktu')
  await page.getByRole('button', { name: 'Simpan dan lanjut' }).click()
  await page.waitForURL('**/siapkan/langkah/acuan')
  await look(page, 'siapkan-acuan')
  await page.getByRole('button', { name: 'Lewati' }).click()
  await page.waitForURL('**/siapkan/langkah/surel')
})

test('mail is set up and tried, and what was typed stays when it is refused', async () => {
  await page.getByLabel('Kirim lewat server surel').check()
  await page.getByLabel('Server', { exact: true }).fill('127.0.0.1')
  await page.getByLabel('Porta').fill('1')
  await page.getByLabel('Alamat pengirim').fill('bukan alamat')
  await page.getByRole('button', { name: 'Simpan' }).click()
  await expect(page.getByLabel('Alamat pengirim')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('Server', { exact: true })).toHaveValue('127.0.0.1')
  await look(page, 'siapkan-surel')
  await page.getByLabel('Alamat pengirim').fill('rapat@contoh.go.id')
  await page.getByLabel('Pengamanan').selectOption('none')
  await page.getByRole('button', { name: 'Simpan' }).click()
  await expect(page.getByText('Pengaturan surel tersimpan.')).toBeVisible()
  await expect(page.getByLabel('Kirim ke')).toHaveValue('rina@contoh.go.id')
  await page.getByRole('button', { name: 'Kirim pesan uji' }).click()
  await expect(page.getByText('Pesan uji tidak terkirim.')).toBeVisible({ timeout: 30_000 })
  await look(page, 'siapkan-surel-gagal')
  await page.getByLabel('Simpan di server saja').check()
  await page.getByRole('button', { name: 'Simpan' }).click()
  await page.getByRole('button', { name: 'Kirim pesan uji' }).click()
  await expect(page.getByText('Pesan uji ditulis ke folder outbox')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Lanjut' }).click()
  await page.waitForURL('**/siapkan/langkah/selesai')
  await page.goto(`${launch.baseUrl}/admin/surel`)
  await look(page, 'admin-surel')
  await page.goto(`${launch.baseUrl}/siapkan`)
  await page.waitForURL('**/siapkan/langkah/selesai')
})

test('the link opens nothing a second time: neither its page nor its form', async ({ browser }) => {
  const stranger = await (await browser.newContext()).newPage()
  expect((await stranger.goto(link))?.status()).toBe(404)
  await stranger.context().close()
  const answer = await fetch(link, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: launch.baseUrl, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      name: 'Dua',
      email: 'dua@contoh.go.id',
      password: PASSWORD,
      repeated: PASSWORD,
    }),
  })
  expect(answer.status).toBe(404)
})

test('who signs out goes on later, by the same link', async ({ browser }) => {
  const other = await (await browser.newContext()).newPage()
  await other.goto(link)
  await other.getByRole('link', { name: 'Masuk' }).click()
  await other.getByLabel('E-mail atau NIP').fill('rina@contoh.go.id')
  await other.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD)
  await other.getByRole('button', { name: 'Masuk', exact: true }).click()
  await other.waitForURL('**/siapkan/langkah/selesai')
  await other.goto(link)
  await other.waitForURL('**/siapkan/langkah/selesai')
  await look(other, 'siapkan-selesai')
  await other.getByRole('button', { name: 'Selesai, ke Beranda' }).click()
  await expect(other.getByRole('heading', { level: 1 })).toContainText('Rina Contoh')
  await other.context().close()
})

test('what was said in the start stands in Pengaturan, and two who change it do not overwrite each other', async () => {
  await page.goto(`${launch.baseUrl}/admin/daerah`)
  await look(page, 'admin-daerah')
  const other = await page.context().newPage()
  await other.goto(`${launch.baseUrl}/admin/daerah`)
  for (const [one, province] of [
    [page, 'Bengkulu'],
    [other, 'Lain'],
  ] as const) {
    await one.getByLabel('Provinsi').fill(province)
    await one.locator('#regency').getByRole('button', { name: 'Simpan' }).click()
  }
  await expect(page.getByText('Perubahan tersimpan.')).toBeVisible()
  await expect(other.getByText('Data sudah diubah orang lain')).toBeVisible()
  await other.goto(`${launch.baseUrl}/admin/templat`)
  await look(other, 'admin-templat')
  await other.goto(`${launch.baseUrl}/admin/wilayah`)
  await look(other, 'admin-wilayah')
  await other.close()
})

test('the sekretariat is invited, comes in by password and app, and makes the first rapat', async ({
  browser,
}) => {
  await page.goto(`${launch.baseUrl}/admin/pengguna/baru`)
  await page.getByLabel('Nama lengkap').fill('Sinta Contoh')
  await page.getByLabel('E-mail').fill('sinta@contoh.go.id')
  await page.getByLabel('Peran').selectOption('sekretariat')
  await page.getByRole('button', { name: 'Simpan' }).click()
  await expect(page.getByText('Orang ditambahkan')).toBeVisible()
  await page.getByRole('button', { name: 'Undang' }).click()
  const handed = await page.getByText(/\/undangan\//).textContent()

  const context = await browser.newContext({ baseURL: launch.baseUrl, locale: 'id-ID' })
  const sinta = await context.newPage()
  const enter = async () => {
    await sinta.goto('/masuk')
    await sinta.getByLabel('E-mail atau NIP').fill('sinta@contoh.go.id')
    await sinta.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD)
    await sinta.getByRole('button', { name: 'Masuk', exact: true }).click()
  }
  await sinta.goto(/https?:\S+/.exec(handed ?? '')?.[0] ?? '')
  await sinta.getByLabel('Kata sandi baru').fill(PASSWORD)
  await sinta.getByRole('button', { name: 'Simpan kata sandi' }).click()
  await expect(sinta.getByText('Kata sandi tersimpan. Silakan masuk.')).toBeVisible()
  await enter()
  await sinta.waitForURL(url => url.pathname === '/')
  const app = await setUpApp(sinta)
  await sinta.getByLabel('Tulis kode yang tampil').fill(app.generate())
  await sinta.getByRole('button', { name: 'Aktifkan' }).click()
  await expect(sinta.getByRole('heading', { name: 'Simpan kode pemulihan Anda' })).toBeVisible()

  await context.clearCookies()
  await enter()
  await sinta.getByRole('textbox', { name: 'Kode' }).fill(nextCode(app))
  await sinta.getByRole('button', { name: 'Lanjut' }).click()
  await sinta.waitForURL(url => url.pathname === '/')
  await sinta.goto('/rapat/baru')
  await sinta.locator('input[name="date"]').fill('2035-12-10')
  await sinta.getByRole('button', { name: 'Buat rapat' }).click()
  await sinta.waitForURL(/\/rapat\/0[\w-]+$/)
  await expect(sinta.getByText('09.00–12.00 WIT').first()).toBeVisible()
  await context.close()
})

test('a restart prints no link any more, and the regency stands on the sign-in page', async ({ browser }) => {
  await launch.stop()
  await up()
  expect(launch.output).not.toContain('/siapkan/')
  const visitor = await (await browser.newContext()).newPage()
  await visitor.goto(`${launch.baseUrl}/masuk`)
  await expect(visitor.getByText('Pemerintah Kabupaten Contoh')).toBeVisible()
  await visitor.context().close()
})
