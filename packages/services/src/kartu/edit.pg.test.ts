import { type Actor, MAX_SUBTASKS } from '@mufakat/domain'
import { AppError, defined, newId } from '@mufakat/kernel'
import { fingerprint, type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '../context'
import * as services from '../index'
import { makeOrganisation, makeRapat, TEST_NOW, type TestOrganisation } from '../test-organisation'
import { syncCards } from './of-notula'

let test: TestDatabase
let organisation: TestOrganisation
let ctx: services.ServiceContext
beforeAll(async () => {
  test = await testDatabase()
  organisation = await makeOrganisation(test.database)
  // A second later each time it is looked at.
  let seconds = 0
  ctx = { database: test.database, clock: { now: () => new Date(TEST_NOW.getTime() + 1_000 * seconds++) } }
})
afterAll(() => test.close())

const boss = () => organisation.actor('sekretariat')
const head = (side: 'own' | 'other' = 'own') => organisation.actor('kepala_opd', side)
const codeOf = (done: Promise<unknown>): Promise<unknown> =>
  done.then(
    () => 'done',
    error =>
      error instanceof AppError
        ? [error.code, Object.keys(error.fields).length > 0 ? error.fields : null]
        : error,
  )
const about = (cardId: string) => ({ commandId: newId(), cardId })
const add = async (actor: Actor = head(), more: { due?: string | null; ownerOpdId?: string } = {}) =>
  (
    await services.addCard(ctx, actor, {
      ...{ commandId: newId(), title: 'Mendata rumah', ownerOpdId: organisation.ownOpd, due: null },
      ...{ priority: null, strategy: null, status: 'belum', place: { end: 'last' } },
      ...more,
    })
  ).card.id
const edit = (actor: Actor, cardId: string, change: services.EditCardInput['change'], commandId = newId()) =>
  services.editCard(ctx, actor, services.editCardInput.parse({ commandId, cardId, change }))
const open = (cardId: string, actor: Actor = boss()) => services.openCard(ctx, actor, cardId)
const kinds = async (cardId: string) => (await open(cardId)).activity.entries.map(({ kind }) => kind)
const entries = async (cardId: string) =>
  (
    await test.database.sql<{ action: string }[]>`
      select action from audit_link join audit_entry on id = entry_id where subject_id = ${cardId} order by number`
  ).map(({ action }) => action)

/** A card that a rapat decided, whose notula is a draft until it is ratified. */
async function decided(ratified: boolean): Promise<{ id: string; rapatId: string }> {
  const { sql } = test.database
  const rapatId = await makeRapat(ctx, organisation)
  await sql`insert into tindak_lanjut ${sql({
    ...{ rapat_id: rapatId, line_id: 'a', item_id: 'i', position: 0, text: 'Menyusun rencana' },
    ...{ owner_opd_id: organisation.ownOpd, tenggat: '2026-12-20' },
  })}`
  await inTransaction(ctx, tx => syncCards(tx, rapatId, TEST_NOW))
  if (ratified) await sql`update rapat set notula_state = 'disahkan' where id = ${rapatId}`
  const [row] = await sql<{ id: string }[]>`select id from card where rapat_id = ${rapatId}`
  return { id: defined(row, 'its card').id, rapatId }
}

describe('[PP22] an edit of a card', () => {
  it('is done once, told with what may be told, and changes nothing where it stands so already', async () => {
    const id = await add()
    const commandId = newId()
    const change = {
      description: { from: '', to: 'Satu\r\ndua' },
      progress: { from: 0, to: 40 },
      target: { from: null, to: 12.5 },
      kendala: { from: '', to: 'Hujan' },
      priority: { from: null, to: 'tinggi' as const },
    }
    const answers = await Promise.all([1, 2].map(() => edit(head(), id, change, commandId)))
    expect(answers[0]?.revision).toBe(answers[1]?.revision)
    const page = await open(id)
    expect(page).toMatchObject({ description: 'Satu\ndua', target: 12.5, kendala: 'Hujan' })
    expect(page.card).toMatchObject({ progress: 40, priority: 'tinggi' })
    const [told] = page.activity.entries
    expect(told).toMatchObject({
      kind: 'edited',
      by: { name: expect.any(String), opd: expect.any(String) },
      details: {
        fields: ['priority', 'description', 'progress', 'kendala', 'target'],
        values: {
          priority: { from: null, to: 'tinggi' },
          progress: { from: 0, to: 40 },
          target: { from: null, to: 12.5 },
        },
      },
    })
    const before = await fingerprint(test.database)
    await edit(head(), id, { description: { from: 'lain', to: 'Satu\ndua' } })
    expect(await fingerprint(test.database)).toBe(before)
    expect(await entries(id)).toEqual(['kartu.add', 'kartu.edit'])
  })

  it('is refused as a whole where somebody else has written something else, and only there', async () => {
    const id = await add()
    await edit(boss(), id, { description: { from: '', to: 'Dari sekretariat' } })
    const before = await fingerprint(test.database)
    const late = { description: { from: '', to: 'Dari OPD' }, kendala: { from: '', to: 'Hujan' } }
    expect(await codeOf(edit(head(), id, late))).toEqual(['conflict', { description: 'field.changed' }])
    expect(await fingerprint(test.database)).toBe(before)
    // What was left as it was found is no edit.
    await edit(head(), id, { description: { from: '', to: '' }, kendala: { from: '', to: 'Hujan' } })
    await edit(head(), id, { description: { from: 'Dari sekretariat', to: 'Dari keduanya' } })
    expect(await open(id)).toMatchObject({ description: 'Dari keduanya', kendala: 'Hujan' })
  })

  it('takes no more than there is room for, nothing that looks like a NIK, and no number that is none', async () => {
    const id = await add()
    const parse = (change: object) => services.editCardInput.safeParse({ ...about(id), change }).success
    const long = (n: number) => ({ from: '', to: 'x'.repeat(n) })
    expect(parse({ description: long(10_000), kendala: long(2_000), title: long(500) })).toBe(true)
    for (const change of [
      ...[{ description: long(10_001) }, { kendala: long(2_001) }, { title: long(501) }, { title: long(0) }],
      ...[{ progress: { from: 0, to: 101 } }, { progress: { from: 0, to: 0.5 } }, { unit: long(51) }],
      ...[{ target: { from: null, to: -1 } }, { startDate: { from: null, to: '2026-02-30' } }],
      { priority: { from: null, to: 'segera' } },
    ])
      expect([change, parse(change)]).toEqual([change, false])
    const nik = { description: { from: '', to: 'NIK 1706010101900001' } }
    expect(await codeOf(edit(head(), id, nik))).toEqual(['invalid-input', { description: 'field.nik' }])
  })

  it('[PP20] is for the OPD whose work it is, and of what was decided only where no rapat has', async () => {
    const own = await add()
    const text = { description: { from: '', to: 'Isi' } }
    const title = { title: { from: 'Mendata rumah', to: 'Mendata' } }
    expect(await codeOf(edit(head('other'), own, text))).toEqual(['not-found', null])
    expect(await codeOf(edit(organisation.actor('pimpinan'), own, text))).toEqual(['forbidden', null])
    await edit(head(), own, { ...text, ...title })
    const { id } = await decided(true)
    const renamed = { title: { from: 'Menyusun rencana', to: 'Menyusun rencana rinci' } }
    await edit(head(), id, text)
    expect(await codeOf(edit(head(), id, renamed))).toEqual(['forbidden', null])
    await edit(boss(), id, renamed)
    expect(await open(id)).toMatchObject({
      card: { title: 'Menyusun rencana rinci' },
      source: { decided: { text: 'Menyusun rencana' }, isDraft: false },
    })
  })

  it('[PP9] of what a draft says is refused to everybody', async () => {
    const { id } = await decided(false)
    const title = { title: { from: 'Menyusun rencana', to: 'Lain' } }
    expect(await codeOf(edit(boss(), id, title))).toEqual(['conflict', null])
    const step = { ...about(id), from: '2026-12-20', to: '2027-01-10', reason: 'Cuaca' }
    expect(await codeOf(services.postponeCard(ctx, boss(), step))).toEqual(['conflict', null])
    const give = {
      ...about(id),
      from: organisation.ownOpd,
      ownerOpdId: organisation.otherOpd,
      reason: 'Tugas',
    }
    expect(await codeOf(services.handOverCard(ctx, boss(), give))).toEqual(['conflict', null])
    await edit(head(), id, { progress: { from: 0, to: 10 } })
    expect(await open(id)).toMatchObject({ isLocked: true, rights: { decides: false, edits: true } })
  })
})

describe('[PP23] a tenggat or an owner that is given anew', () => {
  const postpone = (actor: Actor, id: string, from: string | null, to: string, reason = '') =>
    services.postponeCard(ctx, actor, { ...about(id), from, to, reason })

  it('has a reason and a history, and only a later tenggat counts as put off', async () => {
    const id = await add()
    await postpone(head(), id, null, '2027-01-10')
    expect(await codeOf(postpone(head(), id, '2027-01-10', '2027-02-10'))).toEqual([
      'invalid-input',
      { reason: 'field.required' },
    ])
    expect(await codeOf(postpone(head(), id, null, '2027-02-10', 'Cuaca'))).toEqual([
      'conflict',
      { to: 'field.changed' },
    ])
    expect(await codeOf(postpone(head(), id, '2027-01-10', '2020-01-01', 'Cuaca'))).toEqual([
      'invalid-input',
      { to: 'field.to-past' },
    ])
    expect(await codeOf(postpone(head(), id, '2027-01-10', '2027-01-10', 'Cuaca'))).toEqual([
      'invalid-input',
      { to: 'field.to-same' },
    ])
    await postpone(head(), id, '2027-01-10', '2027-02-10', 'Cuaca')
    await postpone(boss(), id, '2027-02-10', '2027-01-20', 'Salah tulis')
    const page = await open(id)
    expect(page.card).toMatchObject({ due: '2027-01-20', postponed: 1 })
    expect(page.postponements).toMatchObject([
      { from: '2027-01-10', to: '2027-02-10', reason: 'Cuaca' },
      { from: '2027-02-10', to: '2027-01-20', reason: 'Salah tulis' },
    ])
    expect(await kinds(id)).toEqual(['postponed', 'postponed', 'edited', 'added'])
    expect(await entries(id)).toEqual(['kartu.add', ...Array(3).fill('kartu.postpone')])
  })

  it('is the sekretariat’s where a rapat has decided it, and shows in the list of the next rapat', async () => {
    const { id, rapatId } = await decided(true)
    expect(await codeOf(postpone(head(), id, '2026-12-20', '2027-01-10', 'Cuaca'))).toEqual([
      'forbidden',
      null,
    ])
    await postpone(boss(), id, '2026-12-20', '2027-01-10', 'Cuaca')
    const [line] = await services.listTindakLanjut(ctx, boss(), rapatId)
    expect(line).toMatchObject({ tenggat: '2026-12-20', due: '2027-01-10', postponed: 1 })
  })

  it('goes to another OPD by who may add for it, with the reason', async () => {
    const id = await add()
    const give = (actor: Actor, from: string, ownerOpdId: string, reason = 'Bidangnya') =>
      services.handOverCard(ctx, actor, { ...about(id), from, ownerOpdId, reason })
    const { ownOpd, otherOpd } = organisation
    expect(await codeOf(give(head(), ownOpd, otherOpd))).toEqual(['forbidden', null])
    await give(boss(), ownOpd, otherOpd)
    expect(await codeOf(give(boss(), ownOpd, otherOpd))).toEqual([
      'conflict',
      { ownerOpdId: 'field.changed' },
    ])
    expect(await codeOf(give(boss(), otherOpd, otherOpd))).toEqual([
      'invalid-input',
      { ownerOpdId: 'field.choose' },
    ])
    expect(await codeOf(open(id, head()))).toEqual(['not-found', null])
    const page = await open(id, head('other'))
    expect(page.card).toMatchObject({ opdId: otherOpd, postponed: 0 })
    expect(page.postponements).toMatchObject([{ fromOpdId: ownOpd, toOpdId: otherOpd, reason: 'Bidangnya' }])
    expect(page.activity.entries[0]).toMatchObject({ kind: 'handed-over', reason: 'Bidangnya' })
  })
})

describe('what belongs to a card', () => {
  it('[PP24] has steps that are added, ticked, renamed, moved and taken away, 50 at most', async () => {
    const id = await add()
    const change = (more: object) =>
      services.changeSubtask(ctx, head(), services.changeSubtaskInput.parse({ ...about(id), ...more }))
    for (const title of ['A', 'B', 'C']) await change({ did: 'added', title })
    const steps = async () => (await open(id)).subtasks
    const [a, b] = await steps()
    const [first, second] = [defined(a, 'A').id, defined(b, 'B').id]
    await change({ did: 'moved', subtaskId: second, way: 'up' })
    await change({ did: 'done', subtaskId: first })
    await change({ did: 'renamed', subtaskId: second, from: 'B', title: 'Dua' })
    const late = change({ did: 'renamed', subtaskId: second, from: 'B', title: 'Lain' })
    expect(await codeOf(late)).toEqual(['conflict', { title: 'field.changed' }])
    expect((await steps()).map(({ title, done }) => [title, done])).toEqual([
      ['Dua', false],
      ['A', true],
      ['C', false],
    ])
    await change({ did: 'removed', subtaskId: first })
    expect(await codeOf(change({ did: 'done', subtaskId: first }))).toEqual(['conflict', null])
    for (let n = 2; n < MAX_SUBTASKS; n++) await change({ did: 'added', title: String(n) })
    expect(await codeOf(change({ did: 'added', title: 'lebih' }))).toEqual([
      'invalid-input',
      { title: 'field.steps' },
    ])
    // More than one page of what happened.
    const { activity } = await open(id)
    expect(activity.entries).toHaveLength(20)
    const older = await services.cardActivity(ctx, boss(), {
      cardId: id,
      before: defined(activity.next, 'more'),
    })
    expect(older.entries[0]?.at).toBeDefined()
    expect(new Set([...activity.entries, ...older.entries].map(entry => entry.id)).size).toBe(40)
  }, 60_000)

  it('[PP21] has OPD that support it and read it; what two choose at once is added up', async () => {
    const id = await add()
    const { otherOpd, ownOpd } = organisation
    const support = (from: string[], to: string[]) =>
      services.supportCard(ctx, head(), { ...about(id), from, to })
    expect(await codeOf(open(id, head('other')))).toEqual(['not-found', null])
    const { revision } = await support([], [otherOpd])
    expect(await open(id, head('other'))).toMatchObject({
      rights: { edits: false },
      supporterIds: [otherOpd],
    })
    expect((await services.readBoard(ctx, head('other'))).cards.map(card => card.id)).toContain(id)
    const told = defined(await services.changesSince(ctx, revision - 1), 'changes')
    const scope = await services.boardScope(ctx, head('other'))
    expect(services.changesWithin(scope, told).cards.map(card => card.id)).toEqual([id])
    expect(await codeOf(support([], [ownOpd]))).toEqual(['invalid-input', { supporters: 'field.choose' }])
    expect(await codeOf(support([], [newId()]))).toEqual(['invalid-input', { supporters: 'field.choose' }])
    // Somebody who saw none yet takes nobody away.
    await support([], [])
    expect(await open(id)).toMatchObject({ supporterIds: [otherOpd] })
    await support([otherOpd], [])
    expect(await codeOf(open(id, head('other')))).toEqual(['not-found', null])
  })

  it('is put away and brought back with all that it knew, where no rapat has decided it', async () => {
    const id = await add()
    await edit(head(), id, { description: { from: '', to: 'Isi' } })
    await services.removeCard(ctx, head(), about(id))
    expect((await services.readBoard(ctx, boss())).cards.map(card => card.id)).not.toContain(id)
    expect(await codeOf(services.removeCard(ctx, head(), about(id)))).toEqual(['conflict', null])
    expect(await open(id, head())).toMatchObject({
      isRemoved: true,
      rights: { restores: true, edits: false },
    })
    expect(await codeOf(open(id, organisation.actor('pimpinan')))).toEqual(['not-found', null])
    await services.restoreCard(ctx, head(), about(id))
    expect(await open(id)).toMatchObject({ isRemoved: false, description: 'Isi' })
    expect(await kinds(id)).toEqual(['restored', 'removed', 'edited', 'added'])
    const { id: line } = await decided(true)
    expect(await codeOf(services.removeCard(ctx, boss(), about(line)))).toEqual(['conflict', null])
    expect(await codeOf(services.removeCard(ctx, head(), about(line)))).toEqual(['forbidden', null])
  })

  it('says what keeps it from a status', async () => {
    const id = await add()
    const faults = async (actor: Actor) =>
      (await open(id, actor)).ways.map(({ to, fault }) => `${to} ${fault ?? 'ya'}`)
    expect(await faults(head())).toEqual([
      'belum ya',
      'berjalan ya',
      'menunggu_verifikasi ya',
      'selesai forbidden',
    ])
    expect(await faults(boss())).toContain('selesai evidence')
    expect(await faults(organisation.actor('pimpinan'))).toEqual([])
  })
})
