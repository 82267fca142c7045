// A rapat page while realtime or the portal is away: what is written waits on the device, and nothing of it is shown
// to who cannot be asked who they are.
import { openDatabase } from '@mufakat/db'
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { takeAway } from '../harness/away'
import { look } from '../harness/look'
import { openComing } from '../harness/rapat'
import { signIn } from '../harness/sign-in'
import { freePort, type RunningSystem, startSystem } from '../harness/system'

test.describe.configure({ mode: 'serial', timeout: 240_000 })

const OFFLINE = 'Luring – tersimpan di perangkat ini'
const AWAY = 'Server belum dapat dihubungi'

let system: RunningSystem
let realtimePort: number
test.beforeAll(async () => {
  realtimePort = await freePort()
  system = await startSystem({ env: { DEMO: '1', REALTIME_PORT: String(realtimePort) } })
})
test.afterAll(async () => {
  await system.close()
})

const textOf = (page: Page, number: number) =>
  page.getByRole('textbox', { name: new RegExp(`^Teks acara ${number}:`) })
const lineWith = (page: Page, words: string) => page.locator('.nt-line', { hasText: words })
const saved = (page: Page) => expect(page.getByText(/^Tersimpan/).first()).toBeVisible({ timeout: 45_000 })
const hasWorker = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 30_000 })
    .toBe(true)
const isWritable = (page: Page) =>
  expect(textOf(page, 1)).toHaveAttribute('contenteditable', 'true', { timeout: 45_000 })

async function openRapat(
  browser: Browser,
  account: 'sekretariat' | 'kepala.perkim',
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ baseURL: system.baseUrl, locale: 'id-ID' })
  const page = await context.newPage()
  await signIn(page, account)
  await openComing(page)
  await isWritable(page)
  return { context, page }
}

async function writeLine(page: Page, number: number, words: string): Promise<void> {
  await textOf(page, number).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type(words)
}

