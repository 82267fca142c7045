// From a tindak lanjut to the indicator that it moves, and from the notula to what an indicator stands at: named by keyboard,
// the same number on every screen as soon as it is another, and from ratification on the one that was ratified.
import { randomUUID } from 'node:crypto'
import { openDatabase } from '@mufakat/db'
import type { Page } from '@playwright/test'
import {
  expect,
  lineWith,
  look,
  makeRapat,
  openText,
  PHONE,
  PLAIN,
  setStatus,
  settled,
  startLine,
  test,
  textOf,
} from './harness'

const NAME = 'Rumah layak percobaan'

/** An indicator of its own, so that no other is touched, with ways to say what it stands at. */
async function makeIndicator(url: string) {
  const { sql, close } = openDatabase(url, { max: 1 })
  const [by] = await sql<{ id: string; opd: string }[]>`
    select person.id, (select id from opd where short_name = 'Perkim') as opd from person where role = 'sekretariat' limit 1`
  const [programmeId, id, now] = [randomUUID(), randomUUID(), new Date()]
  const made = { owner_opd_id: by?.opd ?? '', position: 900, created_by: by?.id ?? '', created_at: now }
  await sql`insert into programme ${sql({
    ...{ id: programmeId, name: 'Program percobaan', strategy: 'c', ...made, updated_at: now },
  })}`
  await sql`insert into indicator ${sql({
    ...{ id, programme_id: programmeId, name: NAME, unit: 'unit', direction: 'naik', level: 'kabupaten' },
    ...{ roll_up: 'tidak', accumulation: 'terakhir', frequency: 'triwulan', source: 'Perkim', ...made },
    updated_at: now,
  })}`
  await sql`insert into indicator_definition ${sql({
    ...{ id: randomUUID(), indicator_id: id, version: 1, definition: 'Menurut pendataan', year: 2020 },
    ...{ quarter: 1, created_by: by?.id ?? '', created_at: now },
  })}`
  const say = (value: number) =>
    sql.begin(async tx => {
      const at = new Date()
      await tx`update indicator_value set superseded_at = ${at} where indicator_id = ${id} and superseded_at is null`
      await tx`insert into indicator_value ${tx({
        ...{ id: randomUUID(), indicator_id: id, year: 2025, quarter: 4, value, finality: 'final' },
        ...{ as_of: '2025-12-31', source: 'Perkim', definition_version: 1, created_by: by?.id ?? '' },
        ...{ created_at: at, verified_by: by?.id ?? '', verified_at: at },
      })}`
    })
  return { say, close }
}

const chip = (page: Page) => page.locator('.nt-angka', { hasText: NAME }).first()

async function approve(page: Page, rapat: string): Promise<void> {
  await page.goto(`${rapat}/pengesahan`)
  await page.getByLabel(/^Saya sudah memeriksanya/).check()
  await page.getByRole('button', { name: 'Sahkan' }).click()
  await expect(page.getByText(/Persetujuan Anda tercatat|Notula disahkan/).first()).toBeVisible()
}

test('an indicator is named by keyboard, its number is live for everybody, and frozen with the notula', async ({
  openAs,
  databaseUrl,
}) => {
  test.setTimeout(180_000)
  const indicator = await makeIndicator(databaseUrl)
  await indicator.say(3_500)
  const desk = await openAs('sekretariat')
  const rapat = await makeRapat(desk, 'Rakor tautan percobaan')
  for (const status of ['Terjadwal', 'Berlangsung']) await setStatus(desk, status)
  await openText(desk, rapat)
  const opd = await openAs('kepala.perkim')
  await openText(opd, rapat)

  await test.step('by the slash menu, by its sign, and as its name is typed', async () => {
    await startLine(desk, 1)
    await desk.keyboard.type('Kini /indikator')
    await expect(desk.getByRole('option', { name: /^Indikator/ })).toBeVisible()
    await desk.keyboard.press('Enter')
    await expect(desk.getByRole('listbox', { name: 'Sebut indikator' })).toBeVisible()
    await desk.keyboard.type('rumah layak p')
    await expect(desk.getByRole('option', { name: new RegExp(NAME) })).toBeVisible()
    await look(desk, 'notula-sebut-indikator')
    await textOf(desk, 1).focus()
    await desk.keyboard.press('Enter')
    await desk.keyboard.type('yang tercatat.')
    await expect(chip(desk)).toContainText('3.500 unit · Triwulan IV 2025')
    await settled(desk)
    await expect(lineWith(desk, 'Kini ').locator('.nt-words').last()).toHaveText(
      /^Kini Rumah layak percobaan 3\.500 unit · Triwulan IV 2025 yang tercatat\.$/,
    )
  })

  await test.step('the other screen has it, and the new number without a reload', async () => {
    await expect(chip(opd)).toContainText('3.500 unit', { timeout: 20_000 })
    // The projector has taken the text in when a page that is only read shows the name.
    const reader = await openAs('bupati', { ...PHONE, ...PLAIN })
    await expect(async () => {
      await reader.goto(rapat)
      await expect(chip(reader)).toContainText('3.500 unit', { timeout: 1_000 })
    }).toPass({ timeout: 30_000 })
    await indicator.say(3_400)
    await expect(chip(opd)).toContainText('3.400 unit', { timeout: 15_000 })
    await expect(chip(desk)).toContainText('3.400 unit', { timeout: 15_000 })
    await look(opd, 'notula-indikator')
  })

  await test.step('who approved another number has to approve again', async () => {
    await desk.goto(rapat)
    await setStatus(desk, 'Selesai')
    await desk.goto(`${rapat}/pengesahan`)
    await desk.getByRole('button', { name: 'Ajukan' }).click()
    await expect(desk.getByText('Notula diajukan.')).toBeVisible()
    const phone = await openAs('wabup', PHONE)
    await approve(phone, rapat)
    await indicator.say(3_300)
    await phone.goto(`${rapat}/pengesahan`)
    await expect(phone.getByText(/^Tidak berlaku lagi/)).toBeVisible()
    await phone.getByText('Tampilkan naskah').click()
    await expect(chip(phone)).toContainText('3.300 unit')
    await look(phone, 'pengesahan-indikator')
    await approve(phone, rapat)
    await approve(desk, rapat)
  })

  await test.step('what was ratified stays, whatever is said since', async () => {
    await indicator.say(3_100)
    for (const page of [desk, opd]) {
      await page.goto(rapat)
      await expect(chip(page)).toContainText('3.300 unit')
      await expect(page.getByText(/^Angka indikator di notula ini dibekukan saat disahkan/)).toBeVisible()
    }
    await look(opd, 'notula-indikator-beku')
  })
  await indicator.close()
})

