// The quarterly series: what OPD propose, what is left and postponed, and the next rapat that opens with all of it.
import { openDatabase } from '@mufakat/db'
import type { Page } from '@playwright/test'
import {
  comeIn,
  demoRakor,
  expect,
  look,
  openComing,
  openNotula,
  PHONE,
  PLAIN,
  test,
  textOf,
  textReady,
} from './harness'

test.setTimeout(240_000)

const SERIES = 'Rakor Triwulan Kemiskinan Ekstrem'
const TOPIC = 'Peta kerja perbaikan rumah per kecamatan'
const DEFERRED = 'Pelayanan kesehatan dan pencegahan stunting'
const ROADS = 'Menyusun rencana jalan lingkungan pada kawasan kumuh'

async function openSeries(page: Page): Promise<void> {
  await page.goto('/rapat/seri')
  await page.getByRole('link', { name: SERIES }).click()
  await expect(page.getByRole('heading', { level: 1, name: SERIES })).toBeVisible()
}

const carried = (page: Page) => page.getByRole('region', { name: /Tindak lanjut rapat lalu/ })
const lineOf = (page: Page, words: string) => carried(page).getByRole('listitem').filter({ hasText: words })

test('an OPD head proposes topics on a phone without script, and withdraws one', async ({ openAs }) => {
  const page = await openAs('kepala.perkim', { ...PHONE, ...PLAIN })
  const propose = async (title: string) => {
    await page.goto('/')
    await page.getByRole('link', { name: 'Usulkan agenda' }).click()
    await page.getByRole('link', { name: `Usulkan agenda untuk ${SERIES}` }).click()
    await page.getByLabel('Topik').fill(title)
    await page.getByRole('button', { name: 'Kirim usulan' }).click()
    // A topic without a reason comes back with what was typed.
    await expect(page.getByText('Wajib diisi.')).toBeVisible()
    await expect(page.getByLabel('Topik')).toHaveValue(title)
    await page.getByLabel('Mengapa perlu dibahas').fill('Datanya baru selesai minggu ini.')
    await page.getByLabel('Perkiraan menit').fill('15m')
    await page.getByRole('button', { name: 'Kirim usulan' }).click()
    await expect(page.getByText('Usulan terkirim.')).toBeVisible()
  }
  await propose(TOPIC)
  await propose('Usulan yang keliru')
  await page.goto('/usulan')
  // Another OPD's topic is not theirs to see.
  await expect(page.getByText('Jadwal bersama pengukuran stunting')).toHaveCount(0)
  await expect(page.getByText('Alasan: Pengadaan dibahas dalam rapat anggaran.')).toBeVisible()
  await page.getByRole('button', { name: 'Tarik usulan Usulan yang keliru' }).click()
  await expect(page.getByText('Usulan ditarik.')).toBeVisible()
})

test('the sekretariat returns a topic with a reason, accepts one, and its person is told', async ({
  page,
  databaseUrl,
}) => {
  await comeIn(page, 'sekretariat')
  await openSeries(page)
  await look(page, 'seri')
  const waiting = page.getByRole('listitem').filter({ hasText: 'Jadwal bersama pengukuran stunting' })
  await waiting.getByText('Kembalikan', { exact: true }).first().click()
  await waiting.getByRole('button', { name: 'Kembalikan' }).click()
  await expect(page.getByText('Wajib diisi.')).toBeVisible()
  await look(page, 'seri-kembalikan')
  await waiting.getByLabel('Alasan dikembalikan').fill('Sudah dibahas di pokja kesehatan.')
  await waiting.getByRole('button', { name: 'Kembalikan' }).click()
  await expect(page.getByText('Usulan dikembalikan; pengusulnya diberi tahu.')).toBeVisible()
  await expect(page.getByText('Alasan: Sudah dibahas di pokja kesehatan.')).toBeVisible()
  const wanted = page.getByRole('listitem').filter({ hasText: TOPIC })
  await wanted.getByLabel('Masuk ke').selectOption({ label: 'Masuk ke rapat yang dibuka berikutnya' })
  await wanted.getByRole('button', { name: `Terima usulan ${TOPIC}` }).click()
  await expect(page.getByText('Usulan diterima dan masuk ke rapat berikutnya')).toBeVisible()

  const database = openDatabase(databaseUrl)
  try {
    const letters = await database.sql`select template, recipient from mail
      where template like 'proposal-%' order by template`
    expect(letters).toEqual([
      { template: 'proposal-accepted', recipient: 'kepala.perkim@demo.local' },
      { template: 'proposal-returned', recipient: 'kepala.dinkes@demo.local' },
    ])
  } finally {
    await database.close()
  }
})

