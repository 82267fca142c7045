import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction, type ServiceContext } from '../context'
import { TEST_NOW, TestClock } from '../test-organisation'
import { queueMail } from './queue-mail'

let test: TestDatabase
const ctx = (): ServiceContext => ({ database: test.database, clock: new TestClock() })
beforeAll(async () => {
  test = await testDatabase()
})
afterAll(() => test.close())

const reset = (event: string) =>
  ({
    event,
    to: 'budi@contoh.go.id',
    locale: 'id',
    template: 'password-reset',
    data: {
      name: 'Budi',
      link: 'https://rapat.contoh.go.id/atur-ulang/x',
      expiresAt: TEST_NOW.toISOString(),
    },
  }) as const

const jobsOf = async (event: string) =>
  (
    await test.database.sql<{ identifier: string; maxAttempts: number }[]>`
      select task.identifier, job.max_attempts as "maxAttempts" from graphile_worker._private_jobs job
      join graphile_worker._private_tasks task on task.id = job.task_id
      where job.payload ->> 'mailId' = (select id::text from mail where event = ${event})`
  ).map(row => ({ ...row }))

describe('queueing a letter', () => {
  it('leaves a row and its job with the event that asked for it', async () => {
    expect(await inTransaction(ctx(), tx => queueMail(tx, reset('reset:1')))).toBe(true)
    expect(await jobsOf('reset:1')).toEqual([{ identifier: 'mail.send', maxAttempts: 15 }])
    const [row] = await test.database.sql`
      select recipient, state, attempts, expires_at, message_id from mail where event = 'reset:1'`
    expect(row).toEqual({
      recipient: 'budi@contoh.go.id',
      state: 'waiting',
      attempts: 0,
      expires_at: TEST_NOW,
      message_id: null,
    })
  })

  it('leaves neither when the event did not happen', async () => {
    const failing = inTransaction(ctx(), async tx => {
      await queueMail(tx, reset('reset:2'))
      throw new Error('something later')
    })
    await expect(failing).rejects.toThrow('something later')
    const [count] = await test.database.sql`select count(*)::int as n from mail where event = 'reset:2'`
    expect([count?.n, await jobsOf('reset:2')]).toEqual([0, []])
  })

  it('mails the same event once, also when many ask at the same time', async () => {
    const asked = await Promise.all(
      Array.from({ length: 8 }, () => inTransaction(ctx(), tx => queueMail(tx, reset('reset:3')))),
    )
    expect(asked.filter(Boolean)).toHaveLength(1)
    expect(await jobsOf('reset:3')).toHaveLength(1)
  })

  it.each(['a@b.id\r\nBcc: c@d.id', 'a@b.id, c@d.id', 'Budi <a@b.id>', 'a@b.id\n', ''])(
    'takes no address that could say more than one: %j',
    async to => {
      const work = inTransaction(ctx(), tx => queueMail(tx, { ...reset('reset:4'), to }))
      await expect(work).rejects.toMatchObject({ name: expect.stringMatching(/Zod/) })
    },
  )

  it('lets no address past the database that a caller forgot to look at', async () => {
    for (const to of ['a@b.id\nX: y', 'a@b.id,c@d.id', '<a@b.id>'])
      await expect(
        test.database.sql`insert into mail (id, event, template, locale, recipient)
          values (gen_random_uuid(), ${to}, 'test', 'id', ${to})`,
      ).rejects.toMatchObject({ code: '23514' })
  })
})
