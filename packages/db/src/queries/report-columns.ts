import { isNull } from 'drizzle-orm'
import { indicatorValue, reportRemark } from '../schema/report'

/** Of a value: where it stands, what it says, and which version of the definition measured it. */
export const valueColumns = {
  id: indicatorValue.id,
  indicatorId: indicatorValue.indicatorId,
  regionCode: indicatorValue.regionCode,
  year: indicatorValue.year,
  quarter: indicatorValue.quarter,
  value: indicatorValue.value,
  numerator: indicatorValue.numerator,
  denominator: indicatorValue.denominator,
  notAvailable: indicatorValue.notAvailable,
  finality: indicatorValue.finality,
  asOf: indicatorValue.asOf,
  source: indicatorValue.source,
  definitionVersion: indicatorValue.definitionVersion,
}

/** No other has taken its place. */
export const valueHolds = isNull(indicatorValue.supersededAt)

/** What an OPD says of an indicator in a report. */
export const remarkColumns = {
  indicatorId: reportRemark.indicatorId,
  analysis: reportRemark.analysis,
  kendala: reportRemark.kendala,
  solusi: reportRemark.solusi,
  plan: reportRemark.plan,
}
