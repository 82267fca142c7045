// The page of a card: what is edited there by form and by keys, also without script, stands there for everybody; nobody
// overwrites what they have not seen, and what a rapat has decided stays readable beside what holds now.
import type { Page } from '@playwright/test'
import { expect, look, PHONE, PLAIN, press, tabTo, test } from './harness'

async function addCard(page: Page, title: string): Promise<string> {
  await page.goto('/tindak-lanjut')
  await page.getByLabel('Tambah tindak lanjut ke Belum dimulai').first().click()
  const form = page.getByRole('form', { name: 'Tambah tindak lanjut ke Belum dimulai' })
  await form.getByLabel('Penanggung jawab').selectOption({ label: 'Perkim' })
  await form.getByLabel('Judul tindak lanjut').fill(title)
  await form.getByLabel('Judul tindak lanjut').press('Enter')
  const link = page.getByRole('link', { name: title, exact: true })
  const address = await link.getAttribute('href')
  if (address === null) throw new Error('a card without a page')
  return address
}

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
/** As it is read, not as it is written. */
const description = (page: Page, text: string) =>
  section(page, 'Uraian').getByRole('paragraph').filter({ hasText: text })
const form = (page: Page, what: string) => page.getByRole('form', { name: `Ubah ${what}` })
const opens = (page: Page, what: string) => page.locator(`summary[aria-label="Ubah ${what}"]`)
/** The live client is there: what others do comes by itself. */
const live = (page: Page) => page.waitForEvent('websocket')

