import { newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSession } from '../session'
import { addAccount, editAccount, setAccountActive } from './edit'
import { accountFilterInput, addAccountInput, editAccountInput } from './inputs'
import { invite } from './invite'
import { readLink } from './password'
import { getAccount, listAccounts } from './read'
import { code, testAccounts, tokenOf } from './test-accounts'

let test: TestDatabase
let accounts: ReturnType<typeof testAccounts>
let admin: Awaited<ReturnType<ReturnType<typeof testAccounts>['person']>>
beforeAll(async () => {
  test = await testDatabase()
  accounts = testAccounts(test.database)
  admin = await accounts.person({ role: 'admin' })
})
afterAll(() => test.close())

const filter = (text: string, more: object = {}) => accountFilterInput.parse({ text, ...more })
const editOf = async (personId: string, changes: object) => {
  const { name, email, nip, golongan, phone, role, revision } = await getAccount(
    accounts.ctx,
    admin.actor,
    personId,
  )
  return editAccountInput.parse({
    personId,
    name,
    email: email ?? '',
    nip: nip ?? '',
    golongan: golongan ?? '',
    phone: phone ?? '',
    role,
    revision,
    ...changes,
  })
}

describe('accounts', () => {
  it('are added once for an e-mail or NIP, and found by name, e-mail and NIP', async () => {
    const input = addAccountInput.parse({
      name: 'Sitti Rahma',
      email: ' Sitti.Rahma@Contoh.go.id ',
      nip: '19800229 200501 2 001',
      golongan: 'IV/b',
      phone: '0812-0000 0001',
      role: 'kepala_opd',
    })
    const id = await addAccount(accounts.ctx, admin.actor, input)
    for (const text of ['sitti', 'sitti.rahma@', '198002292005012001', '1980 0229'])
      expect(
        (await listAccounts(accounts.ctx, admin.actor, filter(text))).accounts.map(one => one.id),
      ).toEqual([id])
    await expect(addAccount(accounts.ctx, admin.actor, input)).rejects.toMatchObject({
      code: 'invalid-input',
      fields: { email: 'field.taken', nip: 'field.taken' },
    })
    expect(await accounts.entries(id)).toEqual(['account.add'])
  })

  it('ask for an e-mail or a NIP', () => {
    const none = addAccountInput.safeParse({
      name: 'A',
      email: '',
      nip: '',
      golongan: '',
      phone: '',
      role: 'tamu',
    })
    expect(none.error?.issues.map(issue => issue.message)).toEqual(['field.email-or-nip'])
    const wrong = addAccountInput.safeParse({
      name: 'A',
      email: 'a@',
      nip: '123',
      golongan: 'V/a',
      phone: '',
      role: 'raja',
    })
    expect(wrong.error?.issues.map(issue => issue.message)).toEqual([
      'field.email',
      'field.nip',
      'field.choose',
      'field.choose',
    ])
  })

  it('are told apart by role and state, in pages that never end in nothing', async () => {
    const waiting = await accounts.person({ noPassword: true, role: 'tamu' })
    const of = async (more: object) =>
      (await listAccounts(accounts.ctx, admin.actor, filter('', more))).accounts.map(one => one.id)
    expect(await of({ role: 'tamu' })).toEqual([waiting.id])
    expect(await of({ state: 'uninvited' })).toContain(waiting.id)
    expect(await of({ state: 'inactive' })).toEqual([])
    expect(await of({ opdId: newId() })).toEqual([])
    const beyond = await listAccounts(accounts.ctx, admin.actor, filter('', { page: 900 }))
    expect([beyond.page, beyond.pages, beyond.accounts.length]).toEqual([1, 1, beyond.total])
  })

  it('change field by field, with one entry that names fields only', async () => {
    const person = await accounts.person()
    await editAccount(
      accounts.ctx,
      admin.actor,
      await editOf(person.id, { name: 'Nama Baru', golongan: 'IV/a', role: 'kepala_opd' }),
    )
    expect(await getAccount(accounts.ctx, admin.actor, person.id)).toMatchObject({
      name: 'Nama Baru',
      golongan: 'IV/a',
      role: 'kepala_opd',
    })
    const [entry] = await test.database.sql`
      select details from audit_entry where subject_id = ${person.id} and action = 'account.edit'`
    expect(entry?.details).toEqual({
      fields: ['name', 'golongan', 'role'],
      from: 'staf_opd',
      to: 'kepala_opd',
    })
    await editAccount(accounts.ctx, admin.actor, await editOf(person.id, {}))
    expect(await accounts.entries(person.id)).toEqual(['account.edit'])
  })

  it('refuse an edit that was begun before another', async () => {
    const person = await accounts.person()
    const [first, second] = [
      await editOf(person.id, { name: 'Yang Pertama' }),
      await editOf(person.id, { name: 'Yang Kedua' }),
    ]
    const answers = await Promise.all([
      code(editAccount(accounts.ctx, admin.actor, first)),
      code(editAccount(accounts.ctx, admin.actor, second)),
    ])
    expect(answers.sort()).toEqual(['conflict', 'done'])
  })

  it('tell the old address of a new one, and void what was mailed there', async () => {
    const person = await accounts.person({ noPassword: true })
    const { path } = await invite(accounts.ctx, admin.actor, { personId: person.id, byMail: true })
    await editAccount(accounts.ctx, admin.actor, await editOf(person.id, { email: 'baru@contoh.go.id' }))
    expect((await readLink(accounts.ctx, 'invitation', tokenOf(path))).state).toBe('void')
    expect((await accounts.letters(person.email)).map(letter => letter.template)).toEqual([
      'email-change-notice',
      'invitation',
    ])
  })

  it('end sessions and links when they are closed, and begin with none when reopened', async () => {
    const person = await accounts.person()
    const { token } = await accounts.signIn(person.email)
    await setAccountActive(accounts.ctx, admin.actor, { personId: person.id, active: false })
    expect(await readSession(accounts.ctx, token)).toBeNull()
    expect(await code(accounts.signIn(person.email))).toBe('wrong-credentials')
    await setAccountActive(accounts.ctx, admin.actor, { personId: person.id, active: true })
    expect(await readSession(accounts.ctx, token)).toBeNull()
    expect(await code(accounts.signIn(person.email))).toBe('done')
    expect(await accounts.entries(person.id)).toEqual(['account.deactivate', 'account.reactivate'])
  })

  it('keep the last admin who can sign in, also when two take each other out at once', async () => {
    const field = (attempted: Promise<unknown>) =>
      attempted.then(
        () => null,
        error => error.fields,
      )
    // Invited, but has not come yet: that is nobody to leave the keys with.
    await accounts.person({ role: 'admin', noPassword: true })
    expect(
      await field(setAccountActive(accounts.ctx, admin.actor, { personId: admin.id, active: false })),
    ).toEqual({
      active: 'field.last-admin',
    })
    expect(
      await field(editAccount(accounts.ctx, admin.actor, await editOf(admin.id, { role: 'sekretariat' }))),
    ).toEqual({ role: 'field.last-admin' })

    const other = await accounts.person({ role: 'admin' })
    const answers = await Promise.all([
      field(setAccountActive(accounts.ctx, admin.actor, { personId: other.id, active: false })),
      field(setAccountActive(accounts.ctx, other.actor, { personId: admin.id, active: false })),
    ])
    expect(answers.filter(answer => answer === null)).toHaveLength(1)
    const [left] = await test.database.sql`
      select count(*)::int as n from person where role = 'admin' and active and password_hash is not null`
    expect(left?.n).toBe(1)
    await test.database.sql`update person set active = true where id = ${admin.id}`
  })

  it('look like nothing where there is none', async () => {
    for (const id of [newId(), 'bukan-id'])
      expect(await code(getAccount(accounts.ctx, admin.actor, id))).toBe('not-found')
  })
})
