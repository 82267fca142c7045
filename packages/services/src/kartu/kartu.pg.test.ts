import { findCard, insertCards, openDatabase } from '@mufakat/db'
import { type Actor, MAX_RANK, rankBetween } from '@mufakat/domain'
import { AppError, defined, newId } from '@mufakat/kernel'
import { fingerprint, type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inTransaction } from '../context'
import * as services from '../index'
import { makeOrganisation, makeRapat, TEST_NOW, type TestOrganisation } from '../test-organisation'
import { postponeCardOfLine, syncCards, touchCards } from './of-notula'

let test: TestDatabase
let organisation: TestOrganisation
let ctx: services.ServiceContext
beforeAll(async () => {
  test = await testDatabase()
  organisation = await makeOrganisation(test.database)
  ctx = { database: test.database, clock: { now: () => TEST_NOW } }
})
afterAll(() => test.close())
beforeEach(async () => {
  // The role of the apps may not take away what happened.
  const owner = openDatabase(test.ownerUrl, { max: 1 })
  for (const table of [
    'card_activity',
    'card_postponement',
    'card_command',
    'card_evidence',
    'card_follower',
    'card',
  ])
    await owner.sql`delete from ${owner.sql(table)}`
  await owner.close()
})

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

const draft = { due: null, priority: null, strategy: null, status: 'belum', place: { end: 'last' } } as const
const add = async (title: string, actor: Actor = boss(), ownerOpdId = organisation.ownOpd) =>
  (await services.addCard(ctx, actor, { commandId: newId(), title, ownerOpdId, ...draft })).card
const move = (actor: Actor, cardId: string, to: Partial<services.MoveCardInput> = {}) =>
  services.moveCard(ctx, actor, {
    commandId: newId(),
    cardId,
    status: 'belum',
    place: { end: 'last' },
    ...to,
  })
const titles = async (actor: Actor = boss()): Promise<string[]> =>
  (await services.readBoard(ctx, actor)).cards.map(card => card.title)

/** Payloads that are rung while something is done, up to a last one of our own. */
async function rungBy(work: () => Promise<unknown>): Promise<string[]> {
  const { sql } = test.database
  const heard: string[] = []
  let end: () => void = () => undefined
  const ended = new Promise<void>(resolve => {
    end = resolve
  })
  const { unlisten } = await sql.listen('mufakat_document', payload => {
    if (payload === 'end of work') end()
    else heard.push(payload)
  })
  await work()
  await sql.notify('mufakat_document', 'end of work')
  await ended
  await unlisten()
  return heard
}

