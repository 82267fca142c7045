// Pengaturan → Cadangan: taken now, set up, and told when it goes wrong; the worker that the start has begun does it.
import { addJob, openDatabase } from '@mufakat/db'
import type { Browser, Page } from '@playwright/test'
import { comeIn, expect, look, test } from './harness'

test('an admin takes a backup, and sets up the schedule', async ({ page, browser, databaseUrl }) => {
  const database = openDatabase(databaseUrl, { max: 1 })
  await comeIn(page, 'admin')
  await page.goto('/admin/cadangan')
  await expect(page.getByText('Belum pernah dicadangkan.')).toBeVisible()
  await look(page, 'cadangan-kosong')
  await page.getByRole('button', { name: 'Cadangkan sekarang' }).click()
  // The page comes again by itself until there is one.
  await expect(page.getByRole('row', { name: /mufakat-.*\.tar/ })).toContainText('Utuh', { timeout: 45_000 })
  await expect(page.getByText('Belum pernah dicadangkan.')).toHaveCount(0)

  await page.getByLabel('Cadangkan setiap hari').check()
  await page.getByLabel('Jam').selectOption('1')
  await page.getByLabel('Harian').fill('0')
  await page.getByRole('button', { name: 'Simpan' }).click()
  await expect(page.getByLabel('Harian')).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Harian').fill('14')
  await page.getByRole('button', { name: 'Simpan' }).click()
  await expect(page.getByText('Perubahan tersimpan.')).toBeVisible()
  await expect(page.getByLabel('Cadangkan setiap hari')).toBeChecked()

  await database.sql`
    insert into backup (id, kind, state, place, requested_at, began_at, ended_at, failure)
    values (gen_random_uuid(), 'schedule', 'failed', 'data', now(), now(), now(), 'disk-full')`
  // With a job that will not come while we look, so that nobody ends it.
  const id = crypto.randomUUID()
  await database.sql`
    insert into backup (id, kind, state, place, requested_at, began_at, total_bytes, done_bytes)
    values (${id}, 'manual', 'running', 'data', now(), now(), 200, 84)`
  const later = { key: `backup:${id}`, maxAttempts: 1, runAt: new Date('2126-01-01T00:00:00Z') }
  await database.db.transaction(tx =>
    addJob(tx, { name: 'backup.take', payload: { backupId: id }, ...later }),
  )
  await lookStill(page, browser)
  await database.sql`update backup set state = 'failed', failure = 'interrupted', ended_at = now() where ended_at is null`
  await page.goto('/admin/status')
  await expect(page.getByText('Baru', { exact: true })).toBeVisible()
  await look(page, 'status-cadangan')
  const entries = await database.sql<{ action: string }[]>`
    select action from audit_entry join audit_link on entry_id = id where action like 'backup.%' order by number`
  expect(entries.map(({ action }) => action)).toEqual(['backup.request', 'backup.take'])
  await database.close()
})

test('nobody but an admin sees backups', async ({ page }) => {
  await comeIn(page, 'sekretariat')
  const answer = await page.goto('/admin/cadangan')
  expect(answer?.status()).toBe(403)
})

/** While one is under way the page comes again by itself: it is held still to be looked at. */
async function lookStill(page: Page, browser: Browser): Promise<void> {
  const { origin } = new URL(page.url())
  const storageState = await page.context().storageState()
  // A service worker would fetch past the route.
  const context = await browser.newContext({ baseURL: origin, storageState, serviceWorkers: 'block' })
  const still = await context.newPage()
  await still.route('**/admin/cadangan', async route => {
    const response = await route.fetch()
    const { refresh, ...headers } = response.headers()
    expect(refresh).toContain('/admin/cadangan')
    await route.fulfill({ response, headers })
  })
  await still.goto('/admin/cadangan')
  await expect(still.getByText('Ruang disk tidak cukup')).toBeVisible()
  await expect(still.getByText('Sedang mencadangkan: 42%')).toBeVisible()
  await expect(still.getByRole('button', { name: 'Cadangkan sekarang' })).toHaveCount(0)
  await look(still, 'cadangan')
  await context.close()
}
