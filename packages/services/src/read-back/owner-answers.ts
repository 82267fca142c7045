import { type AnswerRow, listAnswersIn, listOpdRows, type Queryable } from '@mufakat/db'
import { type Commitment, dayIn, standingAnswer } from '@mufakat/domain'
import { peopleOverTime } from '../people'
import { settingOf } from '../settings/settings'
import type { OwnerAnswer } from './owner-answer'
import { hashOfCommitment } from './standing'

/** A tindak lanjut as its row has it. */
export interface CommittedLine extends Commitment {
  readonly rapatId: string
  readonly lineId: string
}

const keyOf = ({ rapatId, lineId }: { rapatId: string; lineId: string }): string => `${rapatId} ${lineId}`

/**
 * What the owners of tindak lanjut have said last, as it stands against what their rows say (BU6); who said it with the
 * jabatan of that day. Rows follow the text by some seconds, and are the text once it is ratified.
 */
export async function ownerAnswers(
  db: Queryable,
  lines: readonly CommittedLine[],
): Promise<(line: { rapatId: string; lineId: string }) => OwnerAnswer | null> {
  const rapatIds = [...new Set(lines.map(line => line.rapatId))]
  const given = new Map<string, AnswerRow[]>()
  for (const row of rapatIds.length === 0 ? [] : await listAnswersIn(db, rapatIds))
    given.set(keyOf(row), [...(given.get(keyOf(row)) ?? []), row])
  if (given.size === 0) return () => null
  const found = lines.flatMap(line => {
    const answers = (given.get(keyOf(line)) ?? []).map(row => ({
      ...row,
      hash: Buffer.from(row.hash).toString('hex'),
    }))
    const last = standingAnswer(answers, hashOfCommitment(line))
    return last === null ? [] : [{ key: keyOf(line), ...last }]
  })
  const opds = await listOpdRows(db)
  const { zone } = await settingOf(db, 'calendar')
  const personOn = await peopleOverTime(
    db,
    found.map(({ answer }) => answer.personId),
  )
  const views = new Map(
    found.map(({ key, standing, answer }): [string, OwnerAnswer] => {
      const { at, saidBy } = answer
      const person = personOn(answer.personId, dayIn(zone, at))
      const opd = opds.find(one => one.id === answer.opdId)?.shortName ?? ''
      const by = saidBy || person?.jabatan || person?.name || ''
      return [key, { standing, by, opd, name: person?.name ?? '', at: at.toISOString() }]
    }),
  )
  return line => views.get(keyOf(line)) ?? null
}
