// From invitation to the list of who was there: letters in the outbox, answers, the code on the wall, the quorum.
import { openDatabase } from '@mufakat/db'
import type { Page } from '@playwright/test'
import ICAL from 'ical.js'
import { eventOf, expect, lettersAt, lettersOf, look, PHONE, PLAIN, test } from './harness'

/** A title that would begin lines and properties of its own, in a calendar file and in a letter. */
const NASTY = 'Rakor uji; "akhir", 100%\r\nATTENDEE:mailto:lain@contoh.go.id\r\nBcc: lain@contoh.go.id'

/** What a form would send, by who is signed in on the page. */
async function post(page: Page, path: string, form: Record<string, string>, opd: string[] = []) {
  const body = new URLSearchParams([
    ...Object.entries(form),
    ...opd.map(id => ['opd', id] as [string, string]),
  ])
  return page.request.post(path, {
    data: body.toString(),
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      Origin: new URL(page.url()).origin,
      'Sec-Fetch-Site': 'same-origin',
    },
    maxRedirects: 0,
  })
}

const SCHEDULE = {
  triwulan: '2035-1',
  date: '2035-03-13',
  startTime: '09:00',
  plannedMinutes: '2j',
  place: 'Aula; lantai 2',
}

interface Made {
  readonly path: string
  readonly id: string
}

/** A draft to which the three OPD of the demo's accounts are invited, with chair and notulis. */
async function makeRapat(desk: Page, databaseUrl: string, title: string): Promise<Made> {
  const database = openDatabase(databaseUrl, { max: 1 })
  const opd = await database.sql<{ id: string }[]>`
    select id from opd where short_name in ('Perkim', 'Dinkes', 'Dinsos')`
  const people = await database.sql<{ id: string; email: string }[]>`
    select id, email from person where email in ('wabup@demo.local', 'sekretariat@demo.local')`
  await database.close()
  const idOf = (email: string) => people.find(one => one.email === email)?.id ?? ''
  const answer = await post(
    desk,
    '/rapat/baru',
    {
      ...SCHEDULE,
      title,
      chairId: idOf('wabup@demo.local'),
      notulisId: idOf('sekretariat@demo.local'),
      'agenda.0.title': 'Pembukaan',
      'agenda.0.minutes': '15m',
    },
    opd.map(one => one.id),
  )
  const path = new URL(answer.headers().location ?? '', desk.url()).pathname
  expect(path).toMatch(/^\/rapat\/[0-9a-f-]{36}$/)
  return { path, id: path.slice('/rapat/'.length) }
}

const setStatus = async (desk: Page, { path }: Made, status: string) =>
  expect((await post(desk, `${path}/status`, { status })).status()).toBeLessThan(400)

async function change(
  desk: Page,
  databaseUrl: string,
  rapat: Made,
  title: string,
  facts: Partial<typeof SCHEDULE>,
) {
  const database = openDatabase(databaseUrl, { max: 1 })
  const [row] = await database.sql<{ revision: number; chair: string; notulis: string }[]>`
    select revision, chair_id as chair, notulis_id as notulis from rapat
    where id = ${rapat.id}`
  await database.close()
  const answer = await post(desk, `${rapat.path}/ubah`, {
    ...SCHEDULE,
    ...facts,
    title,
    chairId: row?.chair ?? '',
    notulisId: row?.notulis ?? '',
    revision: String(row?.revision),
  })
  expect(answer.status(), await answer.text()).toBe(302)
}

