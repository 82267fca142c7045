import type { Actor } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import * as services from '../index'

type Call = (ctx: services.ServiceContext, actor: Actor | null, rapatId: string) => Promise<unknown>

const IN = 'not-signed-in'
const mailing = (ctx: services.ServiceContext) => ({ ...ctx, baseUrl: 'https://rapat.contoh.go.id' })

/** For the table of `permissions.pg.test.ts`. Nobody has these ids and words: who may, is told so. */
export const remarkRows: Record<string, { call: Call; answers: readonly [string, string, string] }> = {
  listRemarksOf: { call: (c, a, id) => services.listRemarksOf(c, a, id), answers: [IN, 'yyyyyy', 'yyynnn'] },
  addRemark: {
    call: (c, a, rapatId) =>
      services.addRemark(mailing(c), a, {
        rapatId,
        kind: 'komentar',
        place: { root: 'item:x', lineId: 'x', from: 0, to: 0, quote: '' },
        body: 'x',
        proposal: null,
      }),
    answers: [IN, 'cccccc', 'cccnnn'],
  },
  replyToRemark: {
    call: (c, a, rapatId) => services.replyToRemark(mailing(c), a, { rapatId, remarkId: newId(), body: 'x' }),
    answers: [IN, 'nnnnnn', 'nnnnnn'],
  },
  settleRemarkBy: {
    call: (c, a, rapatId) =>
      services.settleRemarkBy(c, a, { rapatId, remarkId: newId(), deed: 'close', note: '' }),
    answers: [IN, 'nnnnnn', 'nnnnnn'],
  },
}
