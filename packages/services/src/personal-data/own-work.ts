import {
  findNoticeSetting,
  listOwnAnalyses,
  listOwnComments,
  listOwnDuties,
  listOwnEvidence,
  listOwnFilters,
  listOwnFollowed,
  listOwnMade,
  listOwnNotices,
  listOwnNumbers,
  listOwnReports,
  listOwnWords,
  type Queryable,
} from '@mufakat/db'
import type { OwnWork } from './own-work-views'

type AsText<Value> = Value extends Date ? string : Value
/** A row as the copy tells it: its moments as ISO texts. */
type Told<Row> = { [Name in keyof Row]: AsText<Row[Name]> }

const told = <Row extends object>(rows: readonly Row[]): Told<Row>[] =>
  rows.map(
    row =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          value instanceof Date ? value.toISOString() : value,
        ]),
      ) as Told<Row>,
  )

/** What a person did beside the text of notula, and has put as they like it; of each list the newest `limit`. */
export async function collectOwnWork(
  db: Queryable,
  of: { personId: string; limit: number },
): Promise<OwnWork> {
  const { personId } = of
  const setting = await findNoticeSetting(db, personId)
  return {
    duties: await listOwnDuties(db, personId),
    comments: told(await listOwnComments(db, of)),
    evidence: told(await listOwnEvidence(db, of)),
    reports: told(await listOwnReports(db, of)),
    analyses: told(await listOwnAnalyses(db, of)),
    numbers: told(await listOwnNumbers(db, of)),
    words: told(await listOwnWords(db, of)),
    made: told(await listOwnMade(db, of)),
    notices: told(await listOwnNotices(db, of)),
    noticeSettings: setting === null ? [] : [setting],
    followed: told(await listOwnFollowed(db, of)),
    filters: told(await listOwnFilters(db, personId)),
  }
}
