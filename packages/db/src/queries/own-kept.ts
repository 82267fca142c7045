import { asc, desc, eq, sql } from 'drizzle-orm'
import type { Queryable } from '../database'
import { card } from '../schema/card'
import { cardFollower } from '../schema/card-follower'
import { savedFilter } from '../schema/card-view'
import { notice, rapatMute } from '../schema/notice'
import { opd } from '../schema/opd'
import { pokja, pokjaPerson } from '../schema/pokja'
import { rapat } from '../schema/rapat'
import { regionOfficer } from '../schema/region-officer'
import { opdReport } from '../schema/report'
import { series, seriesPerson } from '../schema/series'
import { district, village } from '../schema/wilayah'

// What else is kept about one person, for that person: what they are named for, are told, and have put as they like it.

export interface OwnDuty {
  readonly kind:
    | 'pokja-chair'
    | 'pokja'
    | 'series-chair'
    | 'series-notulis'
    | 'series-guest'
    | 'camat'
    | 'operator'
  readonly of: string
  readonly from: string | null
  readonly until: string | null
}

/** What a person is named for beside their jabatan. Only of a region is it known since when. */
export async function listOwnDuties(db: Queryable, personId: string): Promise<OwnDuty[]> {
  const pokjaChairs = await db
    .select({ of: pokja.name })
    .from(pokja)
    .where(eq(pokja.chairId, personId))
    .orderBy(asc(pokja.name))
  const pokjaMembers = await db
    .select({ of: pokja.name })
    .from(pokjaPerson)
    .innerJoin(pokja, eq(pokja.id, pokjaPerson.pokjaId))
    .where(eq(pokjaPerson.personId, personId))
    .orderBy(asc(pokja.name))
  const seriesOf = (column: typeof series.chairId | typeof series.notulisId) =>
    db.select({ of: series.name }).from(series).where(eq(column, personId)).orderBy(asc(series.name))
  const chairs = await seriesOf(series.chairId)
  const notulis = await seriesOf(series.notulisId)
  const guests = await db
    .select({ of: series.name })
    .from(seriesPerson)
    .innerJoin(series, eq(series.id, seriesPerson.seriesId))
    .where(eq(seriesPerson.personId, personId))
    .orderBy(asc(series.name))
  const days = { from: regionOfficer.from, until: regionOfficer.until }
  const camat = await db
    .select({ of: district.name, ...days })
    .from(regionOfficer)
    .innerJoin(district, eq(district.code, regionOfficer.districtCode))
    .where(eq(regionOfficer.personId, personId))
    .orderBy(asc(regionOfficer.from))
  const operator = await db
    // A name of a desa alone does not tell which.
    .select({ of: sql<string>`${village.name} || ', ' || ${district.name}`, ...days })
    .from(regionOfficer)
    .innerJoin(village, eq(village.code, regionOfficer.villageCode))
    .innerJoin(district, eq(district.code, village.districtCode))
    .where(eq(regionOfficer.personId, personId))
    .orderBy(asc(regionOfficer.from))
  const undated = (kind: OwnDuty['kind'], rows: readonly { of: string }[]): OwnDuty[] =>
    rows.map(row => ({ kind, ...row, from: null, until: null }))
  return [
    ...undated('pokja-chair', pokjaChairs),
    ...undated('pokja', pokjaMembers),
    ...undated('series-chair', chairs),
    ...undated('series-notulis', notulis),
    ...undated('series-guest', guests),
    ...camat.map(row => ({ kind: 'camat' as const, ...row })),
    ...operator.map(row => ({ kind: 'operator' as const, ...row })),
  ]
}

/** What a person was told, and of what, the newest first. */
export async function listOwnNotices(db: Queryable, params: { personId: string; limit: number }) {
  const rows = await db
    .select({
      at: notice.at,
      kind: notice.kind,
      card: card.title,
      rapat: rapat.title,
      opd: opd.name,
      year: opdReport.year,
      quarter: opdReport.quarter,
      merged: notice.merged,
      readAt: notice.readAt,
      mailedAt: notice.mailedAt,
    })
    .from(notice)
    .leftJoin(card, eq(card.id, notice.cardId))
    .leftJoin(rapat, eq(rapat.id, notice.rapatId))
    .leftJoin(opdReport, eq(opdReport.id, notice.reportId))
    .leftJoin(opd, eq(opd.id, opdReport.opdId))
    .where(eq(notice.personId, params.personId))
    .orderBy(desc(notice.at), desc(notice.id))
    .limit(params.limit)
  return rows.map(({ card: cardTitle, rapat: rapatTitle, opd: opdName, ...row }) => ({
    ...row,
    about: cardTitle ?? rapatTitle ?? opdName,
  }))
}

/** Cards that a person follows or has muted, and rapat that they have muted. */
export async function listOwnFollowed(
  db: Queryable,
  params: { personId: string; limit: number },
): Promise<{ kind: 'card' | 'rapat'; title: string; muted: boolean; since: Date }[]> {
  const { personId, limit } = params
  const cards = await db
    .select({ title: card.title, muted: cardFollower.muted, since: cardFollower.since })
    .from(cardFollower)
    .innerJoin(card, eq(card.id, cardFollower.cardId))
    .where(eq(cardFollower.personId, personId))
    .orderBy(desc(cardFollower.since))
    .limit(limit)
  const rapats = await db
    .select({ title: rapat.title, since: rapatMute.at })
    .from(rapatMute)
    .innerJoin(rapat, eq(rapat.id, rapatMute.rapatId))
    .where(eq(rapatMute.personId, personId))
    .orderBy(desc(rapatMute.at))
    .limit(limit)
  return [
    ...cards.map(row => ({ kind: 'card' as const, ...row })),
    ...rapats.map(row => ({ kind: 'rapat' as const, muted: true, ...row })),
  ].slice(0, limit)
}

/** Views that a person has kept. */
export const listOwnFilters = (db: Queryable, personId: string) =>
  db
    .select({
      name: savedFilter.name,
      view: savedFilter.view,
      query: savedFilter.query,
      shared: savedFilter.shared,
      createdAt: savedFilter.createdAt,
    })
    .from(savedFilter)
    .where(eq(savedFilter.personId, personId))
    .orderBy(asc(savedFilter.createdAt))
