// Targets: programmes and indicators are made, an OPD reports a triwulan, it is returned, accepted and locked, and corrected.
import type { Page } from '@playwright/test'
import {
  bell,
  comeIn,
  expect,
  look,
  makeRapat,
  openText,
  PHONE,
  PLAIN,
  readAll,
  SOMETHING_UNREAD,
  setStatus,
  settled,
  startLine,
  test,
} from './harness'

test.describe.configure({ mode: 'serial' })
test.setTimeout(180_000)

const PROGRAMME = 'Rumah layak bagi keluarga miskin'
const SHARE = 'Rumah layak di kawasan binaan'
const HOUSES = 'Rumah yang diperbaiki per kecamatan'
const FAMILIES = 'Keluarga terdata per desa'
/** One that the demo tells nothing of, so that no other spec reads what is reported here. */
const TRIWULAN = '2024-3'

/** One pixel. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** The demo's districts; each has a cell. */
const DISTRICTS = 15

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** What the inbox tells of it. */
const noticesOfReport = (page: Page) => page.getByRole('region', { name: /Laporan Triwulan III 2024/ })

async function openReport(page: Page): Promise<void> {
  await page.goto(`/target/laporan?tw=${TRIWULAN}`)
  await page
    .getByRole('row', { name: /Perkim/ })
    .getByRole('link', { name: /laporan Perkim/ })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Laporan Triwulan III 2024' })).toBeVisible()
}

/** Says of every cell that is due and empty, beside those of this spec, that there is none. */
async function leaveOthersOut(page: Page): Promise<void> {
  await page.evaluate(
    own => {
      for (const cell of document.querySelectorAll('[data-due][data-state="kosong"]')) {
        const title = cell.closest('section')?.querySelector('h2')?.textContent ?? ''
        const box = cell.querySelector<HTMLInputElement>('input[type="checkbox"]')
        if (own.includes(title) || box === null) continue
        box.checked = true
        box.dispatchEvent(new Event('change', { bubbles: true }))
      }
    },
    [SHARE, HOUSES, FAMILIES],
  )
}

/** The trend of this spec's indicator on the dashboard of its triwulan. */
async function openDashboard(page: Page) {
  await page.goto(`/dasbor?tw=${TRIWULAN}`)
  return section(page, 'Indikator').getByRole('listitem').filter({ hasText: SHARE })
}

/** Names the indicator in the notula of a rapat that goes on; answers where it stands. */
async function nameInNotula(page: Page) {
  const rapat = await makeRapat(page, 'Rakor capaian percobaan')
  for (const status of ['Terjadwal', 'Berlangsung']) await setStatus(page, status)
  await openText(page, rapat)
  await startLine(page, 1)
  await page.keyboard.type('Kini #rumah layak di')
  await expect(page.getByRole('option', { name: new RegExp(SHARE) })).toBeVisible()
  await page.keyboard.press('Enter')
  const chip = page.locator('.nt-angka', { hasText: SHARE }).first()
  await expect(chip).toBeVisible()
  await settled(page)
  return chip
}

const saved = (page: Page) => expect(page.getByText(/^Tersimpan \d\d\.\d\d\.\d\d$/)).toBeVisible()

