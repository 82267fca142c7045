// The main job: two people of different OPD write the notula of the coming rakor together, in two real browsers.
import { openDatabase } from '@mufakat/db'
import {
  expect,
  linesOf,
  lineWith,
  openComing,
  openNotula,
  PLAIN,
  settled,
  startLine,
  test,
  textOf,
  writeLine,
} from './harness'

test('two people write at once, and both texts stay where they were meant', async ({
  openAs,
  databaseUrl,
}) => {
  test.slow()
  const sekretariat = await openAs('sekretariat')
  await openNotula(sekretariat)
  const perkim = await openAs('kepala.perkim')
  await openNotula(perkim)

  await test.step('each sees the other', async () => {
    await expect(sekretariat.getByLabel(/Kepala Dinas Perkim|Perkim/).first()).toBeVisible()
    await expect(perkim.getByLabel(/Sekretariat/).first()).toBeVisible()
  })

  await test.step('in the same paragraph', async () => {
    await writeLine(sekretariat, 1, 'Awal. Akhir.')
    await expect(lineWith(perkim, 'Awal. Akhir.')).toBeVisible()
    await lineWith(perkim, 'Awal. Akhir.').locator('.nt-words').click()
    await perkim.keyboard.press('End')
    await sekretariat.keyboard.press('Home')
    await expect(perkim.locator('.nt-caret-name', { hasText: /Sekretariat/ }).first()).toBeAttached()
    await expect(sekretariat.locator('.nt-caret-name', { hasText: /Perkim/ }).first()).toBeAttached()
    await Promise.all([
      sekretariat.keyboard.type('Sekretariat menulis di depan. ', { delay: 15 }),
      perkim.keyboard.type(' Perkim menulis di belakang.', { delay: 15 }),
    ])
    const together = 'Sekretariat menulis di depan. Awal. Akhir. Perkim menulis di belakang.'
    // Without the names of carets, which stand inside the words.
    for (const page of [sekretariat, perkim]) {
      await expect.poll(() => linesOf(page)).toContain(`paragraf: ${together}`)
    }
  })

  await test.step('in two agenda items', async () => {
    await startLine(sekretariat, 3)
    await startLine(perkim, 5)
    await Promise.all([
      sekretariat.keyboard.type('Verval dibahas per kecamatan.', { delay: 10 }),
      perkim.keyboard.type('Penanganan 28 lokasi dimulai di Kota Mukomuko.', { delay: 10 }),
    ])
    await expect(lineWith(perkim, 'Verval dibahas per kecamatan.')).toBeVisible()
    await expect(lineWith(sekretariat, 'Penanganan 28 lokasi dimulai di Kota Mukomuko.')).toBeVisible()
  })

  await test.step('a keputusan and a tindak lanjut by keyboard', async () => {
    await startLine(sekretariat, 8)
    await sekretariat.keyboard.type('/k')
    await sekretariat.keyboard.press('Enter')
    await sekretariat.keyboard.type('Perkim berfokus di Kecamatan Kota Mukomuko tahun ini.')
    await startLine(perkim, 5)
    await perkim.keyboard.type('/t')
    await perkim.keyboard.press('Enter')
    await perkim.keyboard.type('Menyusun rencana per lokasi kumuh.')
    const action = lineWith(perkim, 'Menyusun rencana per lokasi kumuh.')
    await action.getByLabel('Penanggung jawab').selectOption({ label: 'Perkim' })
    await action.getByLabel('Tenggat').fill('2035-01-29')
    await expect(lineWith(sekretariat, 'Menyusun rencana per lokasi kumuh.')).toHaveAttribute(
      'data-kind',
      'tindak-lanjut',
    )
    await expect(lineWith(perkim, 'Perkim berfokus di Kecamatan')).toHaveAttribute('data-kind', 'keputusan')
  })

  await test.step('both reload and find the same', async () => {
    await settled(sekretariat)
    await settled(perkim)
    const before = await linesOf(sekretariat)
    expect(await linesOf(perkim)).toEqual(before)
    await Promise.all([sekretariat.reload(), perkim.reload()])
    await expect(textOf(sekretariat, 8)).toBeVisible({ timeout: 20_000 })
    await expect(textOf(perkim, 8)).toBeVisible({ timeout: 20_000 })
    expect(await linesOf(sekretariat)).toEqual(before)
    expect(await linesOf(perkim)).toEqual(before)
  })

  await test.step('the rows are in Postgres, and on the tab', async () => {
    const database = openDatabase(databaseUrl, { max: 1 })
    const { sql } = database
    const rows = () => sql<{ text: string; tenggat: string; owner: string }[]>`
      select t.text, to_char(t.tenggat, 'YYYY-MM-DD') as tenggat, o.short_name as owner
      from tindak_lanjut t join opd o on o.id = t.owner_opd_id
      where t.text = 'Menyusun rencana per lokasi kumuh.'`
    await expect.poll(rows, { timeout: 20_000 }).toHaveLength(1)
    expect(await rows()).toEqual([
      { text: 'Menyusun rencana per lokasi kumuh.', tenggat: '2035-01-29', owner: 'Perkim' },
    ])
    expect(await sql`select 1 from keputusan where text like 'Perkim berfokus di Kecamatan%'`).toHaveLength(1)
    await database.close()
    await perkim.getByRole('link', { name: 'Tindak Lanjut' }).first().click()
    await expect(perkim.getByText('Menyusun rencana per lokasi kumuh.').first()).toBeVisible()
  })
})

test('what is typed without a line waits in the browser and survives a reload', async ({ openAs }) => {
  test.slow()
  const writer = await openAs('sekretariat')
  await openNotula(writer)
  const reader = await openAs('kepala.perkim')
  await openNotula(reader)
  await settled(writer)
  await writer.context().setOffline(true)
  await writeLine(writer, 2, 'Ditulis tanpa sambungan.')
  await expect(writer.getByText('Luring – tersimpan di perangkat ini').first()).toBeVisible({
    timeout: 15_000,
  })
  await expect(lineWith(reader, 'Ditulis tanpa sambungan.')).toHaveCount(0)

  await writer.context().setOffline(false)
  await writer.reload()
  await expect(lineWith(writer, 'Ditulis tanpa sambungan.')).toBeVisible({ timeout: 20_000 })
  await expect(lineWith(reader, 'Ditulis tanpa sambungan.')).toBeVisible({ timeout: 20_000 })
  await settled(writer)
})

test('the notula is readable without script', async ({ openAs }) => {
  const reader = await openAs('bupati', PLAIN)
  await openComing(reader)
  await expect(reader.getByRole('heading', { name: 'Pembukaan dan arahan pimpinan' })).toBeVisible()
  await expect(reader.locator('.nt-line').first()).toBeVisible()
})
