// Text that is on this device and not yet on the server: sealed, shown to its author alone, and never lost.
import { openDatabase } from '@mufakat/db'
import type { BrowserContext, Page } from '@playwright/test'
import {
  comeIn,
  demoRakor,
  expect,
  lineWith,
  look,
  openNotula,
  settled,
  signIn,
  test,
  textOf,
  textReady,
  writeLine,
} from './harness'

const UNSENT = 'Teks yang belum terkirim'

/** The coming rakor, once nothing of it is on its way. */
async function openRapat(page: Page): Promise<void> {
  await openNotula(page)
  await settled(page)
}

/** Writes without a line, so that it stays on this device. */
async function writeOffline(
  context: BrowserContext,
  page: Page,
  number: number,
  words: string,
): Promise<void> {
  await context.setOffline(true)
  await writeLine(page, number, words)
  await expect(page.getByText('Luring – tersimpan di perangkat ini').first()).toBeVisible({ timeout: 15_000 })
  // Stored whole: every burst writes anew, so nothing was written between two looks.
  let before: string[] = []
  await expect
    .poll(async () => {
      const now = await stored(page)
      const same = now.length > 0 && now.join() === before.join()
      before = now
      return same
    })
    .toBe(true)
}

/** What the browser's database holds, bytes as letters. */
const stored = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('mufakat-journal', 1)
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction('entries').objectStore('entries').getAll()
          reading.onsuccess = () => {
            opening.result.close()
            resolve(
              reading.result.map(entry =>
                JSON.stringify(entry, (_name, value) =>
                  value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value,
                ),
              ),
            )
          }
        }
      }),
  )

async function fillSignIn(page: Page, account: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Masuk lagi' })
  await dialog.getByLabel('E-mail atau NIP').fill(`${account}@demo.local`)
  await dialog.getByLabel('Kata sandi', { exact: true }).fill('mufakat-demo')
  await dialog.getByRole('button', { name: 'Masuk', exact: true }).click()
}

test('unsent text is sealed, counted at the door, and nobody else’s on the same device', async ({
  browser,
}) => {
  test.slow()
  const context = await browser.newContext()
  const page = await context.newPage()
  await comeIn(page, 'sekretariat')
  await openRapat(page)
  await writeOffline(context, page, 2, 'Rahasia sebelum terkirim.')
  const kept = await stored(page)
  expect(kept.join()).toContain('"sealed"')
  expect(kept.join()).not.toContain('Rahasia')
  expect(kept.join()).not.toContain('terkirim')
  await page.close()

  // The session is gone, the line is back: only a number is told.
  await context.clearCookies()
  await context.setOffline(false)
  const door = await context.newPage()
  await door.goto('/masuk')
  await expect(
    door.getByText(/perubahan yang belum terkirim aman di perangkat ini, masuk untuk membaca/),
  ).toBeVisible()
  await expect(door.getByText('Rahasia')).toHaveCount(0)
  await look(door, 'pintu')

  await signIn(door, 'kepala.perkim')
  await door.goto('/profil/belum-terkirim')
  await expect(door.getByText('Tidak ada teks yang tertinggal')).toBeVisible()
  await openRapat(door)
  await expect(lineWith(door, 'Rahasia sebelum terkirim.')).toHaveCount(0)

  await context.clearCookies()
  await signIn(door, 'sekretariat')
  await door.goto('/profil/belum-terkirim')
  await expect(door.getByText('Rahasia sebelum terkirim.')).toBeVisible()
  await look(door, 'belum-terkirim')
  await openRapat(door)
  await expect(lineWith(door, 'Rahasia sebelum terkirim.')).toBeVisible()
  await expect.poll(() => stored(door)).toEqual([])
  await context.close()
})

