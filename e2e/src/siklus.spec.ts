// One whole cycle, from a series to the next rapat that opens with what this one left undone. The notulis works by
// keyboard alone; the OPD head and the pimpinan hold phones.
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import {
  approve,
  choose,
  eventOf,
  expect,
  expectFocusKept,
  fillDay,
  fillIn,
  lettersOf,
  lineWith,
  PHONE,
  press,
  settled,
  TODAY,
  tabTo,
  test,
  textOf,
  textReady,
} from './harness'

const SERIES = 'Rakor Triwulan Air Minum'
const LATE = 'Memasang sambungan rumah di Desa Pasar Bantal'
const LEFT = 'Akses air minum per kecamatan'
const TOPIC = 'Sumber air baru untuk desa rawan kering'
const PROMISE = 'Menyusun peta jaringan pipa'
const AGENDA = ['Pembukaan | 10', 'Tindak lanjut rapat lalu | 20', `${LEFT} | 30`, 'Penutup | 5'].join('\n')

const LONG_AGO = '2024-01-31'

/** "… Triwulan IV 2026" → "… Triwulan I 2027". */
function nextTitle(title: string): string {
  const [, start = '', roman = '', year = ''] = /^(.* Triwulan )([IV]+) (\d+)$/.exec(title) ?? []
  const next = { I: 'II', II: 'III', III: 'IV', IV: 'I' }[roman]
  return `${start}${next} ${roman === 'IV' ? Number(year) + 1 : year}`
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name })
const carried = (page: Page) => page.getByRole('region', { name: /Tindak lanjut rapat lalu/ })
const card = (page: Page, words: string) => page.getByRole('listitem').filter({ hasText: words }).first()

/** Through the menu of the rapat's page. */
async function setStatus(desk: Page, status: string): Promise<void> {
  await press(desk, desk.locator('summary', { hasText: 'Ubah status' }))
  await press(desk, button(desk, `Jadikan ${status}`))
  await expect(desk.getByText(status, { exact: true }).first()).toBeVisible()
}

/** A new line under an item, begun where its text ends. */
async function startLine(desk: Page, number: number): Promise<void> {
  await tabTo(desk, textOf(desk, number))
  await desk.keyboard.press('Control+End')
  await desk.keyboard.press('Enter')
}

/** A tindak lanjut with its owner and day, without leaving the keyboard. */
async function writeTindakLanjut(desk: Page, words: string, owner: string, day: string): Promise<void> {
  await desk.keyboard.type('/t')
  await desk.keyboard.press('Enter')
  await desk.keyboard.type(words)
  await desk.keyboard.press('Tab')
  const line = lineWith(desk, words)
  await choose(desk, line.getByLabel('Penanggung jawab'), owner)
  await fillDay(desk, line.getByLabel('Tenggat'), day)
  await desk.keyboard.press('Escape')
  await expect(textOf(desk, 3)).toBeFocused()
  await settled(desk)
}

/** The pimpinan looks at the text, and approves it. */
const approveRead = (phone: Page, rapat: string): Promise<void> =>
  approve(phone, rapat, async () => {
    await phone.getByText('Tampilkan naskah').tap()
    await expect(phone.getByText(PROMISE)).toBeVisible()
  })

/** What the outbox has for somebody about this rapat, the latest first. */
async function newest(dataDir: string, rapat: string, sequence: number, to = 'kepala.perkim@demo.local') {
  const found = async () =>
    (await lettersOf(dataDir, rapat.slice('/rapat/'.length))).filter(
      letter => letter.to === to && eventOf(letter).event.sequence === sequence,
    )
  await expect.poll(async () => (await found()).length, { timeout: 30_000 }).toBe(1)
  const [letter] = (await found()).map(eventOf)
  if (letter === undefined) throw new Error('the letter is gone')
  return letter
}

/** Tells the invited what has changed, from the page of the invitation. */
async function tell(desk: Page, rapat: string): Promise<void> {
  await desk.goto(`${rapat}/undangan`)
  await press(desk, button(desk, 'Beri tahu sekarang'))
  await expect(desk.getByText('Semua undangan sudah tahu keadaan terakhir.')).toBeVisible()
}

/** How the file begins that a press downloads, at once or when it is made. */
async function taken(page: Page, press: () => Promise<void>): Promise<string> {
  const coming = page.waitForEvent('download', { timeout: 60_000 })
  await press()
  return (await readFile(await (await coming).path())).toString('latin1', 0, 4)
}

