// The history of a notula as people use it: versions, comparing, bringing back, saved sentences, redaction.
import {
  caretIn,
  expect,
  lineWith,
  look,
  newLine,
  openNotula,
  openText,
  PLAIN,
  settled,
  test,
  writeLine,
} from './harness'

const NIK = '3201234567890001'

test('a version is named, compared and brought back while others have the text open', async ({ openAs }) => {
  test.slow()
  const page = await openAs('sekretariat')
  const address = await openNotula(page)
  const other = await openAs('kepala.perkim')
  await openNotula(other)
  await newLine(page, 1, 'Anggaran disetujui bersama.')

  await page.goto(`${address}/riwayat`)
  await page.getByLabel('Nama versi').fill('Sebelum istirahat')
  await page.getByRole('button', { name: 'Simpan versi' }).click()
  await expect(page.getByText('Versi disimpan.')).toBeVisible()
  await expect(page.getByText('Versi bernama')).toBeVisible()
  await look(page, 'riwayat')
  // On a phone the tab one is at is in sight.
  await page.setViewportSize({ width: 360, height: 800 })
  await page.reload()
  const tab = page.getByRole('main').getByRole('link', { name: 'Riwayat', exact: true })
  await expect(tab).toBeInViewport({ ratio: 1 })
  await page.setViewportSize({ width: 1280, height: 800 })

  await openText(page, address)
  await caretIn(page, 'Anggaran disetujui', 'Anggaran '.length)
  await page.keyboard.type('belum ')
  await settled(page)
  await newLine(other, 2, 'Dinas Perkim menyusul.')

  await page.goto(`${address}/riwayat`)
  const named = page.getByRole('listitem').filter({ hasText: 'Sebelum istirahat' })
  await named.getByRole('link', { name: 'Bandingkan dengan kini' }).click()
  await expect(page.locator('ins', { hasText: 'belum' })).toBeVisible()
  await expect(page.getByText('Ditambah').first()).toBeVisible()
  await look(page, 'banding')
  await page
    .locator('div', { has: page.locator('ins', { hasText: 'belum' }) })
    .getByRole('button', { name: 'Kembalikan baris ini' })
    .last()
    .click()
  await expect(page.getByText(/^Versi dikembalikan/)).toBeVisible()
  // It comes to those who have the text open, and takes nothing of theirs.
  await expect(lineWith(other, 'Anggaran disetujui bersama.')).toBeVisible({ timeout: 10_000 })
  await expect(lineWith(other, 'Dinas Perkim menyusul.')).toBeVisible()

  await page.goto(`${address}/riwayat`)
  await named.getByRole('link', { name: 'Lihat' }).click()
  await expect(lineWith(page, 'Anggaran disetujui bersama.')).toBeVisible()
  await look(page, 'versi')
  await page.getByRole('button', { name: 'Kembalikan versi ini' }).click()
  await expect(page.getByText(/^Versi dikembalikan/)).toBeVisible()
  await expect(lineWith(other, 'Dinas Perkim menyusul.')).toHaveCount(0, { timeout: 10_000 })
})

test('words written into what another deleted meanwhile are offered to both', async ({ openAs }) => {
  test.slow()
  const writer = await openAs('kepala.perkim')
  const address = await openNotula(writer)
  const deleter = await openAs('sekretariat')
  await openNotula(deleter)
  const sentence = 'Rumah tidak layak huni diperbaiki.'
  await newLine(writer, 3, sentence)
  await expect(lineWith(deleter, sentence)).toBeVisible()
  await writer.context().setOffline(true)
  await caretIn(writer, sentence, 'Rumah'.length)
  await writer.keyboard.type(' 120 unit')
  await expect(writer.getByText(/^Luring/).first()).toBeVisible({ timeout: 10_000 })
  await caretIn(deleter, sentence, 0)
  await deleter.keyboard.press('Shift+End')
  await deleter.keyboard.press('Delete')
  await settled(deleter)
  await writer.context().setOffline(false)
  await settled(writer)

  await deleter.goto(`${address}/riwayat`)
  const offer = deleter.getByRole('region', { name: 'Kalimat terselamatkan' })
  await expect(offer.locator('mark')).toHaveText(' 120 unit')
  await look(deleter, 'selamat')
  await writer.goto(`${address}/riwayat`)
  await writer
    .getByRole('region', { name: 'Kalimat terselamatkan' })
    .getByRole('button', { name: 'Kembalikan' })
    .click()
  await expect(writer.getByText('Kalimat dikembalikan ke naskah.')).toBeVisible()
  await deleter.reload()
  await expect(offer).toHaveCount(0)
  await openText(deleter, address)
  await expect(lineWith(deleter, 'Rumah 120 unit tidak layak huni diperbaiki.')).toBeVisible()
})

