import { fingerprint, type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSession } from '../session'
import { setAccountActive } from './edit'
import { invite, revokeInvitation } from './invite'
import {
  askReset,
  changePassword,
  makeHostResetLink,
  makeResetLink,
  RESET_MS,
  readLink,
  setPasswordByLink,
} from './password'
import { setAccountSettings } from './settings'
import { ADDRESS, code, OTHER_PASSWORD, PASSWORD, testAccounts, tokenOf } from './test-accounts'

let test: TestDatabase
let accounts: ReturnType<typeof testAccounts>
let admin: Awaited<ReturnType<ReturnType<typeof testAccounts>['person']>>
beforeAll(async () => {
  test = await testDatabase()
  accounts = testAccounts(test.database)
  admin = await accounts.person({ role: 'admin' })
})
afterAll(() => test.close())

const DAY_S = 24 * 3600
const invited = async (personId: string, byMail = false) =>
  tokenOf((await invite(accounts.ctx, admin.actor, { personId, byMail })).path)
const handed = async (personId: string) =>
  tokenOf((await makeResetLink(accounts.ctx, admin.actor, personId)).path)
const stateOf = async (kind: 'invitation' | 'reset', token: string) =>
  (await readLink(accounts.ctx, kind, token)).state
const set = (kind: 'invitation' | 'reset', token: string, password = OTHER_PASSWORD) =>
  setPasswordByLink(accounts.ctx, kind, token, { password })

describe('an invitation', () => {
  it('sets the first password, once', async () => {
    const person = await accounts.person({ noPassword: true })
    const token = await invited(person.id)
    await set('invitation', token)
    expect(await code(accounts.signIn(person.email, OTHER_PASSWORD))).toBe('done')
    expect(await stateOf('invitation', token)).toBe('used')
    expect(await code(set('invitation', token, PASSWORD))).toBe('conflict')
    expect(await accounts.entries(person.id)).toEqual(['account.invite', 'account.password'])
  })

  it('is not taken by looking at it', async () => {
    const token = await invited((await accounts.person({ noPassword: true })).id)
    const before = await fingerprint(test.database)
    for (let looks = 0; looks < 5; looks++) expect(await stateOf('invitation', token)).toBe('open')
    expect(await fingerprint(test.database)).toBe(before)
  })

  it('ends with its days, as many as are set', async () => {
    const person = await accounts.person({ noPassword: true })
    const token = await invited(person.id)
    accounts.clock.forward(7 * DAY_S - 1)
    expect(await stateOf('invitation', token)).toBe('open')
    accounts.clock.forward(1)
    expect(await stateOf('invitation', token)).toBe('expired')
    expect(await code(set('invitation', token))).toBe('conflict')
    await setAccountSettings(accounts.ctx, admin.actor, { invitationDays: 1, objectionDays: 7 })
    const short = await invited(person.id)
    accounts.clock.forward(DAY_S)
    expect(await stateOf('invitation', short)).toBe('expired')
  })

  it('is voided by a newer one, by revoking it, and with the account', async () => {
    const person = await accounts.person({ noPassword: true })
    const first = await invited(person.id)
    const second = await invited(person.id)
    expect([await stateOf('invitation', first), await stateOf('invitation', second)]).toEqual([
      'void',
      'open',
    ])
    await revokeInvitation(accounts.ctx, admin.actor, person.id)
    expect(await stateOf('invitation', second)).toBe('void')
    const third = await invited(person.id)
    await setAccountActive(accounts.ctx, admin.actor, { personId: person.id, active: false })
    expect(await stateOf('invitation', third)).toBe('void')
    expect(await code(set('invitation', third))).toBe('conflict')
    expect(await code(invite(accounts.ctx, admin.actor, { personId: person.id, byMail: false }))).toBe(
      'conflict',
    )
  })

  it('goes by mail where there is an address, and is for who has no password', async () => {
    const person = await accounts.person({ noPassword: true })
    const made = await invite(accounts.ctx, admin.actor, { personId: person.id, byMail: true })
    expect(made.mailed).toBe(true)
    expect(await accounts.letters(person.email)).toEqual([{ template: 'invitation', path: made.path }])
    const without = await accounts.person({ noPassword: true, noEmail: true, nip: '190001011900011999' })
    expect((await invite(accounts.ctx, admin.actor, { personId: without.id, byMail: true })).mailed).toBe(
      false,
    )
    const settled = await accounts.person()
    expect(await code(invite(accounts.ctx, admin.actor, { personId: settled.id, byMail: true }))).toBe(
      'conflict',
    )
  })

  it('leaves one open when several are made at once', async () => {
    const person = await accounts.person({ noPassword: true })
    const tokens = await Promise.all(Array.from({ length: 4 }, () => invited(person.id)))
    const states = await Promise.all(tokens.map(token => stateOf('invitation', token)))
    expect(states.sort()).toEqual(['open', 'void', 'void', 'void'])
  })
})

