// From "Ajukan" to a sealed record and its first Koreksi, as the notulis, the pimpinan on a phone and an OPD meet it.
import type { Page } from '@playwright/test'
import {
  approve,
  expect,
  lineWith,
  look,
  makeRapat,
  openText,
  PHONE,
  PLAIN,
  press,
  setStatus,
  settled,
  tabTo,
  test,
  textOf,
  writeLine,
} from './harness'

const TITLE = 'Rakor pengesahan percobaan'

async function approveByKeyboard(page: Page, button: string): Promise<void> {
  await tabTo(page, page.getByRole('checkbox', { name: /^Saya sudah memeriksanya/ }))
  await page.keyboard.press('Space')
  await press(page, page.getByRole('button', { name: button }))
}

test('a notula is submitted, approved by two, voided by an edit, sealed, and corrected', async ({
  openBrowser,
  openAs,
}) => {
  test.setTimeout(240_000)
  const desk = await openAs('sekretariat')
  const rapat = await makeRapat(desk, TITLE)
  for (const status of ['Terjadwal', 'Berlangsung']) await setStatus(desk, status)

  const opd = await openAs('kepala.perkim')
  await opd.goto(rapat)
  await textOf(opd, 1).click({ timeout: 20_000 })
  await opd.keyboard.press('Control+End')
  await opd.keyboard.type('Perkim melaporkan 28 lokasi.')
  await settled(opd)

  await test.step('submitted: the checklist warns, and a live editor stops with a word and keeps what is unsent', async () => {
    await desk.goto(`${rapat}/pengesahan`)
    await expect(desk.getByText('Rapat belum selesai; notula baru dapat disahkan sesudahnya.')).toBeVisible()
    await look(desk, 'pengesahan-draf')
    await opd.context().setOffline(true)
    await writeLine(opd, 1, 'Kalimat yang belum terkirim.')
    await expect(opd.getByText('Luring – tersimpan di perangkat ini').first()).toBeVisible({
      timeout: 15_000,
    })
    await desk.getByRole('button', { name: 'Ajukan' }).click()
    await expect(desk.getByText('Notula diajukan.')).toBeVisible()
    await opd.context().setOffline(false)
    await expect(
      opd.getByText(/^\.? ?Notula sudah ditutup dan tidak menerima perubahan/).first(),
    ).toBeVisible({
      timeout: 20_000,
    })
    await expect(opd.getByText('Kalimat yang belum terkirim.').first()).toBeVisible()
    await look(opd, 'editor-diajukan')
    await opd.reload()
    await expect(opd.getByText(/^Notula diajukan dan menunggu persetujuan/)).toBeVisible()
    await expect(lineWith(opd, 'Kalimat yang belum terkirim.')).toHaveCount(0)
    await opd.goto('/profil/belum-terkirim')
    await expect(opd.getByText('Kalimat yang belum terkirim.').first()).toBeVisible({ timeout: 20_000 })
  })

  await test.step('the pimpinan approves on a phone, once the rapat has ended', async () => {
    await desk.goto(rapat)
    await setStatus(desk, 'Selesai')
  })
  const phone = await openAs('wabup', PHONE)
  await test.step('and sends nothing without a look', async () => {
    await phone.goto(rapat)
    await phone.getByRole('link', { name: 'Periksa dan sahkan' }).click()
    await expect(phone.getByText(/^Yang Anda sahkan: naskah seperti pada/)).toBeVisible()
    await look(phone, 'pengesahan-pimpinan')
    await phone.getByText('Tampilkan naskah').click()
    await expect(phone.getByText('Perkim melaporkan 28 lokasi.')).toBeVisible()
    await phone.getByLabel(/^Saya sudah memeriksanya/).check()
    await phone.getByRole('button', { name: 'Sahkan' }).click()
    await expect(phone.getByText('Persetujuan Anda tercatat.')).toBeVisible()
  })

  await test.step('the notulis edits by keyboard: the approval is void, and a page that is behind is told', async () => {
    await openText(desk, rapat)
    await textOf(desk, 1).focus()
    await desk.keyboard.press('Control+End')
    await desk.keyboard.type(' Disetujui.')
    await settled(desk)
    await expect(async () => {
      await phone.goto(`${rapat}/pengesahan`)
      await expect(phone.getByText(/^Tidak berlaku lagi/)).toBeVisible({ timeout: 1_000 })
    }).toPass({ timeout: 30_000 })
    await look(phone, 'pengesahan-batal')
    await textOf(desk, 1).focus()
    await desk.keyboard.press('Control+End')
    await desk.keyboard.type(' Sekali lagi.')
    await settled(desk)
    await phone.getByLabel(/^Saya sudah memeriksanya/).check()
    await phone.getByRole('button', { name: 'Sahkan' }).click()
    await expect(
      phone.getByText('Notula berubah sejak halaman ini dibuka. Tidak ada yang disimpan.'),
    ).toBeVisible()
    await look(phone, 'pengesahan-berubah')
  })

  // A page of the notulis that stays open while everything is sealed.
  const typing = await desk.context().newPage()
  await openText(typing, rapat)

  await test.step('both approve the same, the notulis by keyboard: sealed', async () => {
    await approve(phone, rapat)
    await desk.goto(`${rapat}/pengesahan`)
    await approveByKeyboard(desk, 'Sahkan')
    await expect(desk.getByRole('heading', { name: 'Catatan tersegel' })).toBeVisible()
    await look(desk, 'pengesahan-disahkan')
  })

  await test.step('who is typing is stopped with a word', async () => {
    await expect(typing.getByText('Hanya baca').first()).toBeVisible({ timeout: 20_000 })
    await expect(lineWith(typing, 'Perkim melaporkan 28 lokasi.')).toBeVisible()
  })

  await test.step('Koreksi 1: proposed line by line, approved by both, shown beside the original', async () => {
    await desk.goto(`${rapat}/koreksi`)
    await desk.getByRole('link', { name: 'Usulkan Koreksi' }).click()
    await look(desk, 'koreksi-pilih')
    await desk.getByLabel(/^Perkim melaporkan 28 lokasi/).check()
    await desk.getByRole('button', { name: 'Lanjutkan' }).click()
    await desk.getByLabel('Alasan').fill('Salah hitung')
    await desk.getByRole('button', { name: 'Ajukan Koreksi' }).click()
    await expect(desk.getByText('Tidak ada yang berbeda dari yang berlaku sekarang.')).toBeVisible()
    await desk.getByRole('textbox', { name: 'Bunyi' }).fill('Perkim melaporkan 27 lokasi.')
    await look(desk, 'koreksi-tulis')
    await desk.getByRole('button', { name: 'Ajukan Koreksi' }).click()
    await expect(desk.getByText('Koreksi diajukan.')).toBeVisible()
    await phone.goto(`${rapat}/koreksi`)
    await look(phone, 'koreksi-diajukan')
    await phone.getByLabel(/^Saya sudah memeriksanya/).check()
    await phone.getByRole('button', { name: 'Sahkan Koreksi' }).click()
    await expect(phone.getByText('Persetujuan Anda tercatat.')).toBeVisible()
    await desk.goto(`${rapat}/koreksi`)
    await approveByKeyboard(desk, 'Sahkan Koreksi')
    await expect(desk.getByText('Disahkan', { exact: true }).first()).toBeVisible()
    await opd.goto(rapat)
    await expect(opd.getByRole('region', { name: 'Koreksi 1' })).toContainText('Perkim melaporkan 27 lokasi.')
    await expect(lineWith(opd, 'Perkim melaporkan 28 lokasi.')).toBeVisible()
    await look(opd, 'notula-disahkan')
  })

  await test.step('anybody checks it by its code, without script', async () => {
    const page = await openBrowser(PLAIN)
    const code = (await opd.locator('dd.font-mono').first().textContent()) ?? ''
    await page.goto('/periksa')
    await page.getByLabel('Kode pemeriksaan').fill(code.toLowerCase())
    await page.getByRole('button', { name: 'Periksa' }).click()
    await expect(page.getByText('Catatan ini tersegel di Mufakat')).toBeVisible()
    await expect(page.getByText(TITLE)).toBeVisible()
    await expect(page.getByText(/ sebagai pimpinan rapat, /)).toBeVisible()
    const hash = (await page.locator('dd .font-mono.text-xs').first().textContent()) ?? ''
    await page.getByLabel('Bandingkan hash').fill(` ${hash.toUpperCase()} `)
    await page.getByRole('button', { name: 'Bandingkan' }).click()
    await expect(page.getByText(/^Sama: hash ini/)).toBeVisible()
    await page.getByLabel('Bandingkan hash').fill('a'.repeat(64))
    await page.getByRole('button', { name: 'Bandingkan' }).click()
    await expect(page.getByText(/^Tidak sama/)).toBeVisible()
    await page.goto('/periksa/00000-00000')
    await expect(page.getByRole('heading', { name: /tidak dikenal/ })).toBeVisible()
    await opd.goto('/periksa')
    await look(opd, 'periksa')
    await opd.goto(`/periksa/${code}`)
    await look(opd, 'periksa-dikenal')
  })
})
