import type { Actor } from '@mufakat/domain'
import * as services from '../index'
import { TEST_NOW } from '../test-organisation'
import { USUAL_SETTING } from './own-settings'

type Call = (ctx: services.ServiceContext, actor: Actor | null, rapatId: string) => Promise<unknown>
type Rows = Record<string, { call: Call; answers: readonly [string, string, string] }>

const IN = 'not-signed-in'
const OWN = [IN, 'yyyyyy', 'yyyyyy'] as const

/** For the table of `permissions.pg.test.ts`. */
export const noticeRows: Rows = {
  readInbox: { call: (c, a) => services.readInbox(c, a, 1), answers: OWN },
  // Nothing was told: nothing is written.
  markRead: { call: (c, a) => services.markRead(c, a, { which: 'all', seenUntil: TEST_NOW }), answers: OWN },
  ownNoticeSettings: { call: (c, a) => services.ownNoticeSettings(c, a), answers: OWN },
  saveNoticeSettings: {
    call: (c, a) => services.saveNoticeSettings(c, a, { ...USUAL_SETTING, mail: 'instant' }),
    answers: OWN,
  },
  muteRapat: {
    call: (c, a, rapatId) => services.muteRapat(c, a, { rapatId, muted: true }),
    answers: [IN, 'yyyyyy', 'yyynnn'],
  },
}

export const noticesWithoutActor = [
  ['gatherNotices', 'worker'],
  ['remindOfTenggat', 'worker'],
  ['mailNotices', 'worker'],
  ['unreadOf', 'numbers, asked for by who shows them to each of these people'],
] as const
