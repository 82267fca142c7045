// Before a rapat is closed its decisions are read back: owners accept or counter on their own screens.
import type { Page } from '@playwright/test'
import { expect, look, PHONE, setStatus, settled, startLine, TODAY, test, textReady } from './harness'

const card = (page: Page, words: string) => page.getByRole('listitem').filter({ hasText: words }).first()

test('each owner answers on their own screen, and a counter-offer changes the notula', async ({ openAs }) => {
  test.slow()
  const sekretariat = await openAs('sekretariat')
  await sekretariat.goto('/rapat/baru')
  await sekretariat.getByLabel('Judul rapat').fill('Rakor untuk dibacakan')
  await sekretariat.getByLabel('Tanggal', { exact: true }).fill(TODAY)
  await sekretariat.getByRole('button', { name: 'Buat rapat' }).click()
  await textReady(sekretariat)
  const address = new URL(sekretariat.url()).pathname
  for (const status of ['Terjadwal', 'Berlangsung']) await setStatus(sekretariat, status)

  await test.step('a tindak lanjut of Perkim is written', async () => {
    await startLine(sekretariat, 1)
    await sekretariat.keyboard.press('Control+Alt+t')
    await sekretariat.keyboard.type('Menyusun daftar lokasi kumuh')
    await sekretariat.getByLabel('Penanggung jawab').first().selectOption({ label: 'Perkim' })
    await settled(sekretariat)
  })

  const perkim = await openAs('kepala.perkim', PHONE)
  await perkim.goto(`${address}/bacakan`)
  await sekretariat.goto(`${address}/bacakan`)
  await expect(card(perkim, 'Menyusun daftar').getByText('Menunggu jawaban')).toBeVisible()
  // The live client has come, so that what happens elsewhere arrives.
  await perkim.waitForLoadState('networkidle')
  await sekretariat.waitForLoadState('networkidle')

  await test.step('its head counters, which shows at once to who decides', async () => {
    await card(perkim, 'Menyusun daftar').getByText('Tawar', { exact: true }).click()
    await perkim.getByLabel('Tenggat').fill('2035-01-31')
    await perkim.getByRole('button', { name: 'Ajukan tawaran' }).click()
    await expect(perkim.getByText('Wajib diisi.').first()).toBeVisible()
    await perkim.getByLabel('Alasan').fill('Menunggu verifikasi kecamatan.')
    await perkim.getByRole('button', { name: 'Ajukan tawaran' }).click()
    await expect(
      card(sekretariat, 'Menyusun daftar').getByText('Menunggu verifikasi kecamatan.'),
    ).toBeVisible()
    await look(sekretariat, 'bacakan')
    await card(sekretariat, 'Menyusun daftar').getByRole('button', { name: 'Masukkan ke notula' }).click()
    await expect(card(perkim, 'Menyusun daftar').getByText('Rabu, 31 Januari 2035').first()).toBeVisible()
    await expect(card(perkim, 'Menyusun daftar').getByText(/Dimasukkan ke notula/)).toBeVisible()
  })

  await test.step('and accepts what stands there then', async () => {
    await card(perkim, 'Menyusun daftar').getByRole('button', { name: 'Terima', exact: true }).click()
    await expect(card(sekretariat, 'Menyusun daftar').getByText('Diterima', { exact: true })).toBeVisible()
    await expect(sekretariat.getByText('1 dari 1 tindak lanjut diterima')).toBeVisible()
    await expect(card(sekretariat, 'Menyusun daftar').getByText(/Segel [0-9a-f]{12}/)).toBeVisible()
  })

  await test.step('the rapat is closed from there', async () => {
    await sekretariat.getByRole('button', { name: 'Tutup rapat' }).click()
    await expect(sekretariat.getByText('Selesai', { exact: true }).first()).toBeVisible()
  })
})
