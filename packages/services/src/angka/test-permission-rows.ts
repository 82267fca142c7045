import type { Actor } from '@mufakat/domain'
import * as services from '../index'

type Call = (ctx: services.ServiceContext, actor: Actor | null, rapatId: string) => Promise<unknown>
type Rows = Record<string, { call: Call; answers: readonly [string, string, string] }>

/** For the table of `permissions.pg.test.ts`. */
export const figureRows: Rows = {
  // As the notula itself.
  notulaFigures: {
    call: (c, a, rapatId) => services.notulaFigures(c, a, { rapatId }),
    answers: ['not-signed-in', 'yyyyyy', 'yyynnn'],
  },
  indicatorChoices: {
    call: (c, a) => services.indicatorChoices(c, a),
    answers: ['not-signed-in', 'yyyyyf', 'yyyyyf'],
  },
}
