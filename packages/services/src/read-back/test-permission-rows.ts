import type { Actor } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import * as services from '../index'

type Call = (ctx: services.ServiceContext, actor: Actor | null, rapatId: string) => Promise<unknown>

const IN = 'not-signed-in'
const about = (rapatId: string) => ({ rapatId, lineId: 'x', hash: '0'.repeat(64), saidBy: '' })

/** For the table of `permissions.pg.test.ts`. Nobody has these ids: who may, is told so. */
export const readBackRows: Record<string, { call: Call; answers: readonly [string, string, string] }> = {
  readBack: { call: (c, a, id) => services.readBack(c, a, id), answers: [IN, 'yyyyyy', 'yyynnn'] },
  acceptTindakLanjut: {
    call: (c, a, id) => services.acceptTindakLanjut(c, a, about(id)),
    answers: [IN, 'nnnnnn', 'nnnnnn'],
  },
  counterTindakLanjut: {
    call: (c, a, id) =>
      services.counterTindakLanjut(c, a, {
        ...about(id),
        text: 'x',
        ownerOpdId: newId(),
        tenggat: null,
        reason: 'x',
      }),
    answers: [IN, 'nnnnnn', 'nnnnnn'],
  },
  decideCounterOffer: {
    // The rapat of the walk is terjadwal: nothing is read back there yet.
    call: (c, a, rapatId) =>
      services.decideCounterOffer(c, a, { rapatId, answerId: newId(), deed: 'decline', note: '' }),
    answers: [IN, 'ccffff', 'ccfnnn'],
  },
}