test('what is pressed while the text becomes one to write in is followed when it is let go', async ({
  page,
}) => {
  await comeIn(page, 'sekretariat')
  let deliver = () => {}
  const held = new Promise<void>(resolve => {
    deliver = resolve
  })
  await page.route('**/assets/remarks-desk-*.js', async route => {
    await held
    await route.continue()
  })
  const asked = page.waitForRequest('**/assets/remarks-desk-*.js')
  await openComing(page)
  await asked
  await lineOf(page, ROADS)
    .getByRole('link', { name: /^Keputusan asal/ })
    .hover()
  await page.mouse.down()
  const arrived = page.waitForResponse('**/assets/remarks-desk-*.js')
  deliver()
  await (await arrived).finished()
  // The editor's code has run, and the page was drawn with it.
  await page.evaluate(() => new Promise(resolve => requestIdleCallback(() => requestAnimationFrame(resolve))))
  await page.mouse.up()
  await expect(page).toHaveURL(/#line-/)
})

test('an item and a tenggat are postponed with a reason, and shown where they stand', async ({ page }) => {
  await comeIn(page, 'sekretariat')
  await openNotula(page)
  await expect(carried(page)).toContainText('terlambat')
  await page.getByRole('link', { name: 'Tunda acara' }).click()
  const item = page.getByRole('listitem').filter({ hasText: DEFERRED })
  await item.getByText('Tunda', { exact: true }).first().click()
  await item.getByLabel('Alasan').fill('Narasumber berhalangan')
  await item.getByRole('button', { name: 'Tunda' }).click()
  await expect(page.getByText('Acara ditunda ke rapat berikutnya.')).toBeVisible()
  await look(page, 'penundaan')

  await openNotula(page)
  await expect(page.getByText('Narasumber berhalangan').first()).toBeVisible()
  await expect(lineOf(page, ROADS)).toContainText('ditunda 1 kali')
  await page.getByRole('link', { name: new RegExp(`^Tunda tenggat: ${ROADS}`) }).click()
  await page.getByLabel('Tenggat baru').fill('2026-01-01')
  await page.getByLabel('Alasan').fill('Lelang diulang')
  await page.getByRole('button', { name: 'Tunda tenggat' }).click()
  await expect(page.getByText('Tanggal ini sudah lewat.')).toBeVisible()
  await look(page, 'tunda')
  await page.getByLabel('Tenggat baru').fill('2035-06-30')
  await page.getByRole('button', { name: 'Tunda tenggat' }).click()
  await expect(lineOf(page, ROADS)).toContainText('Tenggat 30 Jun 2035')
  await expect(lineOf(page, ROADS)).toContainText('ditunda 2 kali')

  // The notula keeps what it decided.
  await lineOf(page, ROADS)
    .getByRole('link', { name: /^Keputusan asal/ })
    .click()
  await expect(page).toHaveURL(/#line-/)
  await expect(page.locator('.nt-line:target')).toContainText(ROADS)
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Tindak Lanjut/ })
    .click()
  const row = page.getByRole('row', { name: new RegExp(ROADS) })
  await expect(row).toContainText('30 Jun 2035')
  await expect(row).toContainText('semula')
  await look(page, 'tindak-lanjut-ditunda')
})