test('a programme, its indicators and their targets are made on a phone without script', async ({
  openAs,
}) => {
  const page = await openAs('sekretariat', { ...PHONE, ...PLAIN })
  await page.goto(`/target?tw=${TRIWULAN}`)
  await page.getByRole('link', { name: 'Buat program' }).click()
  await page.getByRole('button', { name: 'Simpan' }).click()
  await expect(page.getByText('Wajib diisi.')).toBeVisible()
  await page.getByLabel('Nama program').fill(PROGRAMME)
  await page.getByLabel('Strategi', { exact: true }).selectOption('c')
  await page.getByLabel('OPD penanggung jawab').selectOption({ label: 'Perkim' })
  await page.getByRole('button', { name: 'Simpan' }).click()
  await expect(page.getByText('Program tersimpan.')).toBeVisible()

  const addIndicator = async (name: string, fill: () => Promise<void>) => {
    await page.goto(`/target?tw=${TRIWULAN}`)
    const programme = section(page, PROGRAMME)
    await programme.getByRole('link', { name: 'Indikator', exact: true }).click()
    await page.getByLabel('Nama indikator').fill(name)
    await page.getByLabel('OPD penanggung jawab').selectOption({ label: 'Perkim' })
    await page.getByLabel('Sumber data').fill('Pendataan Perkim')
    await page.getByLabel('Definisi', { exact: true }).fill('Rumah yang memenuhi syarat kelayakan.')
    await fill()
    await page.getByRole('button', { name: 'Simpan' }).click()
    await expect(page.getByText('Indikator tersimpan.')).toBeVisible()
  }
  await addIndicator(SHARE, async () => {
    await page.getByLabel('Satuan').fill('%')
    await page.getByLabel('Arah yang baik').selectOption('naik')
    await page.getByLabel('Penggabungan wilayah').selectOption('rasio')
    await page.getByLabel('Pengali rasio').fill('seratus')
    await page.getByRole('button', { name: 'Simpan' }).click()
    await expect(page.getByText(/^Tulis angka/)).toBeVisible()
    await page.getByLabel('Pengali rasio').fill('100')
    await page.getByLabel('Nilai tertinggi').fill('100')
    await page.getByLabel('Data awal', { exact: true }).fill('40,5')
  })
  await page.getByRole('link', { name: 'Isi target' }).first().click()
  const year = page.getByRole('group', { name: '2024' })
  await year.getByLabel('Triwulan III').fill('60')
  await year.getByLabel('Triwulan IV').fill('enam')
  await page.getByRole('button', { name: 'Simpan' }).click()
  await expect(page.getByText(/^Tulis angka/)).toBeVisible()
  await expect(year.getByLabel('Triwulan IV')).toHaveValue('enam')
  await year.getByLabel('Triwulan IV').fill('62,5')
  await page.getByRole('button', { name: 'Simpan' }).click()
  await expect(page.getByText('Target tersimpan.')).toBeVisible()
  await expect(page.getByRole('cell', { name: '62,5' })).toBeVisible()

  await addIndicator(HOUSES, async () => {
    await page.getByLabel('Satuan').fill('unit')
    await page.getByLabel('Angka di belakang koma').selectOption('0')
    await page.getByLabel('Arah yang baik').selectOption('naik')
    await page.getByLabel('Dicatat').selectOption('kecamatan')
    await page.getByLabel('Penggabungan wilayah').selectOption('jumlah')
    await page.getByLabel('Semester dan tahun').selectOption('kumulatif')
  })
  await addIndicator(FAMILIES, async () => {
    await page.getByLabel('Satuan').fill('keluarga')
    await page.getByLabel('Angka di belakang koma').selectOption('0')
    await page.getByLabel('Dicatat').selectOption('desa')
    await page.getByLabel('Diminta').selectOption('tahun')
    await page.getByLabel('Penggabungan wilayah').selectOption('jumlah')
  })
})

test('Beranda tells an OPD what it owes, and who checks what waits', async ({ page, openAs }) => {
  const owing = await openAs('kepala.dinkes')
  await owing.goto('/')
  await expect(section(owing, 'Nilai yang belum dilaporkan')).toContainText(/Dinkes · \d+ belum terisi/)
  await comeIn(page, 'sekretariat')
  const waiting = section(page, 'Laporan untuk diperiksa')
  await expect(waiting).toContainText('Dinsos')
  await look(page, 'beranda-laporan')
  await waiting.getByRole('link', { name: 'Semua laporan' }).click()
  await look(page, 'lapor-daftar')
})

test('the forms and the list are well at both widths', async ({ page }) => {
  await comeIn(page, 'sekretariat')
  await page.goto(`/target?tw=${TRIWULAN}`)
  await look(page, 'target')
  await page.goto('/target/program/baru')
  await look(page, 'target-program')
  await page.goto('/target/baru')
  await look(page, 'target-baru')
  await page.goto(`/target?tw=${TRIWULAN}`)
  await page.getByRole('link', { name: SHARE }).click()
  await look(page, 'target-kosong')
  await page.getByRole('link', { name: 'Isi target' }).first().click()
  await look(page, 'target-grid')
})