test('a card is edited by form and by keys, live, and by two at once without loss', async ({ openAs }) => {
  test.slow()
  const desk = await openAs('sekretariat')
  const address = await addCard(desk, 'Mendata rumah tidak layak huni')
  await Promise.all([live(desk), desk.goto(address)])
  await expect(desk).toHaveTitle(/Mendata rumah tidak layak huni/)
  const perkim = await openAs('kepala.perkim')
  await Promise.all([live(perkim), perkim.goto(address)])

  await test.step('by keys alone: what is to be done, and its steps', async () => {
    await press(desk, opens(desk, 'uraian'))
    await tabTo(desk, form(desk, 'uraian').getByLabel('Uraian'))
    await desk.keyboard.type('Pendataan di 12 desa.')
    await desk.keyboard.press('Enter')
    await desk.keyboard.type('Hasilnya dipadankan dengan data bantuan.')
    await press(desk, form(desk, 'uraian').getByRole('button', { name: 'Simpan' }))
    await expect(description(desk, 'Pendataan di 12 desa.')).toBeVisible()
    await expect(opens(desk, 'uraian')).toBeFocused()
    await expect(description(perkim, 'Hasilnya dipadankan')).toBeVisible()
    await press(desk, opens(desk, 'Langkah baru'))
    for (const step of ['Melatih pendata', 'Turun ke desa']) {
      const name = form(desk, 'Langkah baru').getByLabel('Nama langkah')
      await tabTo(desk, name)
      await desk.keyboard.type(step)
      await desk.keyboard.press('Enter')
      await expect(section(desk, 'Rincian').getByText(step)).toBeVisible()
    }
    await press(desk, form(desk, 'Langkah baru').getByRole('button', { name: 'Batal' }))
    await press(desk, desk.getByRole('button', { name: 'Tandai selesai: Melatih pendata' }))
    await expect(section(desk, 'Rincian').getByText('1 dari 2 selesai')).toBeVisible()
    await expect(section(perkim, 'Rincian').getByText('1 dari 2 selesai')).toBeVisible()
  })

  await test.step('two write in one place: both are shown, and nothing typed is lost', async () => {
    await opens(perkim, 'uraian').click()
    const typed = form(perkim, 'uraian').getByLabel('Uraian')
    await typed.fill('Pendataan di 15 desa.')
    await opens(desk, 'uraian').click()
    await form(desk, 'uraian').getByLabel('Uraian').fill('Pendataan di 13 desa.')
    await form(desk, 'uraian').getByRole('button', { name: 'Simpan' }).click()
    // It comes in beside what is being typed, and leaves that alone.
    await expect(form(perkim, 'uraian').getByText('Sekarang tertulis: Pendataan di 13 desa.')).toBeVisible()
    await expect(typed).toHaveValue('Pendataan di 15 desa.')
    await form(perkim, 'uraian').getByRole('button', { name: 'Simpan' }).click()
    await expect(
      form(perkim, 'uraian').getByText('Orang lain mengubahnya selagi Anda menulis').first(),
    ).toBeVisible()
    await expect(typed).toHaveValue('Pendataan di 15 desa.')
    await look(perkim, 'kartu-dua-penulis')
    await form(perkim, 'uraian').getByRole('button', { name: 'Simpan' }).click()
    await expect(description(desk, 'Pendataan di 15 desa.')).toBeVisible()
  })

  await test.step('results, by the OPD whose work it is', async () => {
    await opens(perkim, 'capaian').click()
    const results = form(perkim, 'capaian')
    await results.getByLabel('Progres (%)').fill('120')
    await results.getByRole('button', { name: 'Simpan' }).click()
    await expect(results.getByText('Tulis angka bulat 0 sampai 100.')).toBeVisible()
    await results.getByLabel('Progres (%)').fill('40')
    await results.getByLabel('Target').fill('250')
    await results.getByLabel('Realisasi').fill('100.5')
    await results.getByLabel('Satuan').fill('unit')
    await results.getByLabel('Kendala').fill('Akses ke dua desa terputus')
    await results.getByRole('button', { name: 'Simpan' }).click()
    await expect(section(desk, 'Capaian').getByText('100,5 unit')).toBeVisible()
    await expect(
      section(desk, 'Capaian').getByRole('definition').filter({ hasText: 'Akses ke dua desa terputus' }),
    ).toBeVisible()
  })

  await test.step('the first tenggat needs no reason, another one does, and both are kept', async () => {
    await opens(perkim, 'tenggat').click()
    await form(perkim, 'tenggat').getByLabel('Tenggat baru').fill('2035-03-31')
    await form(perkim, 'tenggat').getByRole('button', { name: 'Simpan' }).click()
    await expect(section(perkim, 'Jadwal').getByText('31 Maret 2035').first()).toBeVisible()
    await opens(perkim, 'tenggat').click()
    await form(perkim, 'tenggat').getByLabel('Tenggat baru').fill('2035-06-30')
    await form(perkim, 'tenggat').getByRole('button', { name: 'Simpan' }).click()
    await expect(form(perkim, 'tenggat').getByText('Wajib diisi')).toBeVisible()
    await form(perkim, 'tenggat').getByLabel('Alasan').fill('Cuaca menutup jalan ke desa')
    await form(perkim, 'tenggat').getByRole('button', { name: 'Simpan' }).click()
    await expect(section(desk, 'Jadwal').getByText('ditunda 1×')).toBeVisible()
    await expect(section(desk, 'Jadwal').getByText('Cuaca menutup jalan ke desa')).toBeVisible()
    const told = section(desk, 'Aktivitas').getByRole('listitem').first()
    await expect(told).toContainText('Menunda tenggat: 31 Mar 2035 → 30 Jun 2035')
    await expect(told).toContainText('Cuaca menutup jalan ke desa')
    await expect(told).toContainText(/Kepala .*Perkim/)
  })

  await test.step('the status, with what keeps it from being finished', async () => {
    await desk.locator('summary', { hasText: 'Ubah status' }).click()
    await expect(desk.getByText('Perlu bukti dukung yang sudah diterima.')).toBeVisible()
    await look(desk, 'kartu-status')
    await desk.getByRole('button', { name: 'Berjalan' }).click()
    await expect(section(perkim, 'Aktivitas').getByText('Status: Belum dimulai → Berjalan')).toBeVisible()
  })

  await test.step('OPD that support it, and who does it', async () => {
    await opens(desk, 'OPD pendukung').click()
    await form(desk, 'OPD pendukung')
      .getByLabel(/^Dinsos/)
      .check()
    await look(desk, 'kartu-pendukung')
    await form(desk, 'OPD pendukung').getByRole('button', { name: 'Simpan' }).click()
    await expect(section(desk, 'OPD pendukung').getByRole('listitem')).toHaveText(['Dinsos'])
    await expect(opens(perkim, 'penanggung jawab')).toHaveCount(0)
  })
  await look(desk, 'kartu')

  await test.step('it comes again, is put away, and brought back', async () => {
    await opens(perkim, 'pengulangan').click()
    await form(perkim, 'pengulangan').getByLabel('Berulang').selectOption({ label: 'Setiap triwulan' })
    await form(perkim, 'pengulangan').getByLabel('Tanggal tenggat').fill('20')
    await form(perkim, 'pengulangan').getByRole('button', { name: 'Simpan' }).click()
    await expect(section(desk, 'Berkala').getByText('Setiap triwulan, tenggat tanggal 20')).toBeVisible()
    await perkim.getByRole('button', { name: 'Singkirkan kartu' }).click()
    await perkim.getByRole('button', { name: 'Kembalikan ke papan' }).click()
    await expect(perkim.getByRole('button', { name: 'Singkirkan kartu' })).toBeVisible()
  })
})

