import type { Actor } from '@mufakat/domain'
import { AppError, defined, newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as services from '../index'
import { makeOrganisation, TestClock, type TestOrganisation } from '../test-organisation'

let test: TestDatabase
let organisation: TestOrganisation
let ctx: services.ServiceContext
let cardId: string
const clock = new TestClock()
const boss = () => organisation.actor('sekretariat', 'other')
const head = () => organisation.actor('kepala_opd')
const pimpinan = () => organisation.actor('pimpinan', 'other')
const stranger = () => organisation.actor('kepala_opd', 'other')
beforeAll(async () => {
  test = await testDatabase()
  organisation = await makeOrganisation(test.database)
  ctx = { database: test.database, clock }
})
afterAll(() => test.close())
beforeEach(async () => {
  const { card } = await services.addCard(ctx, boss(), {
    ...{ commandId: newId(), title: 'Menyusun rencana', ownerOpdId: organisation.ownOpd },
    ...{ due: null, priority: null, strategy: null, status: 'belum', place: { end: 'last' } },
  })
  cardId = card.id
})

const codeOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'done',
    error => {
      if (!(error instanceof AppError)) throw error
      return error.code
    },
  )
const about = () => ({ commandId: newId(), cardId })
const add = (actor: Actor, body: string, more: Partial<services.AddCommentInput> = {}) => {
  clock.forward(1)
  return services.addComment(ctx, actor, { ...about(), body, ...more })
}
const part = (actor: Actor = head()) => services.commentPart(ctx, actor, cardId)
const last = async () => defined((await part()).comments.at(-1), 'a comment')
const edit = async (actor: Actor, body: string) =>
  services.editComment(ctx, actor, { ...about(), commentId: (await last()).id, body })
const settle = async (actor: Actor, deed: services.SettleCommentInput['deed'], commentId?: string) =>
  services.settleComment(ctx, actor, { ...about(), commentId: commentId ?? (await last()).id, deed })

describe('comments on a card', () => {
  it('[BD1] are written by who reads it, once for a command, and raise the revision of the board', async () => {
    const before = await services.boardRevision(ctx)
    const command = { commandId: newId() }
    await Promise.all([1, 2].map(() => add(pimpinan(), 'Bagaimana?', command)))
    const { card } = await add(head(), 'Sudah 60%.')
    expect(card.comments).toBe(2)
    expect(await services.boardRevision(ctx)).toBe(before + 2)
    expect(await part()).toMatchObject({
      comments: [
        { body: 'Bagaimana?', author: { name: 'pimpinan other' }, allowed: { edit: false, settle: true } },
        { body: 'Sudah 60%.', author: { name: 'kepala_opd own' }, allowed: { edit: true, settle: true } },
      ],
      openCount: 2,
      mayWrite: true,
    })
    expect(await services.followingOfCard(ctx, pimpinan(), cardId)).toMatchObject({ following: 'ikut' })
    expect(await codeOf(add(stranger(), 'x'))).toBe('not-found')
    expect(await codeOf(part(stranger()))).toBe('not-found')
    expect(await codeOf(add({ ...head(), viewedBy: boss().personId }, 'x'))).toBe('view-only')
  })

  it('[BD6] name who may read the card, and offer these names alone', async () => {
    await add(head(), '@sekretariat other, @kepala_opd other, @Sendiri dan @Lain: mohon dicek.')
    expect((await last()).mentions.map(({ label }) => label).sort()).toEqual(['Sendiri', 'sekretariat other'])
    const { names } = await part()
    expect(names[0]).toBe('Sendiri')
    expect(names).toContain('staf_opd own')
    for (const unread of ['Lain', 'kepala_opd other', 'tamu own']) expect(names).not.toContain(unread)
    expect((await part({ ...head(), viewedBy: boss().personId })).names).toEqual([])
  })

  it('[BD6] are changed and removed by who wrote them, and leave a place without their text', async () => {
    await add(head(), 'Nomor rahasia @sekretariat other')
    expect(await codeOf(edit(boss(), 'x'))).toBe('forbidden')
    expect(await codeOf(settle(boss(), 'hapus'))).toBe('forbidden')
    await edit(head(), 'Nomor lain')
    expect(await last()).toMatchObject({ body: 'Nomor lain', isEdited: true, mentions: [] })
    const { id } = await last()
    await settle(head(), 'hapus')
    expect(await last()).toMatchObject({
      id,
      body: '',
      isRemoved: true,
      allowed: { edit: false, settle: false },
    })
    expect((await part()).openCount).toBe(0)
    const rows = await test.database.sql`select body, mentions from card_comment where card_id = ${cardId}`
    expect(rows).toEqual([{ body: '', mentions: [] }])
    for (const deed of ['hapus', 'selesai'] as const)
      expect(await codeOf(settle(head(), deed, id))).toBe('not-found')
    const { cards } = await services.readBoard(ctx, boss())
    expect(cards.find(card => card.id === cardId)?.comments).toBe(0)
  })

  it('[BD6] are settled and opened again by their author and by who moves the card', async () => {
    await add(pimpinan(), 'Kapan selesai?')
    await settle(head(), 'selesai')
    expect(await last()).toMatchObject({ settled: { by: { name: 'kepala_opd own' } } })
    expect(await codeOf(settle(boss(), 'selesai'))).toBe('conflict')
    await settle(pimpinan(), 'buka')
    expect((await part()).openCount).toBe(1)
    await add(head(), 'Bulan depan.')
    expect(await codeOf(settle(pimpinan(), 'selesai'))).toBe('forbidden')
    const entries = await test.database.sql<{ action: string }[]>`
      select action from audit_link join audit_entry on id = entry_id
      where subject_id = ${cardId} order by number`
    expect(entries.map(({ action }) => action)).toEqual([
      'kartu.add',
      'kartu.comment',
      'kartu.comment-settle',
      'kartu.comment-reopen',
      'kartu.comment',
    ])
  })

  it('ask about a number like a NIK, keep to their size, and slow down who writes by the hundred', async () => {
    expect(await codeOf(add(head(), 'NIK 1706012345678901'))).toBe('invalid-input')
    expect(await codeOf(add(head(), 'NIK 1706012345678901', { nikConfirmed: true }))).toBe('done')
    expect(services.addCommentInput.safeParse({ ...about(), body: 'x'.repeat(4_001) }).success).toBe(false)
    const many = organisation.actor('admin', 'other')
    const write = () => services.addComment(ctx, many, { ...about(), body: 'x' })
    for (let i = 0; i < 60; i++) await write()
    expect(await codeOf(write())).toBe('rate-limited')
  })
})