/** Everything in one of the browser's databases, bytes as letters. */
const stored = (page: Page, name: string, store: string): Promise<string[]> =>
  page.evaluate(
    ([database, of]) =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open(database ?? '')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const db = opening.result
          if (!db.objectStoreNames.contains(of ?? '')) return resolve([])
          const reading = db
            .transaction(of ?? '')
            .objectStore(of ?? '')
            .getAll()
          reading.onsuccess = () => {
            db.close()
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
    [name, store],
  )

/** The spare beside the copy; null: none is kept yet. */
async function spareOf(page: Page): Promise<number | null> {
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
  if (!names.includes('mufakat-offline')) return null
  const [copy] = await stored(page, 'mufakat-offline', 'copies')
  return copy === undefined ? null : (JSON.parse(copy) as { spare: number | null }).spare
}

/** Waits until what was written is stored whole: every burst writes anew. */
async function settledOnDevice(page: Page): Promise<void> {
  await expect(page.getByText(OFFLINE).first()).toBeVisible({ timeout: 20_000 })
  let before = ''
  await expect
    .poll(async () => {
      const now = (await stored(page, 'mufakat-journal', 'entries')).join()
      const same = now !== '' && now === before
      before = now
      return same
    })
    .toBe(true)
}

test('a page that comes while realtime is away is written in, reloaded, and committed once', async ({
  browser,
}) => {
  const { context, page } = await openRapat(browser, 'sekretariat')
  await saved(page)
  await expect.poll(() => spareOf(page), { timeout: 60_000 }).not.toBeNull()
  const spare = await spareOf(page)
  const copies = (await stored(page, 'mufakat-offline', 'copies')).join()
  expect(copies).toContain('"sealed"')
  expect(copies).not.toMatch(/Pembukaan|arahan/)

  const bringBack = await takeAway(system.launch, 'realtime', realtimePort)
  await page.reload()
  await isWritable(page)
  await expect(
    page.getByText(/^Server naskah belum terjangkau\. Yang tampil adalah naskah per /),
  ).toBeVisible()
  await writeLine(page, 2, 'Ditulis tanpa server naskah.')
  await settledOnDevice(page)
  await look(page, 'mulai-luring')

  await page.reload()
  await isWritable(page)
  await expect(lineWith(page, 'Ditulis tanpa server naskah.')).toBeVisible()
  await writeLine(page, 2, 'Dan sesudah dimuat ulang.')
  await settledOnDevice(page)
  expect(await spareOf(page)).toBe(spare)

  await bringBack()
  await saved(page)
  expect(await spareOf(page)).not.toBe(spare)
  const other = await openRapat(browser, 'kepala.perkim')
  for (const words of ['Ditulis tanpa server naskah.', 'Dan sesudah dimuat ulang.']) {
    await expect(lineWith(other.page, words)).toHaveCount(1)
    await expect(lineWith(page, words)).toHaveCount(1)
  }
  const database = openDatabase((await system.launch.databaseUrls()).url, { max: 1 })
  const leases = await database.sql<{ email: string; epoch: number }[]>`
    select p.email, l.epoch from document_lease l join person p on p.id = l.person_id
    where l.client_id = ${spare} and l.ended_at is null`
  await database.close()
  expect(leases).toEqual([{ email: 'sekretariat@demo.local', epoch: 1 }])
  await other.context.close()
  await context.close()
})

test('a page that cannot come is a neutral one that says what is safe, and goes on by itself', async ({
  browser,
}) => {
  const { context, page } = await openRapat(browser, 'sekretariat')
  await saved(page)
  const address = page.url()
  await hasWorker(page)
  const bringBack = await takeAway(system.launch, 'portal', system.launch.port)

  await test.step('an open tab goes on, and finds what it has not asked for before', async () => {
    await writeLine(page, 3, 'Rahasia di tengah pemadaman.')
    await settledOnDevice(page)
    await page.keyboard.press('Escape')
    await page.getByLabel(/^Akun /).focus()
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(lineWith(page, 'Rahasia di tengah pemadaman.')).toBeVisible()
  })

  await test.step('a reload shows nothing personal', async () => {
    await page.reload()
    await expect(page.getByRole('heading', { name: AWAY })).toBeVisible()
    await expect(
      page.getByText(/^\d+ perubahan yang belum terkirim aman di perangkat ini, masuk untuk membaca\.$/),
    ).toBeVisible()
    expect(page.url()).toBe(address)
    const shown = await page.content()
    expect(shown).not.toMatch(/Rahasia|Percepatan|Sekretariat|@demo/)
    await page.getByRole('button', { name: 'Coba lagi' }).click()
    await expect(page.getByText('Belum ada jawaban. Dicoba lagi sendiri.')).toBeVisible()
    await look(page, 'luring')
  })

  await test.step('it opens the page as soon as there is an answer', async () => {
    await bringBack()
    await isWritable(page)
    expect(page.url()).toBe(address)
    await expect(lineWith(page, 'Rahasia di tengah pemadaman.')).toHaveCount(1)
    await saved(page)
  })

  await test.step('the cache holds that page and built files alone', async () => {
    const kept = await page.evaluate(async () => {
      const caches_ = await Promise.all((await caches.keys()).map(name => caches.open(name)))
      const requests = await Promise.all(caches_.map(cache => cache.keys()))
      return requests.flat().map(({ url }) => new URL(url).pathname)
    })
    expect(kept).toContain('/luring')
    expect(kept.filter(path => path !== '/luring' && !path.startsWith('/assets/'))).toEqual([])
    const page_ = await page.evaluate(async () => (await caches.match('/luring'))?.text() ?? '')
    expect(page_).not.toMatch(/Sekretariat|@demo|personId/)
  })
  await context.close()
})

test('a gateway that answers in the portal’s place is no page either; who has signed out is told a number', async ({
  browser,
}) => {
  const { context, page } = await openRapat(browser, 'kepala.perkim')
  await saved(page)
  await hasWorker(page)
  const bringBack = await takeAway(system.launch, 'portal', system.launch.port, 'gateway')
  await context.clearCookies()
  await page.goto('/rapat')
  await expect(page.getByRole('heading', { name: AWAY })).toBeVisible()
  await expect(page.getByText('aman di perangkat ini')).toBeHidden()
  await bringBack()
  await expect(page).toHaveURL(/\/masuk\?ke=%2Frapat$/, { timeout: 45_000 })
  await context.close()
})
