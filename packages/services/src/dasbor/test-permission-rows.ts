import type { Actor } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import * as services from '../index'

type Call = (ctx: services.ServiceContext, actor: Actor | null) => Promise<unknown>

const IN = 'not-signed-in'
const AT = { year: 2026, quarter: 4 } as const

/** For the table of `permissions.pg.test.ts`. */
export const dashboardRows: Record<string, { call: Call; answers: readonly [string, string, string] }> = {
  readDashboard: {
    call: (c, a) => services.readDashboard(c, a, { at: AT }),
    answers: [IN, 'yyyfff', 'yyyfff'],
  },
  // Nobody has this OPD: who may see any, is told so.
  readOpdDashboard: {
    call: (c, a) => services.readOpdDashboard(c, a, { at: AT, id: newId() }),
    answers: [IN, 'nnnfff', 'nnnfff'],
  },
  readIndicatorDashboard: {
    call: (c, a) => services.readIndicatorDashboard(c, a, { at: AT, id: newId() }),
    answers: [IN, 'nnnfff', 'nnnfff'],
  },
  dashboardMark: { call: (c, a) => services.dashboardMark(c, a), answers: [IN, 'yyyyyf', 'yyyyyf'] },
}
