import { and, desc, eq, isNotNull, ne, notInArray, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Queryable } from '../database'
import { agendaPostponement, agendaProposal } from '../schema/agenda'
import { tindakLanjutAnswer } from '../schema/answer'
import { card, cardActivity, cardPostponement } from '../schema/card'
import { documentVersion } from '../schema/history'
import { indicator, indicatorDefinition } from '../schema/indicator'
import { rapat } from '../schema/rapat'
import { koreksi, notulaReview } from '../schema/ratification'
import { remark } from '../schema/remark'
import { quarterNote } from '../schema/report'
import { series } from '../schema/series'

/** Rows of `card_activity` whose reason stands in `card_postponement`, too. */
const POSTPONED = ['postponed', 'handed-over'] as const

/** Texts one after the other, without those that are not there. */
const joined = (...texts: PgColumn[]): SQL<string> =>
  sql<string>`concat_ws(' – ', ${sql.join(
    texts.map(text => sql`nullif(${text}, '')`),
    sql`, `,
  )})`

/** Where a person gave words of their own beside notula, cards' comments and reports, by what they were for. */
const sources = (db: Queryable, personId: string) => {
  const ofRapat = { about: rapat.title }
  const ofCard = { about: card.title }
  return {
    note: db
      .select({
        at: quarterNote.writtenAt,
        about: sql<string>`${quarterNote.year}::text || '-' || ${quarterNote.quarter}::text`,
        text: quarterNote.text,
      })
      .from(quarterNote)
      .where(eq(quarterNote.writtenBy, personId))
      .orderBy(desc(quarterNote.writtenAt)),
    definition: db
      .select({
        ...{ at: indicatorDefinition.createdAt, about: indicator.name },
        text: indicatorDefinition.definition,
      })
      .from(indicatorDefinition)
      .innerJoin(indicator, eq(indicator.id, indicatorDefinition.indicatorId))
      .where(eq(indicatorDefinition.createdBy, personId))
      .orderBy(desc(indicatorDefinition.createdAt)),
    proposal: db
      .select({
        ...{ at: agendaProposal.proposedAt, about: series.name },
        text: joined(agendaProposal.title, agendaProposal.reason),
      })
      .from(agendaProposal)
      .innerJoin(series, eq(series.id, agendaProposal.seriesId))
      .where(eq(agendaProposal.proposedBy, personId))
      .orderBy(desc(agendaProposal.proposedAt)),
    'proposal-note': db
      .select({ at: agendaProposal.decidedAt, about: series.name, text: agendaProposal.note })
      .from(agendaProposal)
      .innerJoin(series, eq(series.id, agendaProposal.seriesId))
      .where(eq(agendaProposal.decidedBy, personId))
      .orderBy(desc(agendaProposal.decidedAt)),
    'item-postponed': db
      .select({ ...ofRapat, at: agendaPostponement.at, text: agendaPostponement.reason })
      .from(agendaPostponement)
      .innerJoin(rapat, eq(rapat.id, agendaPostponement.rapatId))
      .where(eq(agendaPostponement.by, personId))
      .orderBy(desc(agendaPostponement.at)),
    'card-postponed': db
      .select({ ...ofCard, at: cardPostponement.at, text: cardPostponement.reason })
      .from(cardPostponement)
      .innerJoin(card, eq(card.id, cardPostponement.cardId))
      .where(eq(cardPostponement.by, personId))
      .orderBy(desc(cardPostponement.at)),
    card: db
      .select({ ...ofCard, at: cardActivity.at, text: cardActivity.reason })
      .from(cardActivity)
      .innerJoin(card, eq(card.id, cardActivity.cardId))
      .where(
        and(
          eq(cardActivity.personId, personId),
          ne(cardActivity.reason, ''),
          notInArray(cardActivity.kind, [...POSTPONED]),
        ),
      )
      .orderBy(desc(cardActivity.at)),
    answer: db
      .select({
        ...{ ...ofRapat, at: tindakLanjutAnswer.at },
        text: joined(tindakLanjutAnswer.offeredText, tindakLanjutAnswer.reason),
      })
      .from(tindakLanjutAnswer)
      .innerJoin(rapat, eq(rapat.id, tindakLanjutAnswer.rapatId))
      .where(and(eq(tindakLanjutAnswer.personId, personId), eq(tindakLanjutAnswer.kind, 'ditawar')))
      .orderBy(desc(tindakLanjutAnswer.at)),
    'answer-note': db
      .select({ ...ofRapat, at: tindakLanjutAnswer.decidedAt, text: tindakLanjutAnswer.note })
      .from(tindakLanjutAnswer)
      .innerJoin(rapat, eq(rapat.id, tindakLanjutAnswer.rapatId))
      .where(and(eq(tindakLanjutAnswer.decidedBy, personId), ne(tindakLanjutAnswer.note, '')))
      .orderBy(desc(tindakLanjutAnswer.decidedAt)),
    'remark-note': db
      .select({ ...ofRapat, at: remark.settledAt, text: remark.note })
      .from(remark)
      .innerJoin(rapat, eq(rapat.id, remark.rapatId))
      .where(and(eq(remark.settledBy, personId), ne(remark.note, '')))
      .orderBy(desc(remark.settledAt)),
    review: db
      .select({ ...ofRapat, at: notulaReview.at, text: notulaReview.note })
      .from(notulaReview)
      .innerJoin(rapat, eq(rapat.id, notulaReview.rapatId))
      .where(and(eq(notulaReview.personId, personId), ne(notulaReview.note, '')))
      .orderBy(desc(notulaReview.at)),
    koreksi: db
      .select({
        ...{ ...ofRapat, at: koreksi.proposedAt },
        text: joined(koreksi.reason, koreksi.changes),
      })
      .from(koreksi)
      .innerJoin(rapat, eq(rapat.id, koreksi.rapatId))
      .where(eq(koreksi.proposedBy, personId))
      .orderBy(desc(koreksi.proposedAt)),
    'koreksi-note': db
      .select({ ...ofRapat, at: koreksi.decidedAt, text: koreksi.note })
      .from(koreksi)
      .innerJoin(rapat, eq(rapat.id, koreksi.rapatId))
      .where(and(eq(koreksi.decidedBy, personId), ne(koreksi.note, '')))
      .orderBy(desc(koreksi.decidedAt)),
    version: db
      .select({ ...ofRapat, at: documentVersion.at, text: documentVersion.name })
      .from(documentVersion)
      .innerJoin(rapat, eq(rapat.documentId, documentVersion.documentId))
      .where(and(eq(documentVersion.madeBy, personId), isNotNull(documentVersion.name)))
      .orderBy(desc(documentVersion.at)),
  }
}

type WordKind = keyof ReturnType<typeof sources>

interface OwnWord {
  readonly at: Date
  readonly kind: WordKind
  readonly about: string
  readonly text: string
}

/** Words that a person gave somewhere: reasons, notes, topics, answers, definitions; the newest first. */
export async function listOwnWords(
  db: Queryable,
  { personId, limit }: { personId: string; limit: number },
): Promise<OwnWord[]> {
  const words: OwnWord[] = []
  for (const [kind, source] of Object.entries(sources(db, personId)))
    for (const { at, about, text } of await source.limit(limit))
      if (at !== null && text !== null && text !== '') words.push({ at, kind: kind as WordKind, about, text })
  return words.sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, limit)
}