describe('cards on the board', () => {
  it('[PP1] stand where they were put, beside another or at an end', async () => {
    const [a, b, c] = [await add('A'), await add('B'), await add('C')]
    expect(await titles()).toEqual(['A', 'B', 'C'])
    await move(boss(), c.id, { place: { after: a.id } })
    expect(await titles()).toEqual(['A', 'C', 'B'])
    await move(boss(), b.id, { place: { before: a.id } })
    expect(await titles()).toEqual(['B', 'A', 'C'])
    await move(boss(), b.id, { place: { end: 'last' } })
    await move(boss(), c.id, { place: { end: 'first' } })
    expect(await titles()).toEqual(['C', 'A', 'B'])
    // Beside itself is where it is.
    await move(boss(), a.id, { place: { after: a.id } })
    expect(await titles()).toEqual(['C', 'A', 'B'])
  })

  it('[PP2] have the revision of their last change, and what changed since one is told in that order', async () => {
    const [a, b] = [await add('A'), await add('B')]
    const { revision: since } = await services.readBoard(ctx, boss())
    expect([a.revision, b.revision]).toEqual([since - 1, since])
    const moved = await move(boss(), a.id, { status: 'berjalan' })
    expect(moved.revision).toBe(since + 1)
    const changes = defined(await services.changesSince(ctx, since), 'changes')
    expect(services.changesWithin('all', changes)).toMatchObject({
      revision: since + 1,
      cards: [{ id: a.id, status: 'berjalan', revision: since + 1 }],
      gone: [],
    })
    const nothing = { opdIds: [], rapatIds: [] }
    expect(services.changesWithin(nothing, changes)).toEqual({ revision: since + 1, cards: [], gone: [a.id] })
    expect((await services.changesSince(ctx, since + 1))?.rows).toEqual([])
  })

  it('do once what is commanded twice, also at the same time', async () => {
    const [a, b] = [await add('A'), await add('B')]
    const command = { commandId: newId(), cardId: a.id, status: 'berjalan', place: { after: b.id } } as const
    const answers = await Promise.all([1, 2, 3].map(() => services.moveCard(ctx, boss(), command)))
    expect(new Set(answers.map(answer => answer.revision)).size).toBe(1)
    const { revision } = await services.readBoard(ctx, boss())
    expect(answers[0]?.revision).toBe(revision)
    // By somebody else it is nobody's.
    expect(await codeOf(services.moveCard(ctx, head(), command))).toEqual(['not-found', null])
    const once = { commandId: newId(), title: 'C', ownerOpdId: organisation.ownOpd, ...draft }
    await Promise.all([services.addCard(ctx, boss(), once), services.addCard(ctx, boss(), once)])
    expect(await titles()).toEqual(['B', 'A', 'C'])
  })

  it('[PP3] get shorter ranks where many were put in one place, and keep their order', async () => {
    const [first, last] = [await add('0'), await add('z')]
    const crowd: string[] = []
    for (let rank = last.rank; rank.length <= MAX_RANK; crowd.unshift(rank))
      rank = rankBetween(first.rank, rank)
    const { revision: since } = await services.readBoard(ctx, boss())
    const facts = { ownerOpdId: organisation.ownOpd, revision: since, createdBy: boss().personId }
    const rows = crowd.slice(1).map((rank, n) => ({
      ...{ id: newId(), title: String(n), rank, createdAt: TEST_NOW, updatedAt: TEST_NOW },
      ...facts,
    }))
    await inTransaction(ctx, tx => insertCards(tx, rows))
    const { card } = await services.addCard(ctx, boss(), {
      ...{ commandId: newId(), title: 'baru', ownerOpdId: organisation.ownOpd, ...draft },
      place: { after: first.id },
    })
    expect(card.rank.length).toBeLessThanOrEqual(MAX_RANK)
    const { cards, revision } = await services.readBoard(ctx, boss())
    expect(cards.map(one => one.title)).toEqual(['0', 'baru', ...rows.map(row => row.title), 'z'])
    // Every card that was moved for it is told of, once.
    const told = defined(await services.changesSince(ctx, since), 'changes')
    expect(told.rows.length).toBe(revision - since)
    expect(told.rows.at(-1)?.id).toBe(card.id)
  })

  it('[PP7] are read by their OPD and by all who read all; of others nothing is told', async () => {
    const own = await add('Milik sendiri')
    const other = await add('Milik lain', boss(), organisation.otherOpd)
    expect(await titles()).toEqual(['Milik sendiri', 'Milik lain'])
    expect(await titles(organisation.actor('pimpinan'))).toEqual(['Milik sendiri', 'Milik lain'])
    expect(await titles(head())).toEqual(['Milik sendiri'])
    expect(await codeOf(services.readBoard(ctx, organisation.actor('tamu')))).toEqual(['forbidden', null])
    const before = await fingerprint(test.database)
    expect(await codeOf(move(head(), other.id))).toEqual(['not-found', null])
    expect(await codeOf(move(organisation.actor('pimpinan'), own.id))).toEqual(['forbidden', null])
    // Nothing is left, not even a revision.
    expect(await fingerprint(test.database)).toBe(before)
  })

  it('[PP8] are added by an OPD for itself alone, with what a form may say', async () => {
    await add('Sendiri', head())
    expect(await codeOf(add('Untuk lain', head(), organisation.otherOpd))).toEqual(['forbidden', null])
    expect(await codeOf(add('NIK 1706010101900001', head()))).toEqual([
      'invalid-input',
      { title: 'field.nik' },
    ])
    const parse = (more: object) =>
      services.addCardInput.safeParse({
        ...{ commandId: newId(), title: 'A', ownerOpdId: newId(), ...draft },
        ...more,
      }).success
    expect([parse({}), parse({ title: '  ' }), parse({ due: '2026-02-30' }), parse({ place: {} })]).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect(await titles()).toEqual(['Sendiri'])
  })

  it('[PP4] [PP5] [PP6] become finished by the sekretariat alone, once evidence was accepted', async () => {
    const { id } = await add('A')
    await move(head(), id, { status: 'berjalan' })
    await move(head(), id, { status: 'menunggu_verifikasi' })
    expect(await codeOf(move(head(), id, { status: 'selesai' }))).toEqual(['forbidden', null])
    const early = await codeOf(move(boss(), id, { status: 'selesai' }))
    expect(early).toEqual(['invalid-input', { status: 'field.evidence' }])
    const prove = (url: string) =>
      services.addEvidence(ctx, head(), { commandId: newId(), cardId: id, title: 'Foto', url })
    await prove('https://contoh.go.id/1')
    const evidence = async (url: string) =>
      defined(
        (await services.evidenceOf(ctx, boss(), id)).find(one => one.url === url),
        'evidence',
      ).id
    const firstId = await evidence('https://contoh.go.id/1')
    const judge = (evidenceId: string, state: 'diterima' | 'dikembalikan', actor = boss()) =>
      services.judgeEvidence(ctx, actor, { commandId: newId(), cardId: id, evidenceId, state, note: 'Buram' })
    expect(await codeOf(judge(firstId, 'diterima', head()))).toEqual(['forbidden', null])
    await judge(firstId, 'dikembalikan')
    expect(await codeOf(judge(firstId, 'diterima'))).toEqual(['conflict', null])
    expect(await codeOf(move(boss(), id, { status: 'selesai' }))).toEqual(early)
    await prove('https://contoh.go.id/2')
    await judge(await evidence('https://contoh.go.id/2'), 'diterima')
    expect((await move(boss(), id, { status: 'selesai' })).card).toMatchObject({ evidence: 2, accepted: 1 })
    expect(await findCard(test.database.db, id)).toMatchObject({ status: 'selesai', finishedAt: TEST_NOW })
    expect(await codeOf(move(head(), id))).toEqual(['forbidden', null])
    await move(boss(), id, { status: 'berjalan' })
    expect(await findCard(test.database.db, id)).toMatchObject({ status: 'berjalan', finishedAt: null })
  })

  it('take as evidence no address that is no page', () => {
    const parse = (url: string) =>
      services.addEvidenceInput.safeParse({ commandId: newId(), cardId: newId(), title: 'Foto', url }).success
    const refused = ['javascript:alert(1)', 'data:text/html,x', 'ftp://a', 'https://', 'contoh.go.id']
    expect(refused.map(parse)).toEqual(refused.map(() => false))
    expect(parse('https://drive.contoh.go.id/a?b=c')).toBe(true)
  })
})

