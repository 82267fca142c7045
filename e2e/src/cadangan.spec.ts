// Pengaturan → Cadangan: taken now, set up, and told when it goes wrong; the worker that the start has begun does it.
import { openDatabase } from '@mufakat/db'
import { expect, look, signIn, test } from './harness'

test('an admin takes a backup, and sets up the schedule', async ({ page, databaseUrl }) => {
  const database = openDatabase(databaseUrl, { max: 1 })
  await signIn(page, 'admin')
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
  await database.sql`
    insert into backup (id, kind, state, place, requested_at, began_at, total_bytes, done_bytes)
    values (gen_random_uuid(), 'manual', 'running', 'data', now(), now(), 200, 84)`
  await page.goto('/admin/cadangan')
  await expect(page.getByText('Ruang disk tidak cukup')).toBeVisible()
  await expect(page.getByText('Sedang mencadangkan: 42%')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Cadangkan sekarang' })).toHaveCount(0)
  await look(page, 'cadangan')
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
  await signIn(page, 'sekretariat')
  const answer = await page.goto('/admin/cadangan')
  expect(answer?.status()).toBe(403)
})
