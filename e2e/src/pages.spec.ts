// Every page as people meet it: phone and desk, light and dark, Indonesian and English.
import { mkdirSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { comingAddress, expect, expectNoAxeFindings, signIn, test } from './harness'

/** Script of a page without an editor, as gzip on the wire. */
const SCRIPT_BUDGET = 100_000
/** A folder for pictures of every page, when somebody wants to look. */
const PICTURES = process.env.E2E_PICTURES

/** Each width, look and language is judged once; all four are drawn for who wants pictures. */
const LOOKS = (
  [
    { width: 360, colorScheme: 'light', language: 'Bahasa Indonesia' },
    { width: 1280, colorScheme: 'dark', language: 'English' },
    { width: 360, colorScheme: 'dark', language: 'Bahasa Indonesia' },
    { width: 1280, colorScheme: 'light', language: 'English' },
  ] as const
).slice(0, PICTURES ? 4 : 2)

const WRONG = { 'Bahasa Indonesia': 'Ada yang tidak beres', English: 'Something is wrong' } as const

/** Pages of one rapat, after its address; the first has the editor. */
const PARTS = [
  '',
  '/peserta',
  '/undangan',
  '/undangan/ubah',
  '/daftar-hadir',
  '/tindak-lanjut',
  '/riwayat',
  '/riwayat/1',
  '/riwayat/1?dari=0',
  '/riwayat/1?banding=kini',
  '/ubah',
] as const
/** For admin alone. */
const ADMIN_PARTS = ['/riwayat/redaksi'] as const

async function speak(page: Page, language: (typeof LOOKS)[number]['language']): Promise<void> {
  await page.goto('/profil')
  const choice = page.getByLabel(language, { exact: true })
  if (await choice.isChecked()) return
  await choice.check()
  const form = page.locator('form', { has: choice })
  await Promise.all([page.waitForEvent('load'), form.getByRole('button').click()])
  await expect(page.locator('html')).toHaveAttribute('lang', language === 'English' ? 'en' : 'id')
}

/** Opens a page and finds nothing wrong with it: no axe finding, no error told, nothing beside the screen. */
async function expectWell(page: Page, path: string, wrong: string): Promise<void> {
  const troubles: string[] = []
  const hear = (text: string) => troubles.push(text)
  const onConsole = (message: { type(): string; text(): string }) => {
    if (message.type() === 'error') hear(message.text())
  }
  const onPageError = (error: Error) => hear(error.message)
  page.on('console', onConsole)
  page.on('pageerror', onPageError)
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  await expect(page).not.toHaveTitle(new RegExp(wrong))
  await expectNoAxeFindings(page)
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(tooWide, `${path} is wider than its screen`).toBe(0)
  expect(troubles, path).toEqual([])
  page.off('console', onConsole)
  page.off('pageerror', onPageError)
}

async function picture(page: Page, look: (typeof LOOKS)[number], name: string): Promise<void> {
  if (PICTURES === undefined) return
  mkdirSync(PICTURES, { recursive: true })
  const file = `${look.width}-${look.colorScheme}-${look.language === 'English' ? 'en' : 'id'}-${name}.png`
  await page.screenshot({ path: `${PICTURES}/${file}`, fullPage: true })
}

for (const look of LOOKS) {
  test(`pages are well at ${look.width} px, ${look.colorScheme}, ${look.language}`, async ({ browser }) => {
    test.setTimeout(180_000)
    const page = await openBrowser(browser, look)
    await signIn(page, 'admin')
    await speak(page, look.language)
    const rapat = await comingAddress(page)
    const wrong = WRONG[look.language]
    for (const path of [
      '/',
      '/rapat',
      '/rapat/baru',
      '/profil',
      '/admin',
      '/admin/wilayah',
      '/admin/antrean',
      '/admin/status',
      ...[...PARTS, ...ADMIN_PARTS].map(part => rapat + part),
    ]) {
      await expectWell(page, path, wrong)
      await picture(page, look, path.replace(rapat, 'notula').replaceAll(/[/?]/g, '_') || 'notula')
    }
    await test.step('the palette', async () => {
      await page.goto('/')
      await page.waitForLoadState('networkidle')
      await page.keyboard.press('Control+k')
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectNoAxeFindings(page)
      await picture(page, look, 'palette')
    })
    await test.step('a page that is not there', async () => {
      const answer = await page.goto('/tidak-ada')
      expect(answer?.status()).toBe(404)
      await expectNoAxeFindings(page)
      await picture(page, look, 'lost')
    })
    // The account is other specs', too.
    await speak(page, 'Bahasa Indonesia')
    await page.context().close()
  })
}

test('a stranger reads the sign-in page in either look', async ({ browser }) => {
  for (const look of LOOKS) {
    const page = await openBrowser(browser, look)
    await expectWell(page, '/masuk', WRONG[look.language])
    await picture(page, look, 'masuk')
    await page.context().close()
  }
})

test('script without an editor stays within its budget', async ({ page }) => {
  await signIn(page, 'sekretariat')
  const rapat = await comingAddress(page)
  const parts = PARTS.filter(part => part !== '').map(part => rapat + part)
  for (const path of ['/', '/rapat', '/rapat/baru', '/profil', ...parts, '/tidak-ada']) {
    const scripts = new Set<string>()
    const note = (request: { resourceType(): string; url(): string }) => {
      if (request.resourceType() === 'script') scripts.add(request.url())
    }
    page.on('request', note)
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    page.off('request', note)
    let bytes = 0
    for (const url of scripts) {
      const answer = await page.request.fetch(url, {
        method: 'HEAD',
        headers: { 'Accept-Encoding': 'gzip' },
      })
      bytes += Number(answer.headers()['content-length'])
    }
    // A still page brings none.
    if (/\/(?:riwayat|undangan|daftar-hadir)/.test(path)) expect.soft(bytes, path).toBe(0)
    else expect(bytes, path).toBeGreaterThan(0)
    expect.soft(bytes, path).toBeLessThanOrEqual(SCRIPT_BUDGET)
  }
})

async function openBrowser(browser: Browser, look: (typeof LOOKS)[number]): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: 800 },
    colorScheme: look.colorScheme,
    locale: look.language === 'English' ? 'en-GB' : 'id-ID',
    timezoneId: 'Asia/Jakarta',
  })
  return context.newPage()
}