test('invited by mail, answered on a phone, checked in by the code', async ({
  openAs,
  openBrowser,
  databaseUrl,
  dataDir,
}) => {
  test.slow()
  const desk = await openAs('sekretariat')
  const rapat = await makeRapat(desk, databaseUrl, NASTY)
  const page = `${rapat.path}/undangan`

  await test.step('a draft mails nobody', async () => {
    await desk.goto(page)
    await expect(desk.getByText('Rapat masih draf: belum ada yang diberi tahu.')).toBeVisible()
    expect((await post(desk, page, { maksud: 'kirim' })).status()).toBe(409)
    await look(desk, 'undangan-draf')
  })

  await test.step('terjadwal and sent: one letter each, with one event that a calendar reads', async () => {
    await setStatus(desk, rapat, 'terjadwal')
    expect(await lettersOf(dataDir, rapat.id)).toEqual([])
    await desk.goto(page)
    await desk.getByRole('button', { name: 'Kirim undangan' }).click()
    await expect(desk.getByText('Undangan dikirim kepada 5 orang.')).toBeVisible()
    const sent = await lettersAt(dataDir, rapat.id, 0, 5)
    expect(sent.map(letter => letter.to).sort()).toEqual(
      ['kepala.dinkes', 'kepala.dinsos', 'kepala.perkim', 'sekretariat', 'wabup'].map(
        name => `${name}@demo.local`,
      ),
    )
    for (const letter of sent) {
      const { events, event, method, status, zone, attendees } = eventOf(letter)
      expect([events.length, method, status, letter.calendar?.method]).toEqual([
        1,
        'REQUEST',
        'CONFIRMED',
        'REQUEST',
      ])
      expect([zone, event.startDate.toString(), event.endDate.toString()]).toEqual([
        'Asia/Jakarta',
        '2035-03-13T09:00:00',
        '2035-03-13T11:00:00',
      ])
      expect(attendees).toEqual([`mailto:${letter.to}`])
      expect(event.summary).toBe(NASTY.replaceAll('\r\n', '\n'))
      expect(event.location).toBe(SCHEDULE.place)
      expect(letter.attached?.trim()).toBe(letter.calendar?.file.trim())
      expect(letter.subject).toMatch(/^Undangan: Rakor uji; "akhir", 100% ATTENDEE/)
    }
  })

  await test.step('hour and place change: one merged letter each, the same event moved', async () => {
    await change(desk, databaseUrl, rapat, NASTY, { startTime: '10:00' })
    await change(desk, databaseUrl, rapat, NASTY, { startTime: '13:30', place: 'Ruang rapat' })
    await desk.goto(page)
    await expect(desk.getByText('Ada perubahan yang belum diberitahukan.')).toBeVisible()
    await look(desk, 'undangan-berubah')
    await desk.getByRole('button', { name: 'Beri tahu sekarang' }).click()
    await expect(desk.getByText('Semua undangan sudah tahu keadaan terakhir.')).toBeVisible()
    const moved = await lettersAt(dataDir, rapat.id, 1, 5)
    const [first] = (await lettersAt(dataDir, rapat.id, 0, 5)).map(eventOf)
    for (const letter of moved) {
      const { event, method } = eventOf(letter)
      expect([method, event.uid, event.startDate.toString()]).toEqual([
        'REQUEST',
        first?.event.uid,
        '2035-03-13T13:30:00',
      ])
      expect(letter.text).toContain('Waktu: 09.00 WIB → 13.30 WIB')
      expect(letter.text).toContain('Tempat: Aula; lantai 2 → Ruang rapat')
    }
  })

  await test.step('the letter is written, and its text and calendar file are at hand', async () => {
    await desk.getByRole('link', { name: 'Ubah surat' }).click()
    await desk.getByLabel('Nomor', { exact: true }).fill('005/17/2035')
    await desk.getByLabel('Tembusan').fill('Bupati\nSekretaris Daerah')
    await desk.getByLabel('Catatan').fill('NIK 1706010101900001')
    await desk.getByRole('button', { name: 'Simpan' }).click()
    await expect(desk.getByLabel('Catatan')).toHaveAttribute('aria-invalid', 'true')
    await look(desk, 'undangan-ubah')
    await desk.getByLabel('Catatan').fill('Mohon hadir tepat waktu.')
    await desk.getByRole('button', { name: 'Simpan' }).click()
    await expect(desk.getByText('Surat disimpan.')).toBeVisible()
    await desk.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await desk.getByRole('button', { name: 'Salin teks undangan' }).click()
    await expect(desk.getByRole('button', { name: 'Teks tersalin' })).toBeVisible()
    const copied = await desk.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain('Nomor: 005/17/2035')
    expect(copied).toContain('Tempat: Ruang rapat')
    const share = await desk.getByRole('link', { name: 'Kirim lewat WhatsApp' }).getAttribute('href')
    expect(new URL(share ?? '').searchParams.get('text')).toBe(copied)
    const file = await desk.request.get(`${rapat.path}/kalender`)
    expect(file.headers()['content-type']).toContain('text/calendar')
    const event = new ICAL.Event(
      new ICAL.Component(ICAL.parse(await file.text())).getFirstSubcomponent('vevent') ?? undefined,
    )
    expect([event.sequence, event.startDate.toString()]).toEqual([1, '2035-03-13T13:30:00'])
  })

  await test.step('the head of an OPD answers on a phone, without script', async () => {
    const phone = await openAs('kepala.perkim', { ...PHONE, ...PLAIN })
    await phone.goto(page)
    await phone.getByRole('radio', { name: 'Diwakilkan' }).check()
    await phone.getByRole('button', { name: 'Kirim jawaban' }).click()
    await expect(phone.getByText('Tulis siapa yang mewakili.')).toBeVisible()
    await phone.getByLabel('Yang mewakili', { exact: true }).selectOption({ index: 1 })
    await phone.getByRole('button', { name: 'Kirim jawaban' }).click()
    await expect(phone.getByText('Jawaban disimpan. Terima kasih.')).toBeVisible()
    await expect(phone.getByText('Diwakilkan oleh Contoh – Staf Perkim')).toBeVisible()
    const seen = await openAs('kepala.perkim', PHONE)
    await seen.goto(page)
    await look(seen, 'undangan')
  })

  await setStatus(desk, rapat, 'berlangsung')
  const list = `${rapat.path}/daftar-hadir`
  const line = (name: string) => desk.getByRole('row', { name: new RegExp(name) })

  await test.step('one press marks an OPD; the deputy of the answer stands for another', async () => {
    await desk.goto(list)
    await expect(desk.getByText('0 dari 3 OPD hadir')).toBeVisible()
    await desk.getByRole('button', { name: 'Hadir: Dinkes' }).click()
    await expect(line('Dinkes')).toContainText('Hadir')
    await expect(desk.getByText('1 dari 3 OPD hadir')).toBeVisible()
    await expect(desk.getByText('kuorum belum tercapai')).toBeVisible()
    await desk.getByRole('button', { name: 'Diwakilkan: Perkim' }).click()
    await expect(line('Perkim')).toContainText('Contoh – Staf Perkim')
    await expect(desk.getByText('kuorum tercapai')).toBeVisible()
    // Nobody was named for Dinsos: its form asks.
    await desk.getByRole('button', { name: 'Diwakilkan: Dinsos' }).click()
    await expect(desk.getByLabel('Diwakilkan oleh')).toHaveAttribute('aria-invalid', 'true')
    await look(desk, 'daftar-hadir-ubah')
    await desk.goto(list)
    await desk.getByRole('link', { name: 'Ubah kehadiran Dinkes' }).click()
    await desk.getByLabel('Datang pukul').fill('13:20')
    await desk.getByLabel('Pulang pukul').fill('13:10')
    await desk.getByRole('button', { name: 'Simpan kehadiran' }).click()
    await expect(desk.getByText('Jam pulang tidak boleh sebelum jam datang.')).toBeVisible()
    await desk.getByLabel('Pulang pukul').fill('15:40')
    await desk.getByRole('button', { name: 'Simpan kehadiran' }).click()
    await expect(line('Dinkes')).toContainText('13.20 – 15.40')
  })

  await desk.goto(`${list}/kode`)
  await expect(desk.getByRole('img', { name: /^Kode QR kehadiran/ })).toBeVisible()
  const code = (await desk.getByRole('link', { name: 'Buka tautan kode ini' }).getAttribute('href')) ?? ''
  expect(code).toMatch(/\?kode=\d+\.[\w-]{43}$/)

  await test.step('who has an account checks in by the code', async () => {
    const phone = await openAs('kepala.dinsos', PHONE)
    await phone.goto(code)
    await expect(phone).toHaveURL(/\/hadir\/[0-9a-f-]{36}$/)
    await expect(phone.getByText('Anda masuk sebagai Contoh – ')).toBeVisible()
    await look(phone, 'hadir-akun')
    await phone.getByRole('button', { name: 'Catat kehadiran saya' }).click()
    await expect(phone.getByText(/Kehadiran Anda tercatat pukul/)).toBeVisible()
  })

  await test.step('who has none fills in a form, and waits to be confirmed', async () => {
    const stranger = await openBrowser(PHONE)
    await stranger.goto(code)
    await expect(stranger.getByRole('link', { name: 'Saya punya akun: masuk' })).toBeVisible()
    await stranger.getByLabel('Nama').fill('Ani Suryani')
    await stranger.getByLabel('Instansi').fill('PKK Kabupaten')
    await stranger.getByLabel('No. HP').fill('0812-0000-0001')
    await look(stranger, 'hadir-tanpa-akun')
    await stranger.getByRole('button', { name: 'Kirim' }).click()
    await expect(stranger.getByText('Nama Anda menunggu konfirmasi sekretariat.')).toBeVisible()
    // The address alone opens nothing: the ticket stays in the browser that saw the code.
    const other = await openBrowser()
    await other.goto(code.replace(/\?.*/, ''))
    await expect(other.getByText('Kode ini sudah lewat waktunya')).toBeVisible()
    await look(other, 'hadir-lewat')
  })

  await test.step('the list as it stands then', async () => {
    await desk.goto(list)
    await expect(desk.getByText('3 dari 3 OPD hadir')).toBeVisible()
    await expect(desk.getByRole('heading', { name: 'Menunggu konfirmasi (1)' })).toBeVisible()
    await look(desk, 'daftar-hadir-menunggu')
    await desk.getByRole('button', { name: 'Konfirmasi Ani Suryani' }).click()
    await expect(desk.getByText('Peserta dikonfirmasi.')).toBeVisible()
    await expect(desk.getByRole('row', { name: /Ani Suryani/ })).toContainText('+6281200000001')
    await look(desk, 'daftar-hadir')
    const reader = await openAs('kepala.dinkes')
    await reader.goto(list)
    await expect(reader.getByRole('row', { name: /Ani Suryani/ })).not.toContainText('+62812')
    await expect(reader.getByRole('button', { name: /^Hadir:/ })).toHaveCount(0)
    await desk.emulateMedia({ media: 'print' })
    await expect(desk.getByRole('columnheader', { name: 'Tanda tangan' })).toBeVisible()
    await desk.emulateMedia({ media: null })
  })
})

test('called off: the event goes from calendars', async ({ openAs, databaseUrl, dataDir }) => {
  const desk = await openAs('sekretariat')
  const rapat = await makeRapat(desk, databaseUrl, 'Rakor yang batal')
  await setStatus(desk, rapat, 'terjadwal')
  await desk.goto(`${rapat.path}/undangan`)
  await desk.getByRole('button', { name: 'Kirim undangan' }).click()
  const [first] = (await lettersAt(dataDir, rapat.id, 0, 5)).map(eventOf)
  await setStatus(desk, rapat, 'dibatalkan')
  await desk.goto(`${rapat.path}/undangan`)
  await desk.getByRole('button', { name: 'Beri tahu sekarang' }).click()
  for (const letter of await lettersAt(dataDir, rapat.id, 1, 5)) {
    const { event, method, status } = eventOf(letter)
    expect([method, status, letter.calendar?.method]).toEqual(['CANCEL', 'CANCELLED', 'CANCEL'])
    expect(event.uid).toBe(first?.event.uid)
    expect(letter.subject).toBe('Dibatalkan: Rakor yang batal')
  }
  expect((await desk.request.get(`${rapat.path}/kalender`)).status()).toBe(404)
})