describe('a reset', () => {
  it('is won by one of many at the same time, and ends every session', async () => {
    const person = await accounts.person()
    const { token: session } = await accounts.signIn(person.email)
    const token = await handed(person.id)
    const passwords = Array.from({ length: 4 }, (_, n) => `sampan ke-${n} di hulu sungai`)
    const answers = await Promise.all(passwords.map(password => code(set('reset', token, password))))
    expect(answers.sort()).toEqual(['conflict', 'conflict', 'conflict', 'done'])
    const entered = await Promise.all(
      passwords.map(password => code(accounts.signIn(person.email, password))),
    )
    expect(entered.filter(answer => answer === 'done')).toHaveLength(1)
    expect(await readSession(accounts.ctx, session)).toBeNull()
    expect((await accounts.entries(person.id)).filter(action => action === 'account.password')).toHaveLength(
      1,
    )
  })

  it('lasts an hour, and a newer one voids it', async () => {
    const person = await accounts.person()
    const first = await handed(person.id)
    accounts.clock.forward(RESET_MS / 1000 - 1)
    expect(await stateOf('reset', first)).toBe('open')
    accounts.clock.forward(1)
    expect(await code(set('reset', first))).toBe('conflict')
    const second = await handed(person.id)
    const third = await handed(person.id)
    expect([await stateOf('reset', second), await stateOf('reset', third)]).toEqual(['void', 'open'])
  })

  it('keeps the token out of everything but the letter that carries it', async () => {
    const person = await accounts.person()
    const token = await handed(person.id)
    const hex = Buffer.from(token, 'base64url').toString('hex')
    for (const { row } of await test.database.sql<{ row: string }[]>`
      select l::text as row from account_link l union all select a::text from audit_entry a`) {
      expect(row).not.toContain(token)
      expect(row).not.toContain(hex)
    }
    for (const wrong of ['', 'x', `${token}x`, token.toLowerCase(), 'A'.repeat(43)])
      expect(await stateOf('reset', wrong)).toBe('unknown')
    expect(await stateOf('invitation', token)).toBe('unknown')
  })

  it('refuses a poor password and stays open', async () => {
    const person = await accounts.person()
    const token = await handed(person.id)
    const fields = (password: string) => set('reset', token, password).catch(error => error.fields)
    expect(await fields('pendek')).toEqual({ password: 'field.password-too-short' })
    expect(await fields('Mukomuko2026')).toEqual({ password: 'field.password-common' })
    expect(await stateOf('reset', token)).toBe('open')
  })

  it('is mailed to who asks, and answers strangers alike', async () => {
    const person = await accounts.person()
    const closed = await accounts.person()
    await setAccountActive(accounts.ctx, admin.actor, { personId: closed.id, active: false })
    const ask = (login: string) => code(askReset(accounts.ctx, { login, address: '192.0.2.7' }))
    const logins = [person.email.toUpperCase(), closed.email, 'tidak.ada@contoh.go.id', '190001011900011888']
    expect(await Promise.all(logins.map(ask))).toEqual(['done', 'done', 'done', 'done'])
    const [letter] = await accounts.letters(person.email)
    expect(letter?.template).toBe('password-reset')
    expect(await stateOf('reset', tokenOf(letter?.path ?? ''))).toBe('open')
    expect(await accounts.letters(closed.email)).toEqual([])
    await set('reset', tokenOf(letter?.path ?? ''))
    expect((await accounts.letters(person.email)).map(one => one.template)).toEqual([
      'password-reset',
      'security-notice',
    ])
  })

  it('is asked for three times, by a stranger as by a person, and then again later', async () => {
    const person = await accounts.person()
    const ask = (login: string) => askReset(accounts.ctx, { login, address: '192.0.2.8' })
    for (const login of [person.email, 'hantu@contoh.go.id']) {
      for (let times = 0; times < 3; times++) expect(await code(ask(login))).toBe('done')
      const refusal = await ask(login).catch(error => error)
      expect(refusal).toMatchObject({ code: 'rate-limited' })
      expect(refusal.until.getTime() - accounts.clock.now().getTime()).toBe(20 * 60_000)
    }
    accounts.clock.forward(20 * 60)
    expect(await code(ask(person.email))).toBe('done')
  })
})

describe('changing one’s own password', () => {
  it('asks for the old one, and ends the other sessions if that is wished', async () => {
    const person = await accounts.person()
    const here = await accounts.signIn(person.email)
    const there = await accounts.signIn(person.email)
    const change = (current: string, password: string, endOthers: boolean) =>
      changePassword(accounts.ctx, here.session.actor, {
        current,
        password,
        endOthers,
        sessionId: here.session.sessionId,
        address: ADDRESS,
      })
    await expect(change('bukan ini', OTHER_PASSWORD, true)).rejects.toMatchObject({
      fields: { current: 'field.wrong-password' },
    })
    const reset = await handed(person.id)
    await change(PASSWORD, OTHER_PASSWORD, false)
    expect(await stateOf('reset', reset)).toBe('void')
    expect(await readSession(accounts.ctx, there.token)).not.toBeNull()
    await change(OTHER_PASSWORD, PASSWORD, true)
    expect(await readSession(accounts.ctx, there.token)).toBeNull()
    expect(await readSession(accounts.ctx, here.token)).not.toBeNull()
  })
})

describe('a reset link that is made on the server', () => {
  it('opens the account of that login once, and says in the audit where it came from', async () => {
    const person = await accounts.person({ role: 'admin' })
    const link = await makeHostResetLink(accounts.ctx, ` ${person.email.toUpperCase()} `)
    const token = tokenOf(link?.path ?? '')
    await set('reset', token)
    expect(await code(accounts.signIn(person.email, OTHER_PASSWORD))).toBe('done')
    expect(await code(set('reset', token, PASSWORD))).toBe('conflict')
    const [entry] = await test.database.sql`
      select actor_id, details from audit_entry where action = 'account.reset-link' and subject_id = ${person.id}`
    expect(entry).toEqual({ actor_id: null, details: { by: 'host' } })
  })

  it('is made for nobody, and for no closed account', async () => {
    const closed = await accounts.person()
    await setAccountActive(accounts.ctx, admin.actor, { personId: closed.id, active: false })
    for (const login of [closed.email, 'siapa@contoh.go.id', '', '1'])
      expect(await makeHostResetLink(accounts.ctx, login)).toBeNull()
  })
})
