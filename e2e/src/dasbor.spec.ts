// The dashboard: pimpinan see on one screen of a phone how it stands, reach the sentence in the notula behind what is late,
// and see figures change while others work; an OPD sees its own page.

import { randomUUID } from 'node:crypto'
import { openDatabase } from '@mufakat/db'
import type { Page } from '@playwright/test'
import { expect, look, PHONE, PLAIN, test, triwulanOfToday } from './harness'

const answer = (page: Page, name: string | RegExp) => page.getByRole('region', { name, exact: true })
const perOpd = (page: Page) => page.getByRole('region', { name: 'Tindak lanjut per OPD' })

/** Three triwulan of an indicator that shall come to 0, as after three reports; the database's own rules hold. */
async function addIndicator(
  databaseUrl: string,
): Promise<{ id: string; put(steps: number, value: number): Promise<void> }> {
  const id = randomUUID()
  const { sql, close } = openDatabase(databaseUrl, { max: 1 })
  const [who] = await sql<{ person: string; opd: string }[]>`
    select p.id as person, o.id as opd from person p, opd o where p.role = 'sekretariat' and o.short_name = 'Dinsos' limit 1`
  if (who === undefined) throw new Error('no demo')
  const programme = randomUUID()
  await sql`insert into programme (id, name, strategy, owner_opd_id, position, created_by, created_at, updated_at)
    values (${programme}, 'Program percobaan', 'a', ${who.opd}, 0, ${who.person}, now(), now())`
  await sql`insert into indicator (id, programme_id, name, unit, decimals, direction, level, roll_up, accumulation, frequency,
      source, owner_opd_id, baseline, baseline_date, position, created_by, created_at, updated_at)
    values (${id}, ${programme}, 'Kemiskinan ekstrem percobaan', '%', 2, 'turun', 'kabupaten', 'tidak', 'terakhir', 'triwulan',
      'Verval', ${who.opd}, 3.17, '2025-01-01', 0, ${who.person}, now(), now())`
  await sql`insert into indicator_target (id, indicator_id, year, quarter, value, set_by, set_at)
    values (${randomUUID()}, ${id}, ${triwulanOfToday().year + 1}, 0, 0, ${who.person}, now())`
  await close()
  return {
    id,
    async put(steps, value) {
      const { year, quarter } = triwulanOfToday(steps)
      const database = openDatabase(databaseUrl, { max: 1 })
      await database.sql`insert into indicator_value (id, indicator_id, year, quarter, value, finality, as_of, source,
          definition_version, created_by, created_at, verified_by, verified_at)
        values (${randomUUID()}, ${id}, ${year}, ${quarter}, ${value}, 'sementara', make_date(${year}, ${quarter * 3}, 1), 'Verval', 1,
          ${who.person}, now(), ${who.person}, now())`
      await database.close()
    },
  }
}

test('pimpinan see it on one screen of a phone, and reach the sentence behind what is late', async ({
  openAs,
}) => {
  const page = await openAs('bupati', PHONE)
  await page.goto('/dasbor')
  await expect(page).toHaveTitle(/^Dasbor/)
  const foot = await page.getByRole('navigation', { name: 'Menu utama' }).last().boundingBox()
  const last = await answer(page, 'Perlu keputusan').boundingBox()
  if (foot === null || last === null) throw new Error('nothing to measure')
  expect(last.y + last.height).toBeLessThanOrEqual(foot.y)
  await look(page, 'dasbor')

  const late = answer(page, 'OPD terlambat').getByRole('link').first()
  await expect(late).toBeVisible()
  await late.click()
  await page.waitForURL(/\/dasbor\/opd\//)
  await look(page, 'dasbor-opd')
  const first = page.getByRole('region', { name: 'Tindak lanjut', exact: true }).getByRole('listitem').first()
  await expect(first.getByText('Terlambat', { exact: true })).toBeVisible()
  const title = (await first.getByRole('link').first().textContent()) ?? ''
  await first.getByRole('link', { name: /^Buka di notula/ }).click()
  await page.waitForURL(/\/rapat\/[^/]+#line-/)
  const line = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`)
  await expect(line).toBeInViewport()
  await expect(line).toContainText(title)
})

test('figures change while others work, and what was opened stays open', async ({ openAs, databaseUrl }) => {
  const indicator = await addIndicator(databaseUrl)
  await indicator.put(-2, 1.9)
  const page = await openAs('bupati', PHONE)
  await page.goto('/dasbor')
  const zero = answer(page, 'Menuju 0%')
  await expect(zero).toContainText('1,9%')
  const opd = (await perOpd(page).getByRole('link').first().textContent()) ?? ''
  const row = perOpd(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: opd, exact: true }) })
  const before = Number(/dari (\d+)/.exec((await row.textContent()) ?? '')?.[1])
  await perOpd(page).getByText('Tabel', { exact: true }).click()
  await expect(perOpd(page).getByRole('table')).toBeVisible()

  const desk = await openAs('sekretariat')
  await desk.goto('/tindak-lanjut')
  await desk.getByLabel('Tambah tindak lanjut ke Belum dimulai').first().click()
  const form = desk.getByRole('form', { name: 'Tambah tindak lanjut ke Belum dimulai' })
  await form.getByLabel('Penanggung jawab').selectOption({ label: opd })
  await form.getByLabel('Judul tindak lanjut').fill('Mengukur jalan lingkungan')
  await form.getByLabel('Judul tindak lanjut').press('Enter')
  await expect(row).toContainText(`dari ${before + 1}`, { timeout: 20_000 })
  await expect(perOpd(page).getByRole('table')).toBeVisible()
  await expect(page.getByText('Angka diperbarui.')).toBeAttached()

  await indicator.put(0, 1.1)
  await expect(zero).toContainText('1,1%', { timeout: 20_000 })
  await zero.getByRole('link').click()
  await page.waitForURL(/\/dasbor\/indikator\//)
  await expect(page.getByRole('img', { name: /Kemiskinan ekstrem percobaan \(%\)/ })).toBeVisible()
  await expect(page.getByText('Membaik tanpa tindak lanjut')).toBeVisible()
  await look(page, 'dasbor-indikator')
})

test('an OPD sees its own page, also without script, and no other', async ({ openAs }) => {
  const boss = await openAs('bupati')
  await boss.goto('/dasbor')
  const other = await perOpd(boss)
    .getByRole('link')
    .filter({ hasNotText: 'Perkim' })
    .first()
    .getAttribute('href')
  if (other === null) throw new Error('only one OPD has work')
  const page = await openAs('kepala.perkim', PLAIN)
  await page.goto('/dasbor')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Perumahan/)
  await expect(
    page.getByRole('link', { name: 'Dasbor', exact: true }).and(page.locator('main a')),
  ).toHaveCount(0)
  await page.goto(other)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/tidak ditemukan/i)
})
