import type { Actor } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import * as services from '../index'

type Call = (ctx: services.ServiceContext, actor: Actor | null, rapatId: string) => Promise<unknown>

const IN = 'not-signed-in'

/** For the table of `permissions.pg.test.ts`: papers of a rapat. */
export const paperRows: Record<string, { call: Call; answers: readonly [string, string, string] }> = {
  papersOf: { call: (c, a, id) => services.papersOf(c, a, id), answers: [IN, 'yyyyyy', 'yyynnn'] },
  paperState: {
    call: (c, a, rapatId) => services.paperState(c, a, { rapatId, paperId: newId() }),
    answers: [IN, 'yyyyyy', 'yyynnn'],
  },
  askPaper: {
    call: (c, a, rapatId) =>
      services.askPaper(c, a, { rapatId, kind: 'undangan', format: 'pdf', opdId: null }),
    answers: [IN, 'yyyyyy', 'yyynnn'],
  },
}

/** What asks for no actor, and why. */
export const papersWithoutActor: readonly (readonly [string, string])[] = [
  // By which right depends on the paper: papers/papers.pg.test.ts.
  ['fetchPaper', 'a paper'],
  ['makePaper', 'worker'],
  ['keepPaper', 'worker'],
  ['watchPapers', 'worker, by the clock'],
]