describe('cards of a notula', () => {
  const line = (rapatId: string, change: object = {}) =>
    test.database.sql`insert into tindak_lanjut ${test.database.sql({
      ...{ rapat_id: rapatId, line_id: 'a', item_id: 'i', position: 0, text: 'Menyusun rencana' },
      ...{ owner_opd_id: organisation.ownOpd, tenggat: '2026-12-20' },
      ...change,
    })} on conflict (rapat_id, line_id) do update set text = excluded.text, owner_opd_id = excluded.owner_opd_id,
      tenggat = excluded.tenggat, removed_at = excluded.removed_at`
  const sync = (rapatId: string) => inTransaction(ctx, tx => syncCards(tx, rapatId, TEST_NOW))
  const cards = async () => (await services.readBoard(ctx, boss())).cards

  it('[PP9] follow its text, keep their status and place, and come back with both', async () => {
    const rapatId = await makeRapat(ctx, organisation)
    await line(rapatId)
    await sync(rapatId)
    const [card] = await cards()
    expect(card).toMatchObject({
      title: 'Menyusun rencana',
      opdId: organisation.ownOpd,
      due: '2026-12-20',
      status: 'belum',
      from: { rapatId, lineId: 'a', isDraft: true },
    })
    const { id } = defined(card, 'a card')
    await move(head(), id, { status: 'berjalan' })
    const { revision } = await services.readBoard(ctx, boss())
    await sync(rapatId)
    // Nothing was otherwise, so no board hears of it.
    expect((await services.readBoard(ctx, boss())).revision).toBe(revision)
    await line(rapatId, { text: 'Menyusun rencana rinci', tenggat: '2027-01-10' })
    await sync(rapatId)
    expect(await cards()).toMatchObject([
      { id, title: 'Menyusun rencana rinci', due: '2027-01-10', status: 'berjalan' },
    ])
    await line(rapatId, { removed_at: TEST_NOW })
    await sync(rapatId)
    expect(await cards()).toEqual([])
    expect(await codeOf(move(boss(), id))).toEqual(['conflict', null])
    await line(rapatId)
    await sync(rapatId)
    expect(await cards()).toMatchObject([{ id, title: 'Menyusun rencana', status: 'berjalan' }])
  })

  it('[PP10] are told in their notula as they go on, also to who may not open them', async () => {
    const rapatId = await makeRapat(ctx, organisation, { invitedOpdIds: [organisation.otherOpd] })
    const [{ documentId } = expect.fail('no rapat')] = await test.database.sql<{ documentId: string }[]>`
      select document_id as "documentId" from rapat where id = ${rapatId}`
    await line(rapatId)
    expect(await rungBy(() => sync(rapatId))).toContain(`noted ${documentId}`)
    const { id } = defined((await cards())[0], 'a card')
    const work = (actor: Actor) => services.workOfNotula(ctx, actor, rapatId)
    expect(await work(head('other'))).toEqual({
      a: { cardId: id, status: 'belum', progress: 0, isLate: false },
    })
    expect(await rungBy(() => move(head(), id, { status: 'berjalan' }))).toContain(`noted ${documentId}`)
    expect(await work(boss())).toMatchObject({ a: { status: 'berjalan' } })
    // Where it stands among others is nothing to the notula.
    const elsewhere = { status: 'berjalan', place: { end: 'first' } } as const
    expect(await rungBy(() => move(head(), id, elsewhere))).toEqual(['board'])
  })

  it('[PP7] are read by who takes part in the rapat, while it is held', async () => {
    const rapatId = await makeRapat(ctx, organisation, { invitedOpdIds: [organisation.otherOpd] })
    await line(rapatId)
    await sync(rapatId)
    expect(await titles(head('other'))).toEqual(['Menyusun rencana'])
    expect(await codeOf(move(head('other'), defined((await cards())[0], 'a card').id))).toEqual([
      'forbidden',
      null,
    ])
    const { revision } = await services.readBoard(ctx, boss())
    await services.setRapatStatus(ctx, boss(), { rapatId, status: 'dibatalkan' })
    expect(await titles()).toEqual([])
    const changes = defined(await services.changesSince(ctx, revision), 'changes')
    expect(services.changesWithin('all', changes).gone).toHaveLength(1)
  })

  it('keep a tenggat that was given anew, and tell that they were touched', async () => {
    const rapatId = await makeRapat(ctx, organisation)
    await line(rapatId)
    await sync(rapatId)
    const step = { from: '2026-12-20', to: '2027-02-01', reason: 'Cuaca', by: boss().personId }
    await inTransaction(ctx, tx =>
      postponeCardOfLine(tx, { rapatId, lineId: 'a' }, { ...step, at: TEST_NOW, duringRapatId: null }),
    )
    await line(rapatId, { text: 'Lain' })
    await sync(rapatId)
    expect(await cards()).toMatchObject([{ title: 'Lain', due: '2027-02-01', postponed: 1 }])
    const { revision } = await services.readBoard(ctx, boss())
    await inTransaction(ctx, tx => touchCards(tx, rapatId, TEST_NOW))
    expect((await services.changesSince(ctx, revision))?.rows).toHaveLength(1)
  })
})
