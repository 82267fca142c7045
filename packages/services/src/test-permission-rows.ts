import { accountRows, accountsWithoutActor } from './account/test-permission-rows'
import { figureRows } from './angka/test-permission-rows'
import { attendanceRows, attendanceWithoutActor } from './attendance/test-permission-rows'
import { operationRows } from './backup/test-permission-rows'
import { dashboardRows } from './dasbor/test-permission-rows'
import { factorRows, factorsWithoutActor } from './factors/test-permission-rows'
import { guestRows, guestsWithoutActor } from './guest/test-permission-rows'
import { holidayRows } from './holidays/test-permission-rows'
import { cardRows, cardsWithoutActor } from './kartu/test-permission-rows'
import { remarkRows } from './komentar/test-permission-rows'
import { quarterReportRows } from './laporan/test-permission-rows'
import { noticeRows, noticesWithoutActor } from './notices/test-permission-rows'
import { openDataWithoutActor } from './open-data/test-permission-rows'
import { organisationRows, tableRows } from './organisation/test-permission-rows'
import { paperRows, papersWithoutActor } from './papers/test-permission-rows'
import { personalDataRows, personalDataWithoutActor } from './personal-data/test-permission-rows'
import { ratificationRows } from './ratification/test-permission-rows'
import { readBackRows } from './read-back/test-permission-rows'
import { sasaranRows } from './sasaran/test-permission-rows'
import { valueFileRows } from './sasaran-files/test-permission-rows'
import { seriesRows, seriesWithoutActor } from './series/test-permission-rows'

/** Rows of the table of `permissions.pg.test.ts` that stand beside what they are about. */
export const featureRows = {
  ...accountRows,
  ...attendanceRows,
  ...dashboardRows,
  ...factorRows,
  ...guestRows,
  ...remarkRows,
  ...holidayRows,
  ...cardRows,
  ...figureRows,
  ...noticeRows,
  ...readBackRows,
  ...paperRows,
  ...personalDataRows,
  ...organisationRows,
  ...tableRows,
  ...seriesRows,
  ...sasaranRows,
  ...ratificationRows,
  ...operationRows,
  ...valueFileRows,
  ...quarterReportRows,
}

/** What asks for no actor, and why. */
export const featuresWithoutActor: readonly (readonly [string, string])[] = [
  ...openDataWithoutActor,
  ...factorsWithoutActor,
  ...accountsWithoutActor,
  ...attendanceWithoutActor,
  ...guestsWithoutActor,
  ...papersWithoutActor,
  ...cardsWithoutActor,
  ...noticesWithoutActor,
  ...personalDataWithoutActor,
  ...seriesWithoutActor,
]
