import { execFile } from 'node:child_process'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isAuditGuarded, openDatabase } from '@mufakat/db'
import { expect, test } from '@playwright/test'
import { look } from '../harness/look'
import { signIn } from '../harness/sign-in'
import { freshDataDir, type RunningSystem, startSystem } from '../harness/system'

// The audit of a whole system: the roles it runs with, what it signs, its page, and checking it from outside.
test.describe.configure({ mode: 'serial', timeout: 180_000 })

const COMMAND = fileURLToPath(new URL('../../../apps/starter/dist/verify-records.js', import.meta.url))

let dataDir: string
let system: RunningSystem
test.beforeAll(async () => {
  dataDir = await freshDataDir()
  system = await startSystem({ dataDir, env: { DEMO: '1' } })
})
test.afterAll(async () => {
  await system?.close()
  await rm(dataDir, { recursive: true, force: true })
})

/** `npm run verify-records` on the data folder, as built. */
const verify = (): Promise<{ code: number; output: string }> =>
  new Promise(done => {
    const env = { PATH: process.env.PATH, DATA_DIR: dataDir }
    execFile(process.execPath, [COMMAND], { env }, (error, stdout, stderr) =>
      done({ code: error === null ? 0 : Number(error.code), output: stdout + stderr }),
    )
  })

test('runs under a role that can only add, and signs', async () => {
  const urls = await system.launch.databaseUrls()
  const [app, owner] = [openDatabase(urls.url, { max: 1 }), openDatabase(urls.ownerUrl, { max: 1 })]
  expect([await isAuditGuarded(app.sql), await isAuditGuarded(owner.sql)]).toEqual([true, false])
  const roles = await owner.sql<{ role: string }[]>`
    select distinct usename as role from pg_stat_activity
    where datname = 'mufakat' and pid <> pg_backend_pid() and backend_type = 'client backend'`
  expect(roles.map(({ role }) => role)).toEqual(['mufakat_app'])
  await Promise.all([app.close(), owner.close()])
  await expect.poll(() => readdir(join(dataDir, 'audit')).catch(() => [])).toHaveLength(1)
  expect((await stat(join(dataDir, 'keys/audit.key'))).mode & 0o777).toBe(0o600)
  expect(await verify()).toMatchObject({ code: 0, output: expect.stringContaining('audit: utuh') })
})

test('shows entries to admin, filtered and page by page, and gives them along', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: system.baseUrl, javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, 'admin')
  await page.goto('/admin')
  await page.getByRole('main').getByRole('link', { name: 'Audit' }).click()
  await expect(page.getByRole('heading', { name: 'Audit', level: 1 })).toBeVisible()
  await expect(page.getByText('Ditandatangani', { exact: true })).toBeVisible()
  const rows = page.getByRole('table', { name: 'Catatan' }).locator('tbody tr')
  await expect(rows.first()).toContainText('Masuk')
  await page.getByLabel('Tindakan').selectOption({ label: 'Status rapat diubah' })
  await page.getByRole('button', { name: 'Terapkan' }).click()
  // Three for each rakor of the demo that was held, one for the coming one.
  await expect(rows).toHaveCount(7)
  await expect(rows.first()).toContainText('Draf → Terjadwal')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Unduh CSV' }).click(),
  ])
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n')
  expect(lines).toHaveLength(8)
  expect(download.suggestedFilename()).toMatch(/^audit-\d{4}-\d{2}-\d{2}\.csv$/)
  await page.getByRole('link', { name: 'Hapus saringan' }).click()
  await expect(rows.first()).toContainText('Catatan audit diunduh')
  await context.close()
})

test('looks right', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: system.baseUrl })
  const page = await context.newPage()
  await signIn(page, 'admin')
  await page.goto('/admin/audit')
  await look(page, 'audit')
  await page.goto('/admin/audit?dari=2030-01-01')
  await expect(page.getByText('Tidak ada catatan yang cocok')).toBeVisible()
  await look(page, 'audit-kosong')
  await context.close()
})

test('is not there for who may not read it', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: system.baseUrl })
  const page = await context.newPage()
  await signIn(page, 'kepala.perkim')
  expect((await page.goto('/admin/audit'))?.status()).toBe(403)
  await context.close()
})

test('signs what is new when it ends, and tells afterwards what was done to it', async () => {
  await system.launch.stop()
  const whole = await verify()
  expect(whole.code).toBe(0)
  expect(whole.output).toContain('0 catatan sesudah tanda tangan terakhir')

  system = await startSystem({ dataDir, env: { DEMO: '1' } })
  const owner = openDatabase((await system.launch.databaseUrls()).ownerUrl, { max: 1 })
  await owner.sql.unsafe(`
    alter table audit_entry disable trigger audit_entry_kept;
    update audit_entry set actor_id = null where id = (select entry_id from audit_link where number = 3)`)
  await owner.close()
  const tampered = await verify()
  expect(tampered.code).toBe(1)
  expect(tampered.output).toMatch(/Temuan: catatan diubah atau dipindah: nomor 3, .*rapat\.set-status/)
})
