// A tindak lanjut from the rapat that decides it to the evidence that finishes it: with a phone in the field, by keys
// alone, and without script.
import type { Locator, Page } from '@playwright/test'
import {
  expect,
  fillIn,
  lineWith,
  look,
  openNotula,
  PHONE,
  PLAIN,
  press,
  settled,
  startLine,
  tabTo,
  test,
} from './harness'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAD0lEQVQImWNgWFUOQhAKAB3OBIUZGFkdAAAAAElFTkSuQmCC',
  'base64',
)

const evidence = (page: Page) => page.getByRole('region', { name: 'Bukti dukung' })
const piece = (page: Page, title: string) => evidence(page).getByRole('listitem').filter({ hasText: title })
const comments = (page: Page) => page.getByRole('region', { name: 'Komentar' })
/** What the card says of itself, beside its title. */
const status = (page: Page, word: string): Locator =>
  page
    .getByRole('main')
    .locator('p:visible', { has: page.getByText(word, { exact: true }) })
    .first()
const summary = (within: Page | Locator, name: string) => within.locator('summary', { hasText: name })

/** Opens a card from the board. */
async function openCard(page: Page, title: string): Promise<string> {
  await page.goto('/tindak-lanjut')
  const link = page.getByRole('link', { name: title, exact: true }).first()
  await expect(link).toBeVisible({ timeout: 20_000 })
  const address = await link.getAttribute('href')
  if (address === null) throw new Error('a card without a page')
  await page.goto(address)
  await expect(evidence(page)).toBeVisible()
  return address
}

/** A card of Perkim that no rapat has decided. */
async function addCard(page: Page, title: string): Promise<void> {
  await page.goto('/tindak-lanjut')
  await expect(page.getByText('Langsung: perubahan orang lain')).toBeVisible({ timeout: 20_000 })
  await page.getByLabel('Tambah tindak lanjut ke Belum dimulai').first().click()
  const form = page.getByRole('form', { name: 'Tambah tindak lanjut ke Belum dimulai' })
  await form.getByLabel('Penanggung jawab').selectOption({ label: 'Perkim' })
  await form.getByLabel('Judul tindak lanjut').fill(title)
  await form.getByLabel('Judul tindak lanjut').press('Enter')
  await expect(page.getByRole('link', { name: title, exact: true }).first()).toBeVisible()
}

