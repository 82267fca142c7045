// Everything is lost but an archive and its keys: what comes of it, also for a page that knows more than the archive.
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { openComing } from '../harness/rapat'
import { signIn } from '../harness/sign-in'
import { freshDataDir, startSystem } from '../harness/system'

test.describe.configure({ timeout: 300_000 })

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const run = promisify(execFile)

/** A command of the root package, on that data folder: what it printed, and how it ended. */
async function command(
  tool: 'backup' | 'restore' | 'verify-records',
  args: readonly string[],
  dataDir: string,
): Promise<{ code: number; output: string }> {
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', DATA_DIR: dataDir }
  return await run(process.execPath, [`tools/${tool}.mjs`, ...args], { cwd: ROOT, env }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    error => ({ code: Number(error.code), output: `${error.stdout}${error.stderr}` }),
  )
}

async function openRapat(browser: Browser, baseURL: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL, locale: 'id-ID' })).newPage()
  await signIn(page, 'sekretariat')
  await openComing(page)
  await expect(firstText(page)).toHaveAttribute('contenteditable', 'true', { timeout: 45_000 })
  return page
}

const firstText = (page: Page) => page.getByRole('textbox', { name: /^Teks acara 1:/ })
const lineWith = (page: Page, words: string) => page.locator('.nt-line', { hasText: words })

async function writeLine(page: Page, words: string): Promise<void> {
  await firstText(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type(words)
  await expect(page.getByText(/^Tersimpan/).first()).toBeVisible({ timeout: 45_000 })
}

test('an archive and its keys become the installation they were taken of', async ({ browser }) => {
  const dataDir = await freshDataDir()
  const safe = await mkdtemp(join(tmpdir(), 'mufakat-aman-'))
  const archive = join(safe, 'cadangan.tar')
  const keys = join(safe, 'kunci')
  try {
    const first = await startSystem({ dataDir, env: { DEMO: '1' } })
    const { port } = first.launch
    const page = await openRapat(browser, first.baseUrl)
    await writeLine(page, 'sebelum dicadangkan')
    const taken = await command('backup', [archive, '--keys', keys], dataDir)
    expect(taken.output).toContain('Tersimpan: ')
    expect(taken.code).toBe(0)
    expect((await command('backup', [archive], dataDir)).output).toContain('sudah ada')
    await writeLine(page, 'sesudah dicadangkan')
    expect((await command('restore', [archive], dataDir)).output).toContain('Sudah berjalan')
    await first.launch.stop()

    for (const name of await readdir(dataDir)) await rm(join(dataDir, name), { recursive: true })
    const restored = await command('restore', [archive, '--keys', keys], dataDir)
    expect(restored.output).toMatch(/audit: utuh[\s\S]*notula: utuh/)
    expect(restored.code).toBe(0)

    const second = await startSystem({ dataDir, port, env: { DEMO: '1' } })
    const fresh = await openRapat(browser, second.baseUrl)
    await expect(lineWith(fresh, 'sebelum dicadangkan')).toBeVisible()
    await expect(lineWith(fresh, 'sesudah dicadangkan')).toHaveCount(0)
    await writeLine(fresh, 'terus bekerja')
    // What only this page still knows stays in its sight, and does not come back by itself.
    await expect(lineWith(page, 'sesudah dicadangkan')).toBeVisible()
    await expect(lineWith(fresh, 'sesudah dicadangkan')).toHaveCount(0)
    const whole = await command('verify-records', [], dataDir)
    expect(whole.output).toMatch(/audit: utuh/)
    await second.launch.stop()

    const again = await command('restore', [archive, '--keys', keys], dataDir)
    expect(again.output).toContain('Tambahkan --replace')
    expect((await command('restore', [archive, '--replace'], dataDir)).code).toBe(0)
    expect((await readdir(dataDir)).some(name => name.startsWith('sebelum-pulih-'))).toBe(true)
  } finally {
    await rm(safe, { recursive: true, force: true })
    await rm(dataDir, { recursive: true, force: true })
  }
})

test('nothing is taken where there is nothing, and nothing is made of what is not an archive', async () => {
  const dataDir = await freshDataDir()
  const nothing = await command('backup', [join(dataDir, 'x.tar')], dataDir)
  expect(nothing).toMatchObject({ code: 1, output: expect.stringContaining('Tidak ada basis data') })
  const wrong = await command('restore', [join(ROOT, 'package.json')], dataDir)
  expect(wrong).toMatchObject({ code: 1, output: expect.stringContaining('bukan cadangan Mufakat') })
  await rm(dataDir, { recursive: true, force: true })
})
