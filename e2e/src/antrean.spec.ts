// Pengaturan → Antrean and Status sistem, with the worker that the start has begun.
import { addJob, insertMail, openDatabase } from '@mufakat/db'
import { comeIn, expect, look, test } from './harness'

test('an admin sees what went out and what failed, and tries it again', async ({ page, databaseUrl }) => {
  const database = openDatabase(databaseUrl, { max: 2 })
  const id = crypto.randomUUID()
  const refusedId = crypto.randomUUID()
  const letter = (mailId: string, event: string) => ({
    id: mailId,
    event,
    template: 'password-reset',
    locale: 'id' as const,
    recipient: 'budi.santoso@contoh.go.id',
    expiresAt: new Date('2126-01-01T00:00:00Z'),
    data: {
      name: 'Budi Santoso',
      link: 'https://rapat.contoh.go.id/atur-ulang/rahasia',
      expiresAt: '2126-01-01T00:00:00.000Z',
    },
  })
  await database.db.transaction(async tx => {
    await insertMail(tx, letter(id, 'reset:1'))
    await insertMail(tx, letter(refusedId, 'reset:2'))
    await addJob(tx, { name: 'mail.send', payload: { mailId: id }, key: `mail:${id}`, maxAttempts: 15 })
  })
  await database.sql`
    update mail set state = 'failed', attempts = 15, unknown_outcomes = 1,
      last_error = '451 4.7.1 Greylisting in action, please come back later' where id = ${refusedId}`
  const stateOf = async (mailId: string) =>
    (await database.sql<{ state: string }[]>`select state from mail where id = ${mailId}`)[0]?.state
  await expect.poll(() => stateOf(id), { timeout: 30_000 }).toBe('sent')

  await comeIn(page, 'admin')
  await page.goto('/admin/antrean')
  await expect(page.getByRole('heading', { name: 'Gagal (1)' })).toBeVisible()
  await expect(page.getByText('451 4.7.1 Greylisting')).toBeVisible()
  // What a letter says stands nowhere.
  expect(await page.content()).not.toContain('rahasia')
  await look(page, 'antrean')
  await page.getByRole('button', { name: 'Coba lagi: Atur ulang kata sandi' }).click()
  await expect(page.getByText('1 dicoba lagi.')).toBeVisible()
  await expect.poll(() => stateOf(refusedId), { timeout: 30_000 }).toBe('sent')
  await page.goto('/admin/antrean')
  await expect(page.getByRole('heading', { name: 'Gagal (0)' })).toBeVisible()
  await look(page, 'antrean-kosong')

  await page.goto('/admin/status')
  const parts = page.getByRole('region', { name: 'Bagian' })
  await expect(parts.getByText('Berjalan')).toHaveCount(3)
  await expect(page.getByText('Belum pernah').first()).toBeVisible()
  await look(page, 'status')

  // Numbers and health of the processes are nobody's business outside.
  for (const path of ['/metrics', '/readyz']) {
    expect((await page.request.get(path)).status()).toBe(404)
  }
  const entries = await database.sql<{ action: string }[]>`
    select action from audit_entry where action in ('mail.retry', 'job.retry')`
  expect(entries.map(({ action }) => action)).toEqual(['mail.retry'])
  await database.close()
})
