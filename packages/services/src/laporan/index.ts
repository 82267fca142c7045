export { type AskReportInput, askReportInput, type QuarterNoteInput, quarterNoteInput } from './inputs'
export { askReport, fetchReport, quarterReport, reportState, writeQuarterNote } from './page'
export type * from './views'
