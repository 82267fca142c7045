import { findRapat } from '@mufakat/db'
import { wibDate } from '@mufakat/domain'
import { defined, newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADDRESS, code, testAccounts } from '../account/test-accounts'
import { askReset, editAccount, getAccount, invite, setAccountActive } from '../index'
import { makeOrganisation, makeRapat, type TestOrganisation } from '../test-organisation'
import { TestWriter } from '../test-writer'
import { askErasure, decideErasure, listErasures, ownDataView, setOwnPhone, withdrawErasure } from './index'

describe('erasing a person', () => {
  let test: TestDatabase
  let organisation: TestOrganisation
  beforeAll(async () => {
    test = await testDatabase()
    organisation = await makeOrganisation(test.database)
  })
  afterAll(() => test.close())
  const admin = () => organisation.actor('admin')
  const world = () => testAccounts(test.database)
  type Actor = ReturnType<typeof admin>

  const requestOf = async (ctx: ReturnType<typeof world>['ctx'], actor: Actor): Promise<string> => {
    await askErasure(ctx, actor, { wish: 'Mohon dihapus', confirmed: true })
    return defined((await ownDataView(ctx, actor)).erasures[0], 'a request').id
  }
  const grant = (ctx: ReturnType<typeof world>['ctx'], by: Actor, requestId: string) =>
    decideErasure(ctx, by, { decision: 'granted', requestId, confirmed: true })
  const rowOf = async (id: string) =>
    (
      await test.database
        .sql`select name, email, nip, golongan, phone, active, password_hash as hash, erased_number as number
      from person where id = ${id}`
    )[0]

  it('[X8] takes what they are reached by and come in with, once and for good', async () => {
    const { ctx, person, signIn, entries, letters } = world()
    const { sql } = test.database
    const { id, email, actor } = await person({ nip: '198002292005011001' })
    await sql`update person set golongan = 'III/a' where id = ${id}`
    await setOwnPhone(ctx, actor, { phone: '+6281234567890' })
    await askReset(ctx, { login: email, address: ADDRESS })
    await signIn(email)
    const now = ctx.clock.now()
    await sql`insert into totp_factor (person_id, secret, created_at) values (${id}, ${Buffer.from('x')}, ${now})`
    await sql`insert into recovery_code (person_id, hash) values (${id}, ${Buffer.from('x')})`
    await sql`insert into identity_link (issuer, subject, person_id, created_at)
      values ('https://sso.contoh.go.id', ${id}, ${id}, ${now})`
    await sql`insert into passkey (id, person_id, name, public_key, counter, created_at)
      values (${id}, ${id}, 'HP', ${Buffer.from('x')}, 0, ${now})`
    const pokjaId = newId()
    await sql`insert into pokja (id, name, short_name, chair_id, position) values (${pokjaId}, 'Data', 'Data', ${id}, 1)`
    await sql`insert into pokja_person (pokja_id, person_id) values (${pokjaId}, ${id})`
    await sql`insert into district (code, regency_code, name) values ('17.06.90', '17.06', 'Contoh')`
    await sql`insert into region_officer (id, district_code, person_id, from_date)
      values (${newId()}, '17.06.90', ${id}, '2026-01-01')`
    const requestId = await requestOf(ctx, actor)
    expect(await code(askErasure(ctx, actor, { wish: '', confirmed: true }))).toBe('conflict')
    expect(await listErasures(ctx, admin())).toMatchObject([{ id: requestId, state: 'open', isOwn: false }])
    await grant(ctx, admin(), requestId)
    // They acted, so that the audit needs the name; nothing of theirs needs the number.
    expect(await rowOf(id)).toEqual({
      ...{ name: 'Contoh – Pegawai', email: null, nip: null, golongan: null, phone: null },
      ...{ active: false, hash: null, number: 1 },
    })
    expect(
      await sql`select chair_id, (select count(*)::int from pokja_person) as members from pokja`,
    ).toEqual([{ chair_id: null, members: 0 }])
    expect(await sql`select until_date::text as until from region_officer`).toEqual([{ until: wibDate(now) }])
    const tables = [
      'session',
      'account_link',
      'journal_key',
      'data_export',
      'totp_factor',
      'passkey',
      'identity_link',
    ]
    for (const table of [...tables, 'recovery_code', 'pending_sign_in'])
      expect([table, await sql`select from ${sql(table)} where person_id = ${id}`]).toEqual([table, []])
    const mails = await sql`select template, recipient, data from mail where recipient = ${email}
      or recipient = 'terhapus@kosong.invalid' order by template`
    expect(mails).toMatchObject([
      { template: 'erasure-granted', recipient: email },
      { template: 'password-reset', recipient: 'terhapus@kosong.invalid', data: null },
    ])
    expect(await letters(email)).toHaveLength(1)
    expect((await entries(id)).filter(action => action.startsWith('erasure'))).toEqual([
      'erasure.ask',
      'erasure.grant',
    ])
    expect(await code(signIn(email))).toBe('wrong-credentials')
    expect(await code(grant(ctx, admin(), requestId))).toBe('conflict')
    expect(await getAccount(ctx, admin(), id)).toMatchObject({ erasedNumber: 1, active: false })
    const back = {
      personId: id,
      name: 'X',
      email,
      nip: null,
      golongan: null,
      phone: null,
      role: 'tamu' as const,
      revision: 2,
    }
    expect(await code(editAccount(ctx, admin(), back))).toBe('conflict')
    expect(await code(setAccountActive(ctx, admin(), { personId: id, active: true }))).toBe('conflict')
    expect(await code(invite(ctx, admin(), { personId: id, byMail: false }))).toBe('conflict')
    await expect(sql`update person set email = ${email} where id = ${id}`).rejects.toThrow()
  })

  it('[X8] keeps name and NIP where a notula carries them, and nobody’s name that no record holds', async () => {
    const { ctx, person } = world()
    const notulis = await person({ nip: '198103012006041002' })
    await test.database.sql`update person set golongan = 'IV/a' where id = ${notulis.id}`
    const rapatId = await makeRapat(ctx, organisation, { notulisId: notulis.id })
    const { documentId } = defined(await findRapat(test.database.db, rapatId), 'rapat')
    const writer = await TestWriter.open(ctx, documentId, notulis.id)
    writer.text().insert(1, 'Dicatat. ')
    await writer.commit()
    await grant(ctx, admin(), await requestOf(ctx, notulis.actor))
    expect(await rowOf(notulis.id)).toMatchObject({
      name: 'Contoh – Pegawai',
      nip: '198103012006041002',
      golongan: 'IV/a',
      email: null,
      number: 2,
    })
    const log = await test.database.sql`select from document_log where document_id = ${documentId}`
    expect(log).toHaveLength(2)

    const unseen = await person()
    const requestId = newId()
    // Never signed in and asked on paper: nothing of theirs is anywhere else.
    await test.database.sql`insert into erasure_request (id, person_id, wish, asked_at)
      values (${requestId}, ${unseen.id}, '', ${ctx.clock.now()})`
    await grant(ctx, admin(), requestId)
    expect(await rowOf(unseen.id)).toMatchObject({ name: 'Pengguna terhapus #3', number: 3 })
  })

  it('[X8] is decided by somebody else, after a hand-over, and never of the last admin', async () => {
    const { ctx } = world()
    const { sql } = test.database
    const own = await requestOf(ctx, admin())
    expect(await code(grant(ctx, admin(), own))).toBe('forbidden')
    const second = organisation.actor('admin', 'other')
    // Holds a jabatan: the other admin is told to hand over first. (U2 is asked before: nobody here has a password.)
    await sql`update person set password_hash = 'x' where id = ${second.personId}`
    expect(await code(grant(ctx, second, own))).toBe('invalid-input')
    await sql`update jabatan_holding set until_date = '2026-11-23' where person_id = ${admin().personId}`
    expect(await code(grant(ctx, organisation.actor('sekretariat'), own))).toBe('forbidden')
    expect(await code(grant(ctx, second, own))).toBe('done')
    const last = await requestOf(ctx, second)
    await sql`update jabatan_holding set until_date = '2026-11-23' where person_id = ${second.personId}`
    const helper = { ...second, personId: organisation.actor('pimpinan').personId }
    expect(await code(grant(ctx, helper, last))).toBe('invalid-input')
  })

  it('[X8] is refused with a reason, which the person is told, or taken back by them', async () => {
    const { ctx, clock, person, entries } = world()
    const { id, email, actor } = await person()
    const first = await requestOf(ctx, actor)
    const other = await person()
    expect(await code(withdrawErasure(ctx, other.actor, first))).toBe('not-found')
    await withdrawErasure(ctx, actor, first)
    expect(await code(withdrawErasure(ctx, actor, first))).toBe('conflict')
    clock.forward(1)
    const second = await requestOf(ctx, actor)
    const by = organisation.actor('admin', 'other')
    const reason = 'Masih memegang berkas dinas.'
    await decideErasure(ctx, by, { decision: 'refused', requestId: second, reason })
    expect((await ownDataView(ctx, actor)).erasures).toMatchObject([
      { state: 'refused', reason },
      { state: 'withdrawn' },
    ])
    const letter = await test.database.sql`select data from mail where recipient = ${email}`
    expect(letter).toMatchObject([{ data: { reason } }])
    expect(await rowOf(id)).toMatchObject({ email, active: true, number: null })
    expect((await entries(id)).sort()).toEqual([
      'erasure.ask',
      'erasure.ask',
      'erasure.refuse',
      'erasure.withdraw',
    ])
  })
})