test('on a phone without script a tindak lanjut is linked to an indicator, and unlinked', async ({
  openAs,
  databaseUrl,
}) => {
  const indicator = await makeIndicator(databaseUrl)
  const phone = await openAs('sekretariat', { ...PHONE, ...PLAIN })
  const title = `Membangun rumah ${randomUUID().slice(0, 4)}`
  await phone.goto('/tindak-lanjut')
  await phone.getByLabel('Tambah tindak lanjut ke Belum dimulai').first().click()
  const adding = phone.getByRole('form', { name: 'Tambah tindak lanjut ke Belum dimulai' }).first()
  await adding.getByLabel('Penanggung jawab').selectOption({ label: 'Perkim' })
  await adding.getByLabel('Judul tindak lanjut').fill(title)
  await adding.getByRole('button', { name: 'Tambah kartu' }).click()
  await phone.getByRole('link', { name: title, exact: true }).click()
  const section = phone.getByRole('region', { name: 'Kontribusi ke indikator', exact: true })
  const form = (what: string) => section.getByRole('form', { name: `Ubah ${what}` })
  await section.locator('summary', { hasText: 'Tambah kontribusi' }).click()
  const made = form('kontribusi baru')
  const option = made.getByLabel('Indikator').locator('option', { hasText: NAME }).first()
  await made.getByLabel('Indikator').selectOption((await option.getAttribute('value')) ?? '')
  await made.getByLabel('Jumlah').fill('0.125')
  await made.getByLabel('Tempat').selectOption({ label: 'Kec. Ipuh' })
  await made.getByRole('button', { name: 'Simpan' }).click()
  await expect(made.getByText('Titiknya dapat berarti ribuan atau desimal')).toBeVisible()
  await expect(made.getByLabel('Tempat')).toHaveValue(/^17\.06\.\d\d$/)
  await made.getByLabel('Jumlah').fill('1.040,5')
  await made.getByRole('button', { name: 'Simpan' }).click()
  await expect(section.getByText('1.040,5 unit · Kec. Ipuh')).toBeVisible()
  await section.locator('summary', { hasText: 'Ubah' }).first().click()
  const changed = form(`kontribusi ke ${NAME}`)
  await expect(changed.getByLabel(/^Jumlah/)).toHaveValue('1040,5')
  await changed.getByLabel(/^Jumlah/).fill('40')
  await changed.getByLabel('Tempat').selectOption({ label: 'Seluruh kabupaten' })
  await changed.getByRole('button', { name: 'Simpan' }).click()
  await expect(section.getByText('40 unit · Seluruh kabupaten')).toBeVisible()
  const perkim = await openAs('kepala.perkim', PHONE)
  await perkim.goto(new URL(phone.url()).pathname)
  await perkim.locator('#kontribusi summary', { hasText: 'Tambah kontribusi' }).click()
  await look(perkim, 'kartu-kontribusi')
  await perkim.locator('#kontribusi').getByRole('link', { name: NAME }).click()
  await expect(perkim.getByRole('heading', { level: 1, name: NAME })).toBeVisible()
  await section.getByRole('button', { name: `Hapus kontribusi ke ${NAME}` }).click()
  await expect(section.getByText('Belum dikaitkan dengan indikator.')).toBeVisible()
  const told = phone.getByRole('region', { name: 'Aktivitas' })
  await expect(told.getByText('1.040,5 unit, Kec. Ipuh → 40 unit, Seluruh kabupaten')).toBeVisible()
  await indicator.close()
})