test('an OPD reports cell by cell, also while the line is away, and nothing typed is lost', async ({
  openAs,
}) => {
  const page = await openAs('kepala.perkim')
  await openReport(page)
  await look(page, 'lapor-awal')

  const share = section(page, SHARE)
  const [numerator, denominator] = [share.getByLabel(/^Pembilang/), share.getByLabel(/^Penyebut/)]
  await numerator.fill('120')
  await denominator.fill('banyak')
  await denominator.blur()
  await expect(share.getByText('Tidak sah')).toBeVisible()
  await expect(share.getByText(/^Tulis angka/)).toBeVisible()
  await look(page, 'lapor-tidak-sah')
  // What was refused is still there when the page is opened anew.
  await page.reload()
  await expect(denominator).toHaveValue('banyak')
  await denominator.fill('200')
  await denominator.blur()
  await expect(share.getByText('60%')).toBeVisible()
  await expect(share.getByText('Tersimpan', { exact: true })).toBeVisible()
  await expect(share.getByText('Lengkap')).toBeVisible()

  const houses = section(page, HOUSES)
  const first = houses.getByLabel(/^Nilai Kecamatan/).first()
  await page.context().setOffline(true)
  await first.fill('12')
  await first.blur()
  await expect(page.getByText('Luring – tersimpan di perangkat ini')).toBeVisible()
  await expect(houses.getByText('Menunggu', { exact: true })).toHaveCount(1)
  await page.context().setOffline(false)
  await saved(page)
  await expect(houses.getByText('Menunggu', { exact: true })).toHaveCount(0)

  // A column out of a spreadsheet fills the rows.
  await first.focus()
  await page.evaluate(
    rows => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text', rows)
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    },
    Array.from({ length: DISTRICTS }, (_, nth) => nth + 10).join('\n'),
  )
  await expect(houses.getByText('Tersimpan', { exact: true })).toHaveCount(DISTRICTS)

  await test.step('desa stand under their kecamatan, and are saved like all others', async () => {
    const families = section(page, FAMILIES)
    await families.getByText('Kecamatan Ipuh').click()
    const village = families.getByLabel(/^Nilai .* \(keluarga\)$/).locator('visible=true')
    await village.first().fill('7')
    await village.first().press('Enter')
    await expect(village.nth(1)).toBeFocused()
    await expect(families.getByText('Tersimpan', { exact: true })).toHaveCount(1)
    await expect(families.locator('details[open] [data-filled]')).toHaveText('1')
    await look(page, 'lapor-desa')
  })

  await test.step('bukti dukung is handed in as an address and as a file', async () => {
    await share.getByText('Bukti dukung', { exact: true }).click()
    await share.getByLabel(/^Nama bukti/).fill('Rekap pendataan')
    await share.getByLabel(/^Alamat bukti/).fill('rekap')
    await share.getByRole('button', { name: 'Tambah' }).click()
    await expect(share.getByText('Tulis alamat lengkap, diawali https://')).toBeVisible()
    await expect(share.getByLabel(/^Nama bukti/)).toHaveValue('Rekap pendataan')
    await share.getByLabel(/^Alamat bukti/).fill('https://contoh.go.id/rekap')
    await share.getByRole('button', { name: 'Tambah' }).click()
    await expect(share.getByRole('link', { name: 'Rekap pendataan' })).toBeVisible()
    const file = { name: 'rekap.png', mimeType: 'image/png', buffer: Buffer.from(PICTURE, 'base64') }
    await share.getByLabel(/^Berkas bukti/).setInputFiles(file)
    await share.getByRole('button', { name: 'Unggah' }).click()
    await expect(page.getByText('1 berkas tersimpan.')).toBeVisible()
    await expect(share.getByRole('link', { name: 'rekap.png' })).toBeVisible()
    await share.getByRole('button', { name: 'Singkirkan bukti Rekap pendataan' }).click()
    await expect(page.getByText('Bukti dukung disingkirkan.')).toBeVisible()
  })

  const checking = await openAs('sekretariat')
  await readAll(checking)
  await checking.goto('/')
  await page.getByRole('button', { name: 'Kirim' }).click()
  await expect(page.getByText(/Belum dapat dikirim|Laporan terkirim/)).toBeVisible()
  if (await page.getByText('Belum dapat dikirim').isVisible()) {
    await leaveOthersOut(page)
    await saved(page)
    await expect(page.locator('[data-left]')).toHaveText('0')
    const remark = share
    await remark.getByText('Analisis, kendala, solusi, rencana').click()
    await remark.getByLabel('Kendala').fill('Material datang terlambat.')
    // Pressed while what was just left is still on its way, as it always is on a slow line.
    let deliver = () => {}
    const held = new Promise<void>(resolve => {
      deliver = resolve
    })
    await page.route('**/sel?*', async route => {
      await held
      await route.continue()
    })
    const asked = page.waitForRequest('**/sel?*')
    await remark.getByLabel('Kendala').blur()
    await asked
    await page.getByRole('button', { name: 'Kirim' }).click({ noWaitAfter: true })
    deliver()
  }
  await expect(page.getByText('Laporan terkirim.')).toBeVisible()
  await expect(page.getByText(/Selama diperiksa/)).toBeVisible()
  await expect(section(page, SHARE).getByRole('textbox')).toHaveCount(0)
  await test.step('who checks hears of it without a reload, and is led to it', async () => {
    await expect(bell(checking)).toHaveAccessibleName(SOMETHING_UNREAD)
    await bell(checking).click()
    const sent = noticesOfReport(checking)
    await sent.getByRole('link', { name: /mengirim laporan ini untuk diperiksa$/ }).click()
    await expect(checking.getByRole('heading', { level: 1, name: 'Laporan Triwulan III 2024' })).toBeVisible()
    await expect(checking.getByText('Kembalikan dengan catatan')).toBeVisible()
  })
})