test('what a rapat decides is shown by photo, returned, shown better, and finished', async ({ openAs }) => {
  test.slow()
  const title = 'Meninjau jalan lingkungan di lapangan.'
  const notula = await openAs('sekretariat')

  await test.step('it is decided in the notula, and given to Perkim', async () => {
    await openNotula(notula)
    await startLine(notula, 5)
    await notula.keyboard.type('/t')
    await notula.keyboard.press('Enter')
    await notula.keyboard.type(title)
    const line = lineWith(notula, title)
    await line.getByLabel('Penanggung jawab').selectOption({ label: 'Perkim' })
    await line.getByLabel('Tenggat').fill('2035-01-29')
    await settled(notula)
  })

  const phone = await openAs('kepala.perkim', PHONE)
  const address = await test.step('it is on the board of Perkim', () => openCard(phone, title))
  const desk = await openAs('sekretariat')
  await desk.goto(address)

  await test.step('what a draft says is locked there, with the way to its line', async () => {
    await expect(desk.getByRole('link', { name: 'Ubah di notula' })).toHaveAttribute('href', /#line-/)
    for (const locked of ['judul', 'tenggat', 'penanggung jawab'])
      await expect(desk.locator(`summary[aria-label="Ubah ${locked}"]`)).toHaveCount(0)
    await expect(desk.locator('summary[aria-label="Ubah uraian"]')).toHaveCount(1)
    await look(desk, 'kartu-draf')
  })

  await test.step('two photos of a phone go up, over a line that breaks', async () => {
    const photo = await phone.screenshot({ type: 'jpeg' })
    let isBroken = true
    await phone.route('**/berkas/unggahan/*', route =>
      isBroken && route.request().method() === 'PATCH' ? route.abort() : route.continue(),
    )
    await evidence(phone).getByLabel('Keterangan').fill('Jalan sebelum dikerjakan')
    const shot = (name: string) => ({ name, mimeType: 'image/jpeg', buffer: photo })
    await evidence(phone)
      .getByLabel('Ambil foto')
      .setInputFiles([shot('IMG_2041.jpg'), shot('IMG_2042.jpg')])
    await expect(phone.getByText(/^Sambungan terputus/).first()).toBeVisible()
    isBroken = false
    await phone.evaluate(() => window.dispatchEvent(new Event('online')))
    await expect(piece(phone, 'Jalan sebelum dikerjakan')).toHaveCount(2, { timeout: 20_000 })
    await expect(piece(desk, 'Jalan sebelum dikerjakan')).toHaveCount(2)
    // Drawn anew by the server.
    const small = evidence(desk).locator('img').first()
    await small.scrollIntoViewIfNeeded()
    await expect
      .poll(() => small.evaluate(image => image instanceof HTMLImageElement && image.naturalWidth > 0))
      .toBe(true)
    await look(phone, 'kartu-bukti-hp')
  })

  await test.step('what is no picture is refused, whatever it is called', async () => {
    const script = { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<svg/>') }
    await evidence(phone).getByLabel('Ambil foto').setInputFiles(script)
    await expect(evidence(phone).getByRole('alert').filter({ hasText: /\w/ })).toContainText('Bukan PDF')
    await phone.getByRole('button', { name: 'Tutup pesan tentang foto.jpg' }).tap()
  })

  await test.step('verification is asked for, and the evidence comes back with a note', async () => {
    await evidence(phone).getByRole('button', { name: 'Ajukan verifikasi', exact: true }).tap()
    await expect(status(phone, 'Menunggu verifikasi')).toBeVisible()
    await expect(status(desk, 'Menunggu verifikasi')).toBeVisible()
    const first = piece(desk, 'IMG_2041.jpg')
    await summary(first, 'Kembalikan').click()
    await first.getByRole('button', { name: 'Kembalikan dengan catatan' }).click()
    await expect(first.getByRole('alert').first()).toBeAttached()
    await first.getByLabel('Apa yang kurang').fill('Foto terlalu gelap.')
    await look(desk, 'kartu-bukti-menilai')
    await first.getByRole('button', { name: 'Kembalikan dengan catatan' }).click()
    await expect(status(desk, 'Berjalan')).toBeVisible()
    await expect(status(phone, 'Berjalan')).toBeVisible()
    await expect(piece(phone, 'IMG_2041.jpg')).toContainText('Foto terlalu gelap.')
  })

  await test.step('better evidence is accepted, and the work is done', async () => {
    await evidence(phone).getByLabel('Keterangan').fill('Jalan pada siang hari')
    await evidence(phone)
      .getByLabel('Pilih berkas')
      .setInputFiles({ name: 'siang.png', mimeType: 'image/png', buffer: PNG })
    await expect(piece(phone, 'Jalan pada siang hari')).toBeVisible()
    await evidence(phone).getByRole('button', { name: 'Ajukan verifikasi', exact: true }).tap()
    await expect(status(desk, 'Menunggu verifikasi')).toBeVisible()
    await desk
      .getByRole('button', { name: 'Terima Jalan pada siang hari dan selesaikan tindak lanjut' })
      .click()
    await expect(status(desk, 'Selesai')).toBeVisible()
    await expect(status(phone, 'Selesai')).toBeVisible()
    await expect(piece(phone, 'Jalan pada siang hari')).toContainText('Diterima')
    await look(desk, 'kartu-bukti-selesai')
  })

  await test.step('the notula shows it, on a page that nobody has loaded anew', () =>
    expect(lineWith(notula, title).locator('.nt-work-state')).toHaveText('Selesai'))
})

test('evidence is handed in, judged and talked about by keys alone', async ({ openAs }) => {
  test.slow()
  const title = 'Memadankan data rumah'
  const desk = await openAs('sekretariat')
  await addCard(desk, title)
  const perkim = await openAs('kepala.perkim')
  const address = await openCard(perkim, title)
  await desk.goto(address)
  const handIn = async (what: string) => {
    if (!(await evidence(perkim).getByLabel('Judul bukti').isVisible()))
      await press(perkim, summary(perkim, 'Serahkan tautan'))
    await fillIn(perkim, 'Judul bukti', what)
    await fillIn(perkim, 'Alamat', 'https://mukomukokab.go.id/laporan')
    await press(perkim, perkim.getByRole('button', { name: 'Serahkan dan ajukan verifikasi' }))
    await expect(piece(perkim, what)).toBeVisible()
  }

  await test.step('an address, with the question in the same step', async () => {
    await handIn('Laporan pertama')
    await expect(status(perkim, 'Menunggu verifikasi')).toBeVisible()
    await expect(piece(desk, 'Laporan pertama')).toContainText('mukomukokab.go.id')
  })

  await test.step('it is returned with a note, and comes again', async () => {
    await press(desk, summary(desk, 'Kembalikan'))
    await fillIn(desk, 'Apa yang kurang', 'Belum ditandatangani.')
    await press(desk, desk.getByRole('button', { name: 'Kembalikan dengan catatan' }))
    await expect(
      evidence(perkim)
        .getByText(/Belum ditandatangani/)
        .first(),
    ).toBeVisible()
    await handIn('Laporan bertanda tangan')
  })

  await test.step('somebody is named in a comment, which is settled', async () => {
    await tabTo(desk, comments(desk).getByLabel('Tulis komentar'))
    await desk.keyboard.type('Mohon lampirkan daftar nama, @Perkim.')
    await press(desk, comments(desk).getByRole('button', { name: 'Kirim' }))
    await expect(comments(perkim).getByRole('paragraph').getByText('@Perkim')).toBeVisible()
    await look(perkim, 'kartu-komentar')
    await press(perkim, comments(perkim).getByRole('button', { name: 'Tandai selesai' }))
    await expect(summary(comments(desk), '1 komentar selesai')).toBeVisible()
  })

  await test.step('it is accepted, and the work is done', async () => {
    await press(
      desk,
      desk.getByRole('button', { name: 'Terima Laporan bertanda tangan dan selesaikan tindak lanjut' }),
    )
    await expect(status(perkim, 'Selesai')).toBeVisible()
  })

  await test.step('who has heard enough mutes it', async () => {
    await expect(desk.getByText('Anda mengikuti kartu ini')).toBeVisible()
    await press(desk, desk.getByRole('button', { name: 'Bisukan' }))
    await expect(desk.getByText('Anda membisukan kartu ini')).toBeVisible()
    await press(desk, desk.getByRole('button', { name: 'Berhenti mengikuti' }))
    await expect(desk.getByText('Anda tidak mengikuti kartu ini')).toBeVisible()
  })
})

test('all of it works without script', async ({ openAs }) => {
  test.slow()
  const title = 'Menata saluran air'
  const desk = await openAs('sekretariat')
  await addCard(desk, title)
  const address = await openCard(desk, title)
  const plain = await openAs('kepala.perkim', PLAIN)
  await plain.goto(address)

  await evidence(plain).getByLabel('Keterangan').fill('Saluran selesai')
  await evidence(plain)
    .getByLabel('Pilih berkas')
    .setInputFiles({ name: 'saluran.png', mimeType: 'image/png', buffer: PNG })
  await evidence(plain).getByRole('button', { name: 'Unggah' }).click()
  await expect(plain.getByText('1 berkas tersimpan.')).toBeVisible()
  await expect(piece(plain, 'Saluran selesai')).toBeVisible()

  await summary(plain, 'Serahkan tautan').click()
  await plain.getByLabel('Judul bukti').fill('Berita acara')
  await plain.getByLabel('Alamat').fill('bukan alamat')
  await plain.getByRole('button', { name: 'Serahkan', exact: true }).click()
  await expect(plain.getByText('Tulis alamat lengkap, diawali https://')).toBeVisible()
  await expect(plain.getByLabel('Judul bukti')).toHaveValue('Berita acara')
  await plain.getByLabel('Alamat').fill('https://mukomukokab.go.id/ba')
  await plain.getByRole('button', { name: 'Serahkan dan ajukan verifikasi' }).click()
  await plain.waitForURL(`**${address}#bukti`)
  await expect(status(plain, 'Menunggu verifikasi')).toBeVisible()

  await piece(plain, 'Berita acara').getByRole('button', { name: 'Tarik Berita acara' }).click()
  await expect(piece(plain, 'Berita acara')).toContainText('Ditarik')
  await comments(plain).getByLabel('Tulis komentar').fill('Salah unggah, maaf.')
  await comments(plain).getByRole('button', { name: 'Kirim' }).click()
  await expect(
    comments(plain).getByRole('paragraph').filter({ hasText: 'Salah unggah, maaf.' }),
  ).toBeVisible()
  await comments(plain).getByRole('button', { name: 'Hapus' }).click()
  await expect(comments(plain).getByText('Komentar ini dihapus penulisnya.')).toBeVisible()
  await expect(comments(desk).getByText('Komentar ini dihapus penulisnya.')).toBeVisible()
})
