import { describe, expect, it } from 'vitest'
import { processLog } from './log'

const TOKEN = 'hX3_9-kQ2vLmZ8aT4rYpW6sBcD1eFgHiJkLmNoPqRsT'
const SECRETS = ['1706012345670001', TOKEN, 'rahasia-sekali', 'Camat menyetujui jalan desa', 'budi.santoso@']

function logged(write: (log: ReturnType<typeof processLog>) => void): { line: string; entry: unknown } {
  const lines: string[] = []
  write(processLog('coba', { write: text => void lines.push(text) }))
  const line = lines.join('')
  return { line, entry: JSON.parse(line) }
}

describe('the log of a process', () => {
  it.each([
    ['a message', log => log.info(`NIK ${SECRETS[0]}, ${TOKEN}, budi.santoso@contoh.go.id`)],
    ['a message with values', log => log.info('%s %s', SECRETS[0], TOKEN)],
    [
      'fields',
      log =>
        log.warn(
          {
            cookie: TOKEN,
            headers: { cookie: 'rahasia-sekali', authorization: SECRETS[2] },
            smtp: { password: 'rahasia-sekali' },
            content: 'Camat menyetujui jalan desa',
            note: SECRETS[0],
          },
          'x',
        ),
    ],
    ['an error', log => log.error({ err: new Error(`${SECRETS[0]} ${TOKEN}`) }, 'x')],
    ['an error alone', log => log.error(new Error(`${SECRETS[0]} budi.santoso@contoh.go.id`))],
    [
      'an error of a statement',
      log =>
        log.error(
          {
            err: Object.assign(new Error(`insert params: ${SECRETS[3]}`), {
              query: 'insert into x values ($1)',
              params: [SECRETS[3]],
            }),
          },
          'x',
        ),
    ],
  ] as [string, (log: ReturnType<typeof processLog>) => void][])(
    'tells nothing it must not: %s',
    (_, write) => {
      const { line } = logged(write)
      for (const secret of SECRETS) expect(line).not.toContain(secret)
    },
  )

  it('tells what helps: app, time, level, ids, and where an error came from', () => {
    const { entry } = logged(log =>
      log.error({ requestId: 'abcd1234', err: new TypeError('bad') }, 'request failed'),
    )
    expect(entry).toMatchObject({
      level: 50,
      app: 'coba',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      requestId: 'abcd1234',
      msg: 'request failed',
      err: { type: 'TypeError', message: 'bad', stack: expect.stringContaining('log.test.ts') },
    })
  })
})