test('a session that ends is begun again in place, and never as somebody else', async ({
  browser,
  databaseUrl,
}) => {
  test.slow()
  const database = openDatabase(databaseUrl, { max: 1 })
  const context = await browser.newContext()
  const page = await context.newPage()
  await signIn(page, 'kepala.dinkes')
  await openRapat(page)
  await page.evaluate(() => Object.assign(window, { sameLoad: true }))
  await writeLine(page, 4, 'Sebelum sesi berakhir.')
  await settled(page)
  await database.sql`
    update session set ended_at = now()
    where ended_at is null and person_id = (select id from person where email = 'kepala.dinkes@demo.local')`
  await database.close()
  await expect(page.getByRole('dialog', { name: 'Masuk lagi' })).toBeVisible({ timeout: 20_000 })
  await expect(page.locator('[data-save=signed-out]')).toBeVisible()
  await look(page, 'masuk-lagi')
  await expect(textOf(page, 4)).toHaveAttribute('contenteditable', 'false')
  await expect(lineWith(page, 'Sebelum sesi berakhir.')).toBeVisible()

  await fillSignIn(page, 'kepala.dinsos')
  await expect(page.getByText(/^Yang masuk bukan/)).toBeVisible()
  await fillSignIn(page, 'kepala.dinkes')
  await settled(page)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await writeLine(page, 4, 'Sesudah masuk lagi.')
  await settled(page)
  expect(await page.evaluate(() => 'sameLoad' in window)).toBe(true)
  await page.reload()
  await expect(lineWith(page, 'Sesudah masuk lagi.')).toBeVisible({ timeout: 20_000 })
  await context.close()
})

test('text of a log that was replaced is set aside, read, put back, and thrown away only by hand', async ({
  browser,
  databaseUrl,
}) => {
  test.slow()
  const database = openDatabase(databaseUrl, { max: 1 })
  const context = await browser.newContext()
  const page = await context.newPage()
  await comeIn(page, 'sekretariat')
  await openRapat(page)
  await writeOffline(context, page, 3, 'Kalimat dari salinan lama.')
  const { year, quarter } = demoRakor(0)
  await database.sql`
    update document set lineage = gen_random_uuid()
    where id = (select document_id from rapat where title like 'Rapat Koordinasi Percepatan%' and year = ${year} and quarter = ${quarter})`
  await database.close()
  await context.setOffline(false)
  await expect(page.getByRole('button', { name: 'Mengerti' })).toBeVisible({ timeout: 20_000 })
  await expect(lineWith(page, 'Kalimat dari salinan lama.')).toHaveCount(0)
  const panel = page.getByRole('region', { name: UNSENT })
  await expect(panel.getByText('Kalimat dari salinan lama.')).toBeVisible()

  await page.reload()
  await textReady(page)
  await expect(lineWith(page, 'Kalimat dari salinan lama.')).toHaveCount(0)
  await expect(panel.getByText('Kalimat dari salinan lama.')).toBeVisible()
  await expect(panel.getByText('Naskah di server sudah diganti dengan salinan lain')).toBeVisible()
  await look(page, 'disisihkan')

  const download = page.waitForEvent('download')
  await panel.getByRole('button', { name: 'Unduh' }).click()
  expect((await download).suggestedFilename()).toBe('teks-belum-terkirim.txt')
  await panel.getByRole('button', { name: 'Masukkan kembali' }).click()
  await expect(lineWith(page, 'Kalimat dari salinan lama.')).toHaveCount(1)
  await settled(page)
  await expect(panel.getByText(/^Sudah dimasukkan kembali/)).toBeVisible()

  await panel.getByRole('button', { name: 'Buang' }).click()
  await expect(panel).toHaveCount(0)
  await page.getByRole('button', { name: 'Urungkan' }).last().click()
  await expect(panel).toBeVisible()
  await panel.getByRole('button', { name: 'Buang' }).click()
  await page.reload()
  await textReady(page)
  await expect(panel).toHaveCount(0)
  await context.close()
})

test('signing out with unsent text asks, and sends it from wherever one is', async ({ browser }) => {
  test.slow()
  const context = await browser.newContext()
  const writer = await context.newPage()
  await comeIn(writer, 'staf.perkim')
  await openRapat(writer)
  await writeOffline(context, writer, 5, 'Terkirim sebelum keluar.')
  await writer.close()
  await context.setOffline(false)
  const page = await context.newPage()
  await page.goto('/')
  const leave = async () => {
    await page.getByLabel(/^Akun /).click()
    await page.getByRole('button', { name: 'Keluar', exact: true }).click()
  }
  await leave()
  const dialog = page.getByRole('dialog', { name: 'Masih ada teks yang belum terkirim' })
  await expect(dialog).toBeVisible()
  await look(page, 'keluar')
  await dialog.getByRole('button', { name: 'Batal' }).click()
  await expect(page).toHaveURL(/\/$/)
  await leave()
  await dialog.getByRole('button', { name: 'Kirim, lalu keluar' }).click()
  await page.waitForURL(/\/masuk\?keluar/)
  await signIn(page, 'bupati')
  await openRapat(page)
  await expect(lineWith(page, 'Terkirim sebelum keluar.')).toBeVisible()
  await context.close()
})
