import type { Actor } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import * as services from '../index'

type Call = (ctx: services.FileContext, actor: Actor | null) => Promise<unknown>

const IN = 'not-signed-in'
const READERS = [IN, 'yyyfff', 'yyyfff'] as const
const AT = { year: 2026, quarter: 3 } as const

/** For the table of `permissions.pg.test.ts`: the report of a triwulan. */
export const quarterReportRows: Record<string, { call: Call; answers: readonly [string, string, string] }> = {
  quarterReport: { call: (c, a) => services.quarterReport(c, a, AT), answers: READERS },
  askReport: { call: (c, a) => services.askReport(c, a, { ...AT, format: 'pdf' }), answers: READERS },
  reportState: { call: (c, a) => services.reportState(c, a, { paperId: newId() }), answers: READERS },
  fetchReport: {
    // Nobody made this one: who may, is told so.
    call: (c, a) => services.fetchReport(c, a, newId()),
    answers: [IN, 'nnnfff', 'nnnfff'],
  },
  writeQuarterNote: {
    call: async (c, a) => {
      const admin: Actor = { personId: a?.personId ?? '', role: 'admin', opdId: null }
      const { note } = await services.quarterReport(c, admin, AT)
      return services.writeQuarterNote(c, a, { ...AT, text: `Percepat ${newId()}`, after: note?.id ?? '' })
    },
    answers: [IN, 'ffyfff', 'ffyfff'],
  },
}