test('the next rapat opens with what is left, and follows its state without a reload', async ({
  page,
  databaseUrl,
}) => {
  await comeIn(page, 'sekretariat')
  await openSeries(page)
  await expect(page.getByRole('region', { name: 'Rapat berikutnya' })).toContainText('1 acara yang ditunda')
  await page.getByRole('button', { name: 'Buka rapat berikutnya' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(demoRakor(1).name)
  await expect(page.getByText('Draf', { exact: true }).first()).toBeVisible()
  await textReady(page)
  const titles = await page
    .locator('.nt-title-field')
    .evaluateAll(fields =>
      fields.map(field => (field instanceof HTMLTextAreaElement ? field.value : (field.textContent ?? ''))),
    )
  expect(titles[2]).toMatch(new RegExp(`^${DEFERRED} \\(ditunda dari rapat .* ${demoRakor(0).year}\\)$`))
  expect(titles.at(-2)).toBe(TOPIC)

  // The list stands under its item, in the live editor as in what is printed.
  await expect(page.locator('.nt-item').nth(1).getByRole('region')).toContainText(ROADS)
  await look(page, 'rapat-lanjutan')
  await page.emulateMedia({ media: 'print' })
  await expect(lineOf(page, ROADS)).toBeVisible()
  await expect(page.getByRole('link', { name: /^Tunda tenggat/ }).first()).toBeHidden()
  await page.emulateMedia({ media: null })

  const finished = 'Melaksanakan intervensi stunting di desa lokus'
  await expect(lineOf(page, finished)).toContainText('Berjalan')
  const database = openDatabase(databaseUrl)
  try {
    const [line] = await database.sql<{ rapatId: string; lineId: string }[]>`
      select rapat_id as "rapatId", line_id as "lineId" from tindak_lanjut where text like ${`${finished}%`}`
    if (line === undefined) throw new Error('the demo has no such line')
    await database.sql`update card set status = 'selesai', finished_at = now()
      where rapat_id = ${line.rapatId} and line_id = ${line.lineId}`
  } finally {
    await database.close()
  }
  // Who writes below stays where they write.
  await textOf(page, 5).click()
  await page.keyboard.type('Sedang ditulis')
  const own = page.locator('.nt-line', { hasText: 'Sedang ditulis' })
  const topOf = () => own.evaluate(line => Math.round(line.getBoundingClientRect().top))
  const before = await topOf()
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(lineOf(page, finished)).toContainText('Selesai')
  expect(Math.abs((await topOf()) - before)).toBeLessThanOrEqual(1)
})

test('an OPD head reads on a phone what is left to do, and may change none of it', async ({ openAs }) => {
  const page = await openAs('kepala.perkim', { ...PHONE, ...PLAIN })
  await openComing(page)
  await expect(lineOf(page, 'lokasi')).not.toHaveCount(0)
  await expect(carried(page)).toContainText('DLH')
  await expect(page.getByRole('link', { name: /^Tunda/ })).toHaveCount(0)
  await expect(page.getByText(DEFERRED).first()).toBeVisible()
})

test('a series is made and ended without script', async ({ openAs }) => {
  const page = await openAs('sekretariat', PLAIN)
  await page.goto('/rapat/seri/baru')
  await page.getByLabel('Nama seri').fill('Rapat bulanan pokja air')
  await page.getByLabel('Irama').selectOption({ label: 'Setiap bulan' })
  await page.getByLabel('Judul rapat').fill('Rapat Pokja Air [bulan]')
  await page.getByLabel('berada di acara nomor').fill('99')
  await page.getByRole('button', { name: 'Simpan' }).click()
  await expect(page.getByText('Tidak ada acara dengan nomor ini.')).toBeVisible()
  await page.getByLabel('berada di acara nomor').fill('')
  await page.getByRole('button', { name: 'Simpan' }).click()
  await expect(page.getByText('Seri tersimpan.')).toBeVisible()
  await expect(page.getByText(/^Rapat Pokja Air \p{L}+ 20\d\d$/u)).toBeVisible()
  await page.getByRole('link', { name: 'Ubah seri' }).click()
  await page.getByLabel('Seri ini berjalan').uncheck()
  await page.getByRole('button', { name: 'Simpan' }).click()
  await expect(page.getByText('Seri ini sudah berakhir')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Buka rapat berikutnya' })).toHaveCount(0)
})

test('the pages of a series are well', async ({ page }) => {
  await comeIn(page, 'sekretariat')
  await page.goto('/rapat/seri')
  await look(page, 'seri-daftar')
  await page.goto('/rapat/seri/baru')
  await look(page, 'seri-baru')
  await openSeries(page)
  await page.getByRole('link', { name: 'Ubah seri' }).click()
  await look(page, 'seri-ubah')
  await openSeries(page)
  await page.getByRole('link', { name: 'Usulkan agenda' }).click()
  await look(page, 'usul')
  await page.goto('/usulan')
  await look(page, 'usulan')
  await page.goto('/')
  await look(page, 'beranda-usulan')
  await page.goto('/rapat/baru')
  await expect(page.getByLabel('Seri')).toBeVisible()
})
