import type { Actor } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import type { ServiceContext } from '../context'
import * as data from './index'

type Call = (ctx: ServiceContext, actor: Actor | null) => Promise<unknown>

const IN = 'not-signed-in'
const ADMIN = [IN, 'yfffff', 'yfffff'] as const
/** Done by admin, if what it is about were there. */
const ADMIN_MISSES = [IN, 'nfffff', 'nfffff'] as const
const OWN = [IN, 'yyyyyy', 'yyyyyy'] as const
/** The same of one's own. */
const OWN_MISSES = [IN, 'nnnnnn', 'nnnnnn'] as const

/** For the table of `permissions.pg.test.ts`: use-cases of people's data, and what each role is answered. */
export const personalDataRows: Record<string, { call: Call; answers: readonly [string, string, string] }> = {
  ownDataView: { call: (c, a) => data.ownDataView(c, a), answers: OWN },
  setOwnPhone: { call: (c, a) => data.setOwnPhone(c, a, { phone: '+6281234567890' }), answers: OWN },
  askExport: { call: (c, a) => data.askExport(c, a), answers: OWN },
  askErasure: { call: (c, a) => data.askErasure(c, a, { wish: '', confirmed: true }), answers: OWN },
  withdrawErasure: { call: (c, a) => data.withdrawErasure(c, a, newId()), answers: OWN_MISSES },
  listErasures: { call: (c, a) => data.listErasures(c, a), answers: ADMIN },
  decideErasure: {
    call: (c, a) => data.decideErasure(c, a, { decision: 'granted', requestId: newId(), confirmed: true }),
    answers: ADMIN_MISSES,
  },
  retentionView: { call: (c, a) => data.retentionView(c, a), answers: ADMIN },
}

export const personalDataWithoutActor: readonly (readonly [string, string])[] = [
  ['privacyNotice', 'seen by everybody'],
  ['fetchExport', 'needs a copy: personal-data/export.pg.test.ts'],
  ['makeExport', 'worker'],
  ['applyRetention', 'worker, by the clock'],
  ['nextRetentionRun', 'pure'],
]
