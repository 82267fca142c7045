import { insertPasskey, listPasskeys } from '@mufakat/db'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSession } from '../session'
import { askEmailChange, confirmEmail, objectToEmail } from './email'
import { askReset, readLink, setPasswordByLink } from './password'
import { ADDRESS, code, OTHER_PASSWORD, PASSWORD, testAccounts, tokenOf } from './test-accounts'

let test: TestDatabase
let accounts: ReturnType<typeof testAccounts>
beforeAll(async () => {
  test = await testDatabase()
  accounts = testAccounts(test.database)
})
afterAll(() => test.close())

type Person = Awaited<ReturnType<ReturnType<typeof testAccounts>['person']>>

const ask = (person: Person, email: string, current = PASSWORD) =>
  askEmailChange(accounts.ctx, person.actor, { email, current, address: ADDRESS })
const mailed = async (to: string, template: string) =>
  tokenOf((await accounts.letters(to)).find(letter => letter.template === template)?.path ?? '')

describe('a change of e-mail', () => {
  it('counts when it is confirmed from the new address, and the old one is told', async () => {
    const person = await accounts.person()
    const fresh = `baru-${person.email}`
    await ask(person, fresh)
    expect(await code(accounts.signIn(fresh))).toBe('wrong-credentials')
    const token = await mailed(fresh, 'email-change-confirm')
    expect(await readLink(accounts.ctx, 'email', token)).toMatchObject({ state: 'open', email: fresh })
    expect(await Promise.all([1, 2].map(() => code(confirmEmail(accounts.ctx, token))))).toContain('conflict')
    expect(await code(accounts.signIn(fresh))).toBe('done')
    expect(await code(accounts.signIn(person.email))).toBe('wrong-credentials')
    expect((await accounts.letters(person.email)).map(letter => letter.template)).toEqual([
      'email-change-notice',
    ])
    expect(await accounts.entries(person.id)).toEqual(['account.ask-email', 'account.email'])
  })

  it('asks for the password, and for an address that is nobody else’s', async () => {
    const [person, other] = [await accounts.person(), await accounts.person()]
    const fields = (attempted: Promise<unknown>) => attempted.catch(error => error.fields)
    expect(await fields(ask(person, 'x@contoh.go.id', 'bukan ini'))).toEqual({
      current: 'field.wrong-password',
    })
    expect(await fields(ask(person, other.email))).toEqual({ email: 'field.taken' })
    expect(await fields(ask(person, person.email))).toEqual({ email: 'field.same-email' })
    await ask(person, 'rebutan@contoh.go.id')
    await ask(other, 'rebutan@contoh.go.id')
    const letters = await accounts.letters('rebutan@contoh.go.id')
    const answers = []
    for (const letter of letters)
      answers.push(await code(confirmEmail(accounts.ctx, tokenOf(letter.path ?? ''))))
    expect(answers.sort()).toEqual(['done', 'invalid-input'])
  })

  it('ends after a day, and a newer one voids it', async () => {
    const person = await accounts.person()
    await ask(person, `satu-${person.email}`)
    await ask(person, `dua-${person.email}`)
    const [first, second] = [
      await mailed(`satu-${person.email}`, 'email-change-confirm'),
      await mailed(`dua-${person.email}`, 'email-change-confirm'),
    ]
    expect(await code(confirmEmail(accounts.ctx, first))).toBe('conflict')
    accounts.clock.forward(24 * 3600)
    expect(await code(confirmEmail(accounts.ctx, second))).toBe('conflict')
  })

  it('is taken back by the owner of the old address, who gets the account back', async () => {
    const person = await accounts.person()
    const thief = `maling-${person.email}`
    await ask(person, thief)
    await confirmEmail(accounts.ctx, await mailed(thief, 'email-change-confirm'))
    const { token: session } = await accounts.signIn(thief)
    await askReset(accounts.ctx, { login: thief, address: '192.0.2.9' })
    const objection = await mailed(person.email, 'email-change-notice')
    accounts.clock.forward(6 * 24 * 3600)
    const path = await objectToEmail(accounts.ctx, objection)

    expect(await readSession(accounts.ctx, session)).toBeNull()
    expect(await code(accounts.signIn(person.email))).toBe('wrong-credentials')
    const stolen = await mailed(thief, 'password-reset')
    expect(await code(setPasswordByLink(accounts.ctx, 'reset', stolen, { password: OTHER_PASSWORD }))).toBe(
      'conflict',
    )
    await setPasswordByLink(accounts.ctx, 'reset', tokenOf(path), { password: OTHER_PASSWORD })
    expect(await code(accounts.signIn(person.email, OTHER_PASSWORD))).toBe('done')
    expect(await code(objectToEmail(accounts.ctx, objection))).toBe('conflict')
    expect(await accounts.entries(person.id)).toContain('account.object-email')
  })

  it('takes along what was added about then to get in by, and leaves what is older', async () => {
    const person = await accounts.person()
    const passkey = (id: string) =>
      test.database.db.transaction(tx =>
        insertPasskey(tx, {
          id: `${id} of ${person.id}`,
          personId: person.id,
          name: id,
          publicKey: new Uint8Array(4),
          counter: 0,
          transports: [],
          createdAt: accounts.clock.now(),
        }),
      )
    await passkey('lama')
    accounts.clock.forward(8 * 24 * 3600)
    await passkey('sebelum')
    const thief = `pencuri-${person.email}`
    await ask(person, thief)
    await confirmEmail(accounts.ctx, await mailed(thief, 'email-change-confirm'))
    accounts.clock.forward(24 * 3600)
    await passkey('sesudah')
    await objectToEmail(accounts.ctx, await mailed(person.email, 'email-change-notice'))
    const left = await listPasskeys(test.database.db, person.id)
    expect(left.map(({ name }) => name)).toEqual(['lama'])
  })

  it('can be objected to for as many days as are set', async () => {
    const person = await accounts.person()
    await ask(person, `baru-${person.email}`)
    await confirmEmail(accounts.ctx, await mailed(`baru-${person.email}`, 'email-change-confirm'))
    const objection = await mailed(person.email, 'email-change-notice')
    accounts.clock.forward(7 * 24 * 3600 - 1)
    expect((await readLink(accounts.ctx, 'objection', objection)).state).toBe('open')
    accounts.clock.forward(1)
    expect(await code(objectToEmail(accounts.ctx, objection))).toBe('conflict')
  })
})