test('it is returned with a note, mended without script on a phone, accepted and locked', async ({
  page,
  openAs,
}) => {
  const owing = await openAs('kepala.perkim')
  await readAll(owing)
  await comeIn(page, 'sekretariat')
  await openReport(page)
  await look(page, 'lapor-periksa')
  await page.getByText('Kembalikan dengan catatan').click()
  await page.getByRole('button', { name: 'Kembalikan', exact: true }).click()
  await expect(page.getByText('Wajib diisi.')).toBeVisible()
  await page.getByLabel('Apa yang perlu diperbaiki').fill('Penyebut harus 250 rumah.')
  await page.getByRole('button', { name: 'Kembalikan', exact: true }).click()
  await expect(page.getByText('Laporan dikembalikan ke OPD.')).toBeVisible()
  await test.step('the OPD hears of it where they are, and is led to what is to be mended', async () => {
    await expect(bell(owing)).toHaveAccessibleName(SOMETHING_UNREAD)
    const returned = noticesOfReport(owing)
    await expect(returned.getByRole('link', { name: /mengembalikan laporan ini/ })).toBeVisible()
    await look(owing, 'kabar-laporan')
    await returned.getByRole('link', { name: /mengembalikan laporan ini/ }).click()
    await expect(owing.getByText('Penyebut harus 250 rumah.')).toBeVisible()
  })

  const phone = await openAs('staf.perkim', { ...PHONE, ...PLAIN })
  await openReport(phone)
  await expect(phone.getByText('Penyebut harus 250 rumah.')).toBeVisible()
  const share = section(phone, SHARE)
  await share.getByLabel(/^Penyebut/).fill('0')
  await share.getByLabel('Sumber data').fill('Pendataan September 2026')
  await phone.getByRole('button', { name: 'Simpan' }).click()
  await expect(phone.getByText('Sebagian isian belum tersimpan.')).toBeVisible()
  await expect(share.getByText('Penyebut harus di atas nol.')).toBeVisible()
  await expect(share.getByLabel(/^Penyebut/)).toHaveValue('0')
  await share.getByLabel(/^Penyebut/).fill('250')
  await phone.getByRole('button', { name: 'Kirim' }).click()
  await expect(phone.getByText('Laporan terkirim.')).toBeVisible()

  const onDashboard = await openDashboard(await openAs('bupati', PHONE))
  await expect(onDashboard).toHaveCount(0)
  const inNotula = await nameInNotula(await openAs('sekretariat'))
  await openReport(page)
  await page.getByRole('button', { name: 'Terima' }).click()
  await expect(page.getByText('Laporan diterima dan dikunci.')).toBeVisible()
  await expect(section(page, SHARE).getByText('Terkunci')).toBeVisible()
  await test.step('what was accepted stands in the dashboard and the notula of others, without a reload', async () => {
    await expect(onDashboard).toContainText(/48\s?%/, { timeout: 20_000 })
    await expect(inNotula).toContainText(/48\s?% · Triwulan III 2024/, { timeout: 20_000 })
  })
  await look(page, 'lapor-diterima')
  await page.goto(`/target?tw=${TRIWULAN}`)
  const row = page.getByRole('row', { name: new RegExp(SHARE) })
  await expect(row).toContainText('48%')
  await expect(row).toContainText('80%')
})

test('a correction takes the place of a value, and both are seen', async ({ page }) => {
  await comeIn(page, 'sekretariat')
  await page.goto(`/target?tw=${TRIWULAN}`)
  await page.getByRole('link', { name: SHARE }).click()
  await page.getByRole('link', { name: 'Koreksi nilai Triwulan III 2024' }).click()
  await look(page, 'target-koreksi')
  await page.getByLabel('Pembilang').fill('150')
  await page.getByRole('button', { name: 'Simpan' }).click()
  await expect(page.getByText('Wajib diisi.')).toBeVisible()
  await page.getByLabel('Alasan koreksi').fill('Rumah di Ipuh belum terhitung.')
  await page.getByRole('button', { name: 'Simpan' }).click()
  await expect(page.getByText('Koreksi tersimpan.')).toBeVisible()
  const history = section(page, 'Riwayat nilai')
  await expect(history.getByText('Koreksi: Rumah di Ipuh belum terhitung.')).toBeVisible()
  await expect(history).toContainText('60%')
  await expect(history).toContainText('48%')
  await look(page, 'target-indikator')
  await page.goto(`/target?tw=${TRIWULAN}`)
  await page.getByRole('link', { name: HOUSES }).click()
  await expect(section(page, 'Per kecamatan')).toBeVisible()
  await look(page, 'target-wilayah')
})
