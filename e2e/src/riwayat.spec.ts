// The timeline of a notula: who wrote when, any two points side by side, an earlier point brought back, and none once it
// is ratified. And how an open page follows its review.
import type { Page } from '@playwright/test'
import {
  approve,
  caretIn,
  expect,
  lineWith,
  look,
  newLine,
  openText,
  PHONE,
  PLAIN,
  setStatus,
  settled,
  startLine,
  TODAY,
  test,
  textOf,
} from './harness'

async function makeRapat(page: Page, title: string): Promise<string> {
  await page.goto('/rapat/baru')
  await page.getByLabel('Judul rapat').fill(title)
  await page.getByLabel('Tanggal').fill(TODAY)
  await page.getByLabel('Mulai (WIB)').fill('09:00')
  for (const [field, name] of [
    ['Pimpinan rapat', /Wakil Bupati/],
    ['Notulis', /Sekretariat/],
  ] as const) {
    const option = page.getByLabel(field).locator('option', { hasText: name }).first()
    await page.getByLabel(field).selectOption((await option.getAttribute('value')) ?? '')
  }
  await page.getByRole('button', { name: 'Pilih semua' }).click()
  await page.getByRole('button', { name: 'Buat rapat' }).click()
  await page.waitForURL(/\/rapat\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname
}

test('two people write, points are compared and brought back without script, and later typing survives', async ({
  openAs,
}) => {
  test.setTimeout(240_000)
  const desk = await openAs('sekretariat')
  const rapat = await makeRapat(desk, 'Rakor riwayat percobaan')
  for (const status of ['Terjadwal', 'Berlangsung']) await setStatus(desk, status)
  const opd = await openAs('kepala.perkim')
  await openText(desk, rapat)
  await openText(opd, rapat)
  await newLine(desk, 1, 'Anggaran disetujui bersama.')
  await expect(lineWith(opd, 'Anggaran disetujui bersama.')).toBeVisible()
  await newLine(opd, 1, 'Perkim melaporkan 28 lokasi.')
  await expect(lineWith(desk, 'Perkim melaporkan 28 lokasi.')).toBeVisible()

  const plain = await openAs('sekretariat', PLAIN)
  await test.step('the timeline names who wrote, with office and OPD, and takes a name', async () => {
    await plain.goto(`${rapat}/riwayat`)
    const work = plain.getByRole('listitem').filter({ hasText: 'Perkim' }).first()
    await expect(work).toContainText(/Kepala Dinas .* · Perkim/)
    await plain.getByLabel('Nama versi').fill('Sebelum disunting')
    await plain.getByRole('button', { name: 'Simpan versi' }).click()
    await expect(plain.getByText('Versi disimpan.')).toBeVisible()
  })

  await test.step('what was written after it is told word by word, from any point to any other', async () => {
    await caretIn(desk, 'Anggaran disetujui', 'Anggaran '.length)
    await desk.keyboard.type('belum ')
    await settled(desk)
    await desk.goto(`${rapat}/riwayat`)
    await look(desk, 'riwayat-garis-waktu')
    await plain.goto(`${rapat}/riwayat`)
    await plain.getByLabel('Titik A: “Sebelum disunting”').check()
    await plain.getByLabel('Titik B: “Sebelum disunting”').check()
    await plain.getByRole('button', { name: 'Bandingkan A dan B' }).click()
    await expect(plain.getByText('Pilih dua titik yang berbeda')).toBeVisible()
    await plain
      .getByLabel(/^Titik B: \d/)
      .first()
      .check()
    await plain.getByRole('button', { name: 'Bandingkan A dan B' }).click()
    await expect(plain.locator('ins', { hasText: 'belum' })).toBeVisible()
    await expect(plain.getByText('1 perbedaan')).toBeVisible()
    await desk.goto(plain.url())
    await look(desk, 'riwayat-perbandingan')
    // From the beginning on nothing was taken away.
    await plain.goto(`${rapat}/riwayat`)
    await plain.getByLabel('Titik A: Sebelum ditulis').check()
    await plain.getByRole('button', { name: 'Bandingkan A dan B' }).click()
    await expect(plain.getByText('Perkim melaporkan 28 lokasi.')).toBeVisible()
    await expect(plain.locator('del')).toHaveCount(0)
  })

  await test.step('a point is brought back as an edit; what another typed since stays', async () => {
    await plain.goto(`${rapat}/riwayat?hanya=bernama`)
    await plain.getByRole('link', { name: 'Lihat' }).click()
    await expect(lineWith(plain, 'Anggaran disetujui bersama.')).toBeVisible()
    await newLine(opd, 1, 'Ditulis sesudah halaman itu dibuka.')
    await plain.getByRole('button', { name: 'Kembalikan versi ini' }).click()
    await expect(plain.getByText(/^Versi dikembalikan sebagai suntingan baru/)).toBeVisible()
    await expect(lineWith(opd, 'Anggaran disetujui bersama.')).toBeVisible({ timeout: 10_000 })
    await expect(lineWith(opd, 'Ditulis sesudah halaman itu dibuka.')).toBeVisible()
    await expect(plain.getByText('Versi sebelumnya dikembalikan')).toBeVisible()
  })

  await test.step('which is undone by the point before it', async () => {
    const step = plain.getByRole('listitem').filter({ hasText: 'Versi sebelumnya dikembalikan' })
    await step.getByRole('link', { name: 'Perubahan' }).click()
    await expect(plain.locator('del', { hasText: 'belum' })).toBeVisible()
    await plain.getByRole('button', { name: 'Kembalikan versi ini' }).click()
    await expect(lineWith(opd, 'Anggaran belum disetujui bersama.')).toBeVisible({ timeout: 10_000 })
    await expect(lineWith(opd, 'Ditulis sesudah halaman itu dibuka.')).toBeVisible()
  })

  const phone = await openAs('wabup', PHONE)
  await test.step('an open page follows the review without a reload', async () => {
    await openText(desk, rapat)
    await setStatus(desk, 'Selesai')
    await phone.goto(rapat)
    await expect(textOf(phone, 1)).toBeVisible({ timeout: 20_000 })
    await desk.goto(`${rapat}/pengesahan`)
    await desk.getByRole('button', { name: 'Ajukan' }).click()
    await expect(desk.getByText('Notula diajukan.')).toBeVisible()
    await expect(phone.getByRole('link', { name: 'Periksa dan sahkan' })).toBeVisible({ timeout: 10_000 })
    await expect(opd.getByText(/^Notula diajukan dan menunggu persetujuan/)).toBeVisible({ timeout: 10_000 })
    await phone.getByRole('link', { name: 'Periksa dan sahkan' }).click()
    await phone.getByLabel(/^Saya sudah memeriksanya/).check()
    await phone.getByRole('button', { name: 'Sahkan' }).click()
    await expect(phone.getByText('Persetujuan Anda tercatat.')).toBeVisible()
    await expect(desk.getByText(/^Disetujui .* 202\d/).first()).toBeVisible({ timeout: 10_000 })
    // An edit voids it before the eyes of who gave it.
    const typing = await desk.context().newPage()
    await openText(typing, rapat)
    await newLine(typing, 1, 'Tambahan notulis.')
    await expect(phone.getByText(/^Tidak berlaku lagi/)).toBeVisible({ timeout: 10_000 })
    await typing.close()
  })

  await test.step('ratified, nothing is brought back any more, whatever page is still open', async () => {
    await plain.goto(`${rapat}/riwayat?hanya=bernama`)
    await plain.getByRole('link', { name: 'Lihat' }).click()
    for (const page of [phone, desk]) await approve(page, rapat)
    await expect(phone.getByText('Catatan tersegel').first()).toBeVisible({ timeout: 10_000 })
    await plain.getByRole('button', { name: 'Kembalikan versi ini' }).click()
    await expect(plain.getByRole('alert')).toContainText('notula ini sudah diajukan atau disahkan')
    await plain.reload()
    await desk.goto(`${rapat}/riwayat`)
    await expect(desk.getByText('Notula disahkan')).toBeVisible()
    await expect(desk.getByText(/^Persetujuan pimpinan rapat gugur/)).toBeVisible()
    await expect(desk.getByLabel('Nama versi')).toHaveCount(0)
    await look(desk, 'riwayat-disahkan')
  })
})

test('what an owner accepted stands beside its tindak lanjut, where it is read and in the table', async ({
  openAs,
}) => {
  test.slow()
  const desk = await openAs('sekretariat')
  const rapat = await makeRapat(desk, 'Rakor diterima percobaan')
  for (const status of ['Terjadwal', 'Berlangsung']) await setStatus(desk, status)
  await openText(desk, rapat)
  await startLine(desk, 1)
  await desk.keyboard.press('Control+Alt+t')
  await desk.keyboard.type('Menyusun daftar lokasi kumuh')
  await desk.getByLabel('Penanggung jawab').first().selectOption({ label: 'Perkim' })
  await settled(desk)
  const perkim = await openAs('kepala.perkim', PHONE)
  await perkim.goto(`${rapat}/bacakan`)
  await perkim.getByRole('button', { name: 'Terima', exact: true }).click()
  await expect(perkim.getByText('Diterima', { exact: true })).toBeVisible()
  await look(perkim, 'bacakan-diterima')
  const accepted = /^Diterima oleh .*Perkim.* pada \d+ \w+ \d{4}/
  await expect(async () => {
    await perkim.goto(`${rapat}/tindak-lanjut`)
    await expect(perkim.getByText(accepted)).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
  await look(perkim, 'tindak-lanjut-diterima')
})
