import { describe, expect, it } from 'vitest'
import { redactText, redactValue } from './redact'

const TOKEN = 'hX3_9-kQ2vLmZ8aT4rYpW6sBcD1eFgHiJkLmNoPqRsT'

describe('what a log may keep', () => {
  it.each([
    ['NIK 1706012345670001 tidak dikenal', 'NIK [disensor] tidak dikenal'],
    ['1706-0123-4567-0001 dan 1706012345670002', '[disensor] dan [disensor]'],
    [`GET /undangan/${TOKEN}`, 'GET /undangan/[disensor]'],
    ['/masuk/oidc?code=abc&state=def&x=1', '/masuk/oidc?code=[disensor]&state=[disensor]&x=1'],
    ['postgres://mufakat:rahasia@127.0.0.1:5432/m', 'postgres://mufakat:[disensor]@127.0.0.1:5432/m'],
    ['550 <budi.santoso@contoh.go.id> unknown', '550 <b…@contoh.go.id> unknown'],
  ])('%s', (text, safe) => {
    expect(redactText(text)).toBe(safe)
  })

  it.each([
    'rapat 01900000-0000-7000-8000-000000000000 tidak ada',
    'at /srv/node_modules/.pnpm/drizzle-orm@0.45.4_postgres@3.4.9/node_modules/drizzle-orm/session.js:41:15',
    'rapat a1234567-1234-4123-8000-000000000000',
    'NIP 198501012010011001',
    'connect ECONNREFUSED 127.0.0.1:587',
    'a'.repeat(64),
  ])('leaves what helps to find a fault: %s', text => {
    expect(redactText(text)).toBe(text)
  })

  it('tells no value of a field that holds a secret or text of people, however deep', () => {
    const entry = {
      personId: '01900000-0000-7000-8000-000000000000',
      headers: { Cookie: 'a=b', Authorization: 'Bearer x', 'set-cookie': ['a'], accept: 'text/html' },
      sessionToken: 'pendek',
      smtp: { password: 'rahasia', host: 'smtp.contoh.go.id' },
      content: { items: ['Camat setuju'] },
      update: new Uint8Array([1, 2, 3]),
      bytes: new Uint8Array([1, 2, 3]),
      list: [{ token: 'x' }, 'budi@contoh.go.id'],
      count: 3,
      nik: 1706012345670001,
      at: new Date('2026-11-24T03:00:00Z'),
      none: null,
    }
    const told = redactValue(entry)
    expect(told).toEqual({
      personId: entry.personId,
      headers: {
        Cookie: '[disensor]',
        Authorization: '[disensor]',
        'set-cookie': '[disensor]',
        accept: 'text/html',
      },
      sessionToken: '[disensor]',
      smtp: { password: '[disensor]', host: 'smtp.contoh.go.id' },
      content: '[disensor]',
      update: '[disensor]',
      bytes: '[disensor]',
      list: [{ token: '[disensor]' }, 'b…@contoh.go.id'],
      count: 3,
      nik: '[disensor]',
      at: '2026-11-24T03:00:00.000Z',
      none: null,
    })
  })

  it('ends with a circle instead of following it', () => {
    const circle: Record<string, unknown> = { name: 'x' }
    circle.self = circle
    expect(JSON.stringify(redactValue(circle))).toContain('[disensor]')
  })
})