test('an admin takes a number out for good, without script, and open texts start anew', async ({
  openAs,
}) => {
  test.slow()
  const writer = await openAs('sekretariat')
  const address = await openNotula(writer)
  const away = await openAs('kepala.perkim')
  await openNotula(away)
  await newLine(writer, 4, `Penerima ${NIK} sudah dicek.`)
  await expect(lineWith(away, NIK)).toBeVisible({ timeout: 10_000 })
  await away.context().setOffline(true)
  await writeLine(away, 4, 'Ditulis saat luring.')
  await expect(away.getByText(/^Luring/).first()).toBeVisible({ timeout: 10_000 })
  const admin = await openAs('admin', PLAIN)
  await admin.goto(`${address}/riwayat`)
  await admin.getByRole('link', { name: 'Hapus permanen (redaksi)' }).click()
  await admin.getByLabel('Bagian yang dihapus').fill(NIK)
  await admin.getByRole('button', { name: 'Cari di naskah dan riwayat' }).click()
  await expect(admin.getByText('Ditemukan 1 kali')).toBeVisible()
  expect(admin.url()).not.toContain(NIK)
  await admin.getByRole('button', { name: 'Hapus permanen' }).click()
  await expect(admin.getByText('Centang dahulu bahwa Anda mengerti.')).toBeVisible()
  await admin.getByLabel(/^Saya mengerti/).check()
  await admin.getByRole('button', { name: 'Hapus permanen' }).click()
  await expect(admin.getByText(/sudah dihapus permanen/)).toBeVisible()
  await admin.goto(address)
  await expect(lineWith(admin, 'Penerima  sudah dicek.')).toBeVisible()
  await expect(admin.locator('main')).not.toContainText(NIK)
  // An open text is opened anew in its place, says why, and is written on.
  const told = writer.getByText(/^Naskah dibuka ulang karena/)
  await expect(told).toBeVisible({ timeout: 20_000 })
  await expect(lineWith(writer, 'Penerima  sudah dicek.')).toBeVisible()
  await expect(writer.locator('main')).not.toContainText(NIK)
  await look(writer, 'diganti')
  await writer.setViewportSize({ width: 1280, height: 800 })
  await writer.getByRole('button', { name: 'Mengerti' }).click()
  await expect(told).toHaveCount(0)
  await newLine(writer, 4, 'Ditulis sesudahnya.')
  // What somebody had not sent then is set aside for them, and put back by one button.
  await away.context().setOffline(false)
  await expect(away.getByText(/^Naskah dibuka ulang karena/)).toBeVisible({ timeout: 20_000 })
  const kept = away.getByRole('region', { name: 'Teks yang belum terkirim' })
  await expect(kept).toContainText('Ditulis saat luring.')
  await expect(away.locator('main')).not.toContainText(NIK)
  await look(away, 'disisihkan')
  await away.setViewportSize({ width: 1280, height: 800 })
  await kept.getByRole('button', { name: 'Masukkan kembali' }).click()
  await expect(lineWith(writer, 'Ditulis saat luring.')).toBeVisible({ timeout: 10_000 })
})

test('the pages of a redaction', async ({ openAs }) => {
  const page = await openAs('admin')
  const address = await openNotula(page)
  await newLine(page, 4, 'Rahasia 998877')
  await page.goto(`${address}/riwayat/redaksi`)
  await page.getByLabel('Bagian yang dihapus').fill('998877')
  await page.getByRole('button', { name: 'Cari di naskah dan riwayat' }).click()
  await expect(page.getByText('Ditemukan 1 kali')).toBeVisible()
  await look(page, 'redaksi')
})