test('a whole cycle', async ({ openAs, dataDir }) => {
  test.setTimeout(480_000)
  const desk = await openAs('sekretariat')
  const perkim = await openAs('kepala.perkim', PHONE)
  const wabup = await openAs('wabup', PHONE)
  let title = ''
  let rapat = ''

  await test.step('a series is made, and its first rapat opened', async () => {
    await press(desk, link(desk, 'Rapat'))
    await press(desk, link(desk, 'Seri rapat'))
    await press(desk, link(desk, 'Buat seri'))
    await fillIn(desk, 'Nama seri', SERIES)
    await fillIn(desk, 'Judul rapat', 'Rakor Air Minum [triwulan]')
    await choose(desk, desk.getByLabel('Pimpinan rapat'), 'Wakil Bupati')
    await choose(desk, desk.getByLabel('Notulis'), 'Perencana')
    await fillIn(desk, 'Satu acara per baris', AGENDA)
    await press(desk, button(desk, 'Simpan'))
    await expect(desk.getByText('Seri tersimpan.')).toBeVisible()
    await press(desk, button(desk, 'Buka rapat berikutnya'))
    await textReady(desk)
    title = (await heading(desk).textContent()) ?? ''
    await press(desk, link(desk, 'Ubah'))
    await fillDay(desk, desk.getByLabel('Tanggal', { exact: true }), TODAY)
    await press(desk, button(desk, 'Simpan perubahan'))
    await textReady(desk)
  })

  await test.step('it decides something, and leaves an item', async () => {
    for (const status of ['Terjadwal', 'Berlangsung']) {
      await setStatus(desk, status)
      await expectFocusKept(desk)
    }
    await startLine(desk, 3)
    await writeTindakLanjut(desk, LATE, 'Perkim', LONG_AGO)
    await press(desk, link(desk, 'Tunda acara'))
    await press(desk, desk.getByLabel(`Tunda acara ${LEFT}`))
    const item = card(desk, LEFT)
    await tabTo(desk, item.getByLabel('Alasan'))
    await desk.keyboard.type('Data belum lengkap')
    await press(desk, item.getByRole('button', { name: 'Tunda' }))
    await expect(desk.getByText('Acara ditunda ke rapat berikutnya.')).toBeVisible()
  })

  await test.step('an OPD head proposes a topic on a phone, and it is accepted', async () => {
    await perkim.goto('/')
    await link(perkim, 'Usulkan agenda').tap()
    await link(perkim, `Usulkan agenda untuk ${SERIES}`).tap()
    await perkim.getByLabel('Topik').fill(TOPIC)
    await perkim.getByLabel('Mengapa perlu dibahas').fill('Musim kering mulai lebih awal.')
    await button(perkim, 'Kirim usulan').tap()
    await expect(perkim.getByText('Usulan terkirim.')).toBeVisible()
    await desk.goto('/rapat/seri')
    await press(desk, link(desk, SERIES))
    await choose(desk, card(desk, TOPIC).getByLabel('Masuk ke'), 'Masuk ke rapat yang')
    await press(desk, button(desk, `Terima usulan ${TOPIC}`))
    await expect(desk.getByText('Usulan diterima dan masuk ke rapat berikutnya')).toBeVisible()
  })

  await test.step('the next rapat opens with what is left', async () => {
    await press(desk, button(desk, 'Buka rapat berikutnya'))
    await textReady(desk)
    rapat = new URL(desk.url()).pathname
    await expect(heading(desk)).toHaveText(nextTitle(title))
    title = nextTitle(title)
    await expect(carried(desk)).toContainText(LATE)
    await expect(carried(desk)).toContainText('terlambat')
    const titles = desk.getByRole('textbox', { name: /^Judul acara/ })
    await expect(titles.nth(2)).toHaveValue(new RegExp(`^${LEFT} \\(ditunda dari `))
    await expect(titles.nth(4)).toHaveValue(TOPIC)
  })

  await test.step('the invited are told: of its day, its change, that it is put off, and of its day again', async () => {
    await setStatus(desk, 'Terjadwal')
    await press(desk, link(desk, 'Peserta'))
    await press(desk, link(desk, 'Undangan'))
    await press(desk, button(desk, 'Kirim undangan'))
    await expect(desk.getByText(/^Undangan dikirim kepada \d+ orang\.$/)).toBeVisible()
    const sent = await newest(dataDir, rapat, 0)
    const { uid } = sent.event
    expect([sent.method, sent.status, sent.zone]).toEqual(['REQUEST', 'CONFIRMED', 'Asia/Jakarta'])
    await press(desk, link(desk, /^Ubah$/))
    const day = await desk.getByLabel('Tanggal', { exact: true }).inputValue()
    expect(sent.event.startDate.toString()).toBe(`${day}T09:00:00`)
    await fillIn(desk, 'Mulai (WIB)', '13.30')
    await press(desk, button(desk, 'Simpan perubahan'))
    await textReady(desk)
    await tell(desk, rapat)
    const moved = await newest(dataDir, rapat, 1)
    expect([moved.method, moved.event.uid]).toEqual(['REQUEST', uid])
    expect(moved.event.startDate.toString()).toBe(`${day}T13:30:00`)

    await setStatus(desk, 'Ditunda')
    await tell(desk, rapat)
    const off = await newest(dataDir, rapat, 2)
    expect([off.method, off.status, off.event.uid]).toEqual(['CANCEL', 'CANCELLED', uid])

    await setStatus(desk, 'Terjadwal')
    await tell(desk, rapat)
    const again = await newest(dataDir, rapat, 3)
    expect([again.method, again.status, again.event.uid]).toEqual(['REQUEST', 'CONFIRMED', uid])
  })

  await test.step('an OPD head answers, and comes in by the code on the wall', async () => {
    await perkim.goto(`${rapat}/undangan`)
    await perkim.getByRole('radio', { name: 'Hadir' }).tap()
    await button(perkim, 'Kirim jawaban').tap()
    await expect(perkim.getByText('Jawaban disimpan. Terima kasih.')).toBeVisible()
    await setStatus(desk, 'Berlangsung')
    await press(desk, link(desk, 'Peserta'))
    await press(desk, link(desk, 'Daftar hadir'))
    await press(desk, button(desk, 'Hadir: Dinkes'))
    await expect(desk.getByRole('row', { name: /Dinkes/ }).first()).toContainText('Hadir')
    await press(desk, link(desk, 'Tampilkan kode QR'))
    const code = await link(desk, 'Buka tautan kode ini').getAttribute('href')
    await perkim.goto(code ?? '')
    await button(perkim, 'Catat kehadiran saya').tap()
    await expect(perkim.getByText(/Kehadiran Anda tercatat pukul/)).toBeVisible()
    await press(desk, link(desk, 'Daftar hadir'))
    await expect(desk.getByText(/^2 dari \d+ OPD hadir/)).toBeVisible()
  })

  await test.step('two people write at once', async () => {
    await press(desk, link(desk, 'Agenda & Notula'))
    await textReady(desk)
    await link(perkim, 'Buka rapat').tap()
    await textReady(perkim)
    await startLine(desk, 3)
    await textOf(perkim, 4).tap()
    await perkim.keyboard.press('Control+End')
    await perkim.keyboard.press('Enter')
    await Promise.all([
      desk.keyboard.type('Cakupan air minum dibahas per kecamatan. '),
      perkim.keyboard.type('Perkim menyiapkan peta sumber air.'),
    ])
    await expect(lineWith(desk, 'Perkim menyiapkan peta sumber air.')).toBeVisible()
    await expect(lineWith(perkim, 'Cakupan air minum dibahas per kecamatan.')).toBeVisible()
    await desk.keyboard.press('Enter')
    await desk.keyboard.type('/k')
    await desk.keyboard.press('Enter')
    await desk.keyboard.type('Jaringan pipa didahulukan untuk desa rawan kering')
    await desk.keyboard.press('Enter')
    await desk.keyboard.press('Enter')
    await writeTindakLanjut(desk, PROMISE, 'Perkim', '2031-02-28')
    await settled(perkim)
  })

  await test.step('read back: its owner counters, and accepts what becomes of it', async () => {
    await press(desk, link(desk, 'Bacakan ulang'))
    await link(perkim, 'Bacakan ulang').tap()
    await expect(card(perkim, PROMISE)).toBeVisible()
    await card(perkim, PROMISE).getByText('Tawar', { exact: true }).tap()
    await perkim.getByLabel('Tenggat').fill('2031-03-31')
    await perkim.getByLabel('Alasan').fill('Menunggu survei lapangan.')
    await button(perkim, 'Ajukan tawaran').tap()
    await press(desk, card(desk, PROMISE).getByRole('button', { name: 'Masukkan ke notula' }))
    await expect(card(perkim, PROMISE).getByText(/Dimasukkan ke notula/)).toBeVisible()
    await expectFocusKept(desk)
    await card(perkim, PROMISE).getByRole('button', { name: 'Terima', exact: true }).tap()
    await expect(card(desk, PROMISE).getByText('Diterima', { exact: true })).toBeVisible()
    await expect(card(desk, PROMISE).getByText('Senin, 31 Maret 2031').first()).toBeVisible()
    await press(desk, button(desk, 'Tutup rapat'))
    await expect(desk.getByText('Selesai', { exact: true }).first()).toBeVisible()
    await expectFocusKept(desk)
  })

  await test.step('submitted: a suggestion is made on a phone, and taken over', async () => {
    await press(desk, link(desk, 'Agenda & Notula'))
    await press(desk, link(desk, 'Ajukan notula'))
    await press(desk, button(desk, 'Ajukan'))
    await expect(desk.getByText('Notula diajukan.')).toBeVisible()
    await perkim.goto(`${rapat}/komentar`)
    await lineWith(perkim, 'Cakupan air minum').locator('xpath=following-sibling::a[1]').tap()
    await perkim.getByLabel('Usulan kalimat').check()
    await perkim.getByLabel('Kalimat yang diusulkan').fill('Cakupan air minum dibahas per desa.')
    await button(perkim, 'Simpan komentar').tap()
    await expect(perkim.getByText('Tersimpan.')).toBeVisible()
    await press(desk, link(desk, 'Agenda & Notula'))
    await textReady(desk)
    await press(desk, card(desk, 'per desa').getByRole('button', { name: 'Terima' }))
    await expect(lineWith(desk, 'Cakupan air minum dibahas per desa.')).toBeVisible()
    await expectFocusKept(desk)
  })

  await test.step('an approval is void once the notulis edits', async () => {
    await approveRead(wabup, rapat)
    await tabTo(desk, textOf(desk, 4))
    await desk.keyboard.press('Control+End')
    await desk.keyboard.type(' Disetujui bersama.')
    await settled(desk)
    await expect(async () => {
      await wabup.goto(`${rapat}/pengesahan`)
      await expect(wabup.getByText(/^Tidak berlaku lagi/)).toBeVisible({ timeout: 1_000 })
    }).toPass({ timeout: 30_000 })
  })

  await test.step('ratified by two', async () => {
    await approveRead(wabup, rapat)
    await press(desk, link(desk, 'Periksa dan sahkan'))
    await tabTo(desk, desk.getByLabel(/^Saya sudah memeriksanya/))
    await desk.keyboard.press('Space')
    await press(desk, button(desk, 'Sahkan'))
    await expect(desk.getByRole('heading', { name: 'Catatan tersegel' })).toBeVisible()
    await perkim.goto(rapat)
    await expect(perkim.getByText(/^Notula disahkan .* tidak berubah lagi/)).toBeVisible()
    await expect(lineWith(perkim, 'Cakupan air minum dibahas per desa.')).toBeVisible()
  })

  await test.step('the papers are taken along', async () => {
    await press(desk, desk.getByRole('link', { name: 'Kertas', exact: true }))
    const kept = link(desk, 'Unduh Notula yang disahkan (PDF)')
    await expect(async () => {
      await desk.goto(`${rapat}/kertas`)
      await expect(kept).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 60_000 })
    expect(await taken(desk, () => press(desk, kept))).toMatch(/^%PDF/)
    const sheet = button(desk, 'Buat Matriks tindak lanjut (Excel)')
    expect(await taken(desk, () => press(desk, sheet))).toMatch(/^PK/)
    await perkim.goto(`${rapat}/kertas`)
    const excerpt = button(perkim, 'Buat Cuplikan per OPD (PDF)')
    expect(await taken(perkim, () => excerpt.tap())).toMatch(/^%PDF/)
  })

  await test.step('and the next triwulan opens with the unfinished ones', async () => {
    await press(desk, link(desk, SERIES))
    await press(desk, button(desk, 'Buka rapat berikutnya'))
    await textReady(desk)
    await expect(heading(desk)).toHaveText(nextTitle(title))
    for (const words of [LATE, PROMISE]) await expect(carried(desk)).toContainText(words)
    await expect(carried(desk)).toContainText('31 Mar 2031')
  })
})
