// Guests by link, permissions as a table, and an admin who looks as somebody: as a person meets them.
import type { Page } from '@playwright/test'
import {
  comeIn,
  demoRakor,
  expect,
  lineWith,
  look,
  newLine,
  openComing,
  openText,
  test,
  textOf,
  textReady,
} from './harness'

/** Makes a link in the form and takes it from where it is shown this once. */
async function invite(page: Page, name: string, right: string): Promise<string> {
  await page.getByLabel('Nama tamu').fill(name)
  await page.getByLabel('Instansi').fill('BPS Kabupaten')
  await page.getByLabel('Hak').first().selectOption({ label: right })
  await page.getByRole('button', { name: 'Buat tautan tamu' }).click()
  const shown = page.getByText(/\/tamu\/[\w-]{43}/)
  await expect(shown).toBeVisible()
  return /\/tamu\/[\w-]{43}/.exec((await shown.textContent()) ?? '')?.[0] ?? ''
}

async function asGuest(page: Page, link: string): Promise<Page> {
  await page.goto(link)
  await page.getByRole('button', { name: 'Masuk sebagai tamu' }).click()
  await page.waitForURL(/\/rapat\//)
  return page
}

test('a guest writes by a link, another only reads, and a revoked link ends it at once', async ({
  openBrowser,
  openAs,
}) => {
  test.slow()
  const desk = await openAs('sekretariat')
  const rapat = await openComing(desk)
  await desk.getByRole('link', { name: 'Peserta', exact: true }).click()
  await desk.getByRole('link', { name: 'Tautan tamu' }).click()
  await look(desk, 'tautan-tamu-kosong')
  const writing = await invite(desk, 'Rina Marlina', 'Membaca dan menulis notula')
  await look(desk, 'tautan-tamu-dibuat')
  const reading = await invite(desk, 'Joko Susilo', 'Hanya membaca')

  const door = await openBrowser()
  await door.goto(writing)
  await expect(door.getByText('Untuk Rina Marlina (tamu), BPS Kabupaten')).toBeVisible()
  await look(door, 'pintu-tamu')

  const guest = await asGuest(await openBrowser(), writing)
  await test.step('who may write does, under their name', async () => {
    await expect(guest.getByRole('navigation', { name: 'Menu utama' })).toHaveCount(0)
    await textReady(guest)
    await newLine(guest, 1, 'Angka BPS terbaru disampaikan oleh tamu.')
    await openText(desk, rapat)
    await expect(lineWith(desk, 'Angka BPS terbaru')).toBeVisible()
    await expect(desk.getByLabel(/Rina Marlina \(tamu\)/).first()).toBeVisible()
    await look(guest, 'rapat-tamu')
  })

  await test.step('nothing beside their rapat is there', async () => {
    const other = await guest.context().newPage()
    await other.goto('/')
    await expect(other).toHaveURL(new RegExp(`${rapat}$`))
    await other.goto('/rapat')
    await expect(other.getByRole('heading', { name: 'Halaman tidak ditemukan' })).toBeVisible()
    await other.close()
  })

  await test.step('who may only read reads', async () => {
    const reader = await asGuest(await openBrowser(), reading)
    await expect(reader.getByText('Angka BPS terbaru disampaikan oleh tamu.')).toBeVisible({
      timeout: 20_000,
    })
    await expect(textOf(reader, 1)).toHaveCount(0)
  })

  await test.step('revoked while it is open: the page is told, and the link explains itself', async () => {
    await desk.goto(`${rapat}/peserta/tamu`)
    await look(desk, 'tautan-tamu')
    await desk.getByRole('button', { name: 'Cabut tautan Rina Marlina (tamu)' }).click()
    await expect(desk.getByText('Tautan dicabut.')).toBeVisible()
    await expect(guest.getByText(/Masuk lagi|masuk lagi|Sesi/).first()).toBeVisible({ timeout: 5_000 })
    await guest.goto(rapat)
    await expect(guest).toHaveURL(/\/masuk/)
    await guest.goto(writing)
    await expect(guest.getByText('Tautan ini sudah dicabut atau diganti.')).toBeVisible()
    await look(guest, 'tautan-dicabut')
  })
})

test('a guest who was given one agenda item writes there, and reads the others', async ({
  openBrowser,
  openAs,
}) => {
  test.slow()
  const desk = await openAs('sekretariat')
  const rapat = await openComing(desk)
  await desk.goto(`${rapat}/peserta/tamu`)
  await desk.getByLabel('Nama tamu').fill('Sari Wulan')
  await desk.getByLabel('Instansi').fill('Baznas')
  await desk.getByLabel('Hak').first().selectOption({ label: 'Menulis pada acara tertentu' })
  await desk.getByRole('button', { name: 'Buat tautan tamu' }).click()
  await expect(desk.getByText('Pilih sedikitnya satu acara.')).toBeVisible()
  const items = desk.getByRole('group', { name: 'Acara yang boleh ditulis' })
  await items.first().getByRole('checkbox').nth(1).check()
  await look(desk, 'tautan-tamu-acara')
  await desk.getByRole('button', { name: 'Buat tautan tamu' }).click()
  const shown = desk.getByText(/\/tamu\/[\w-]{43}/)
  const link = /\/tamu\/[\w-]{43}/.exec((await shown.textContent()) ?? '')?.[0] ?? ''
  await expect(desk.getByRole('row', { name: /Sari Wulan/ })).toContainText('Menulis pada 1 acara')

  const guest = await asGuest(await openBrowser(), link)
  await expect(guest.getByText(/^Anda dapat menulis pada acara: /)).toBeVisible()
  await textReady(guest)
  await newLine(guest, 2, 'Baznas menyiapkan bantuan modal.')
  await expect(textOf(guest, 1)).toHaveAttribute('contenteditable', 'false')
  await expect(guest.getByRole('button', { name: 'Tambah acara' })).toHaveCount(0)
  await expect(guest.getByRole('textbox', { name: /^Judul acara/ }).first()).toHaveAttribute('readonly', '')
  await look(guest, 'rapat-tamu-acara')
  await openText(desk, rapat)
  await expect(lineWith(desk, 'Baznas menyiapkan')).toBeVisible()
})

test('an admin reads who may do what, and why', async ({ page }) => {
  test.slow()
  await comeIn(page, 'admin')
  await page.goto('/admin/peran')
  await expect(page.getByRole('rowheader', { name: /^Menulis notula/ })).toBeVisible()
  await look(page, 'peran')
  const person = page.getByLabel('Orang').locator('option', { hasText: 'Staf' }).first()
  await page.getByLabel('Orang').selectOption((await person.getAttribute('value')) ?? '')
  const rapat = page
    .getByLabel('Rapat', { exact: true })
    .locator('option', { hasText: demoRakor(0).name })
    .first()
  await page.getByLabel('Rapat', { exact: true }).selectOption((await rapat.getAttribute('value')) ?? '')
  await page.getByRole('button', { name: 'Tampilkan' }).first().click()
  const writing = page.getByRole('listitem').filter({ hasText: 'Menulis notula' })
  await expect(writing).toContainText('OPD-nya diundang.')
  await expect(writing).toContainText('Notula menerima tulisan.')
  await look(page, 'mengapa')
})

test('an admin looks as a staf OPD: sees what they see, and can change nothing', async ({ page }) => {
  test.slow()
  await comeIn(page, 'admin')
  await page.goto('/admin/pengguna?role=staf_opd')
  await page.getByRole('link', { name: /Staf/ }).first().click()
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await page.getByRole('button', { name: `Lihat sebagai ${name}` }).click()
  await expect(page.getByText('Pilih salah satu.').first()).toBeVisible()
  await page.getByLabel('Alasan').selectOption({ label: 'Memeriksa izin' })
  await look(page, 'lihat-sebagai-form')
  await page.getByRole('button', { name: `Lihat sebagai ${name}` }).click()
  const bar = page.getByText(`Anda melihat sebagai ${name}`)
  await expect(bar).toBeVisible()
  await look(page, 'lihat-sebagai-beranda')

  const rapat = await openComing(page)
  await expect(bar).toBeVisible()
  await expect(page.getByRole('link', { name: 'Riwayat' })).toBeVisible()
  await expect(textOf(page, 1)).toHaveCount(0)
  await look(page, 'lihat-sebagai-rapat')
  await page.goto('/profil')
  await expect(
    page.getByText('Selama melihat sebagai orang lain, tidak ada yang dapat diubah.'),
  ).toBeVisible()

  await test.step('what is sent all the same is not done', async () => {
    await page.goto(rapat)
    await page.evaluate(address => {
      const form = document.createElement('form')
      form.method = 'post'
      form.action = `${address}/status`
      document.body.append(form)
      form.submit()
    }, rapat)
    await expect(page.getByRole('heading', { name: 'Hanya membaca' })).toBeVisible()
    await look(page, 'lihat-sebagai-ditolak')
  })

  await page.getByRole('button', { name: 'Selesai' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(bar).toHaveCount(0)
  await page.goto('/admin/audit')
  for (const entry of ['Mulai melihat sebagai orang lain', 'Selesai melihat sebagai orang lain'])
    await expect(page.getByRole('cell', { name: entry }).first()).toBeVisible()
})
