import type { InvitationRow, RapatRow } from '@mufakat/db'
import { type InvitationFacts, standingOf, type ToldInvitation } from '@mufakat/domain'
import { z } from 'zod'

const stored = z.object({
  standing: z.enum(['held', 'postponed', 'called-off', 'begun']),
  facts: z.object({
    title: z.string(),
    date: z.string().nullable(),
    startTime: z.string().nullable(),
    place: z.string(),
    plannedMinutes: z.number().nullable(),
  }),
})

/** What the invited were told last; null: nothing yet. */
export const toldOf = (row: Pick<InvitationRow, 'told'> | null): ToldInvitation | null =>
  row === null || row.told === null ? null : stored.parse(row.told)

export const factsOf = (rapat: RapatRow): InvitationFacts => ({
  title: rapat.title,
  date: rapat.date,
  startTime: rapat.startTime?.slice(0, 5) ?? null,
  place: rapat.place,
  plannedMinutes: rapat.plannedMinutes,
})

/** What there would be to tell now. */
export const nowOf = (rapat: RapatRow): ToldInvitation => ({
  standing: standingOf(rapat.status),
  facts: factsOf(rapat),
})