test('on a phone without script a card is edited and moved', async ({ openAs }) => {
  const phone = await openAs('sekretariat', { ...PHONE, ...PLAIN })
  await phone.goto('/tindak-lanjut')
  const adding = phone.getByRole('form', { name: 'Tambah tindak lanjut ke Belum dimulai' }).first()
  await phone.getByLabel('Tambah tindak lanjut ke Belum dimulai').first().click()
  await adding.getByLabel('Penanggung jawab').selectOption({ label: 'Dinsos' })
  await adding.getByLabel('Judul tindak lanjut').fill('Memadankan data bantuan')
  await adding.getByRole('button', { name: 'Tambah kartu' }).click()
  await phone.getByRole('link', { name: 'Memadankan data bantuan', exact: true }).click()
  await opens(phone, 'judul').click()
  await form(phone, 'judul').getByLabel('Judul').fill(' ')
  await form(phone, 'judul').getByRole('button', { name: 'Simpan' }).click()
  await expect(form(phone, 'judul').getByText('Wajib diisi')).toBeVisible()
  await form(phone, 'judul').getByLabel('Judul').fill('Memadankan data penerima bantuan')
  await form(phone, 'judul').getByRole('button', { name: 'Simpan' }).click()
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Memadankan data penerima bantuan')
  await phone.locator('summary', { hasText: 'Ubah status' }).click()
  await phone.getByRole('button', { name: 'Menunggu verifikasi' }).click()
  await expect(phone.getByText('Status: Belum dimulai → Menunggu verifikasi')).toBeVisible()
  // From a page that the browser has kept: another form is another command.
  await phone.goBack()
  await opens(phone, 'uraian').click()
  await form(phone, 'uraian').getByLabel('Uraian').fill('Dengan Disdukcapil')
  await form(phone, 'uraian').getByRole('button', { name: 'Simpan' }).click()
  await expect(description(phone, 'Dengan Disdukcapil')).toBeVisible()
})

test('what a rapat has decided stays beside what holds now', async ({ openAs }) => {
  const desk = await openAs('sekretariat')
  await desk.goto('/tindak-lanjut?q=jalan')
  const link = desk.locator('article a[href^="/tindak-lanjut/"]').first()
  await link.click()
  await expect(section(desk, 'Asal').getByText('Putusan rapat (beku)').first()).toBeVisible()
  await expect(section(desk, 'Jadwal').getByText('Menunggu kesepakatan metode')).toBeVisible()
  await opens(desk, 'judul').click()
  await form(desk, 'judul').getByLabel('Judul').fill('Menangani ruas jalan yang disepakati')
  await form(desk, 'judul').getByRole('button', { name: 'Simpan' }).click()
  await expect(section(desk, 'Asal').getByText('Berlaku sekarang:').first()).toBeVisible()
  await look(desk, 'kartu-asal')
  await desk.getByRole('link', { name: 'Buka di notula' }).click()
  await expect(desk).toHaveURL(/\/rapat\/[^#]+#line-/)
})
