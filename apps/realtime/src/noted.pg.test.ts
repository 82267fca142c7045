// What is said beside the text reaches who has it open, by the bell that the database rings.
import { readNotula } from '@mufakat/doc-model'
import {
  addRemark,
  approveNotula,
  notulaReview,
  returnNotula,
  reviewMark,
  settleRemarkBy,
  submitNotula,
} from '@mufakat/services'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openWorld, type, type World } from './testing/world'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  await world.close()
})

const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 10 })

it('tells of remarks, and of none in another document', async () => {
  const { documentId, rapatId } = await world.rapat()
  const other = await world.rapat()
  const a = await world.live('sekretariat', documentId)
  const b = await world.live('sekretariat', other.documentId)
  await Promise.all([a.ready, b.ready])
  type(a.doc, 'Dinsos menyampaikan rekap data.')
  await soon(() => expect(a.save.get().kind).toBe('saved'))
  const [before, elsewhere] = [a.noted.get(), b.noted.get()]
  const { personId } = await world.signedIn('admin')
  const admin = { personId, role: 'admin', opdId: null } as const
  const ctx = { ...world.ctx, baseUrl: 'https://rapat.contoh.go.id' }
  const [item] = readNotula(a.doc).items
  const quote = 'rekap data'
  const place = { root: `item:${item?.id}`, lineId: item?.lines[0]?.id ?? '', from: 20, to: 30, quote }
  const remarkId = await addRemark(ctx, admin, {
    ...{ rapatId, kind: 'usulan', place, body: '', proposal: 'data rekap' },
  })
  await soon(() => expect(a.noted.get()).toBe(before + 1))
  await settleRemarkBy(ctx, admin, { rapatId, remarkId, deed: 'take', note: '' })
  await soon(() => expect(a.noted.get()).toBe(before + 2))
  await soon(() => expect(JSON.stringify(a.doc.toJSON())).toContain('data rekap'))
  expect(b.noted.get()).toBe(elsewhere)
})

it('tells of each step of a review, also to those whose rights stay as they were', async () => {
  const { documentId, rapatId } = await world.rapat()
  const { sql } = world.ctx.database
  const [chair, notulis] = [await world.signedIn('wabup'), await world.signedIn('sekretariat')]
  await sql`update rapat set status = 'selesai', chair_id = ${chair.personId}, notulis_id = ${notulis.personId}
    where id = ${rapatId}`
  const reader = await world.live('wabup', documentId)
  await reader.ready
  const told = async (step: () => Promise<unknown>) => {
    const before = reader.noted.get()
    await step()
    await soon(() => expect(reader.noted.get()).toBeGreaterThan(before))
  }
  const ctx = { ...world.ctx, baseUrl: 'https://rapat.contoh.go.id' }
  const writes = { personId: notulis.personId, role: 'sekretariat', opdId: null } as const
  const leads = { personId: chair.personId, role: 'pimpinan', opdId: null } as const
  await told(() => submitNotula(ctx, writes, { rapatId }))
  const marks = [await reviewMark(ctx, leads, rapatId)]
  await told(async () => {
    const { approving } = await notulaReview(ctx, leads, rapatId)
    await approveNotula(ctx, leads, { rapatId, ...(approving ?? expect.fail()) })
  })
  marks.push(await reviewMark(ctx, leads, rapatId))
  await told(() =>
    returnNotula(ctx, leads, { rapatId, kind: 'dikembalikan', note: 'Lengkapi', nikConfirmed: false }),
  )
  marks.push(await reviewMark(ctx, leads, rapatId))
  expect(new Set(marks).size).toBe(marks.length)
})
