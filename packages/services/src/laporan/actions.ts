/** What the report of a triwulan leaves in the audit. */
export const REPORT_PAPER_ACTIONS = ['laporan.ask', 'laporan.note'] as const
