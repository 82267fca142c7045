import type { Actor } from '@mufakat/domain'
import * as services from '../index'

type Call = (ctx: services.ServiceContext, actor: Actor | null) => Promise<unknown>

const IN = 'not-signed-in'
const FILE = {
  name: 'nilai.csv',
  bytes: new TextEncoder().encode('indikator;tahun;triwulan\nTidak ada;2026;1\n'),
}

/** A file that was read, as an admin looked at it. */
async function looked(ctx: services.ServiceContext, actor: Actor | null): Promise<services.ValueReview> {
  const admin: Actor = { personId: actor?.personId ?? '', role: 'admin', opdId: null }
  const seen = await services.reviewValueFile(ctx, admin, FILE)
  if ('refusal' in seen) throw new Error('refused')
  return seen.review
}

/** For the table of `permissions.pg.test.ts`: files of values. */
export const valueFileRows: Record<string, { call: Call; answers: readonly [string, string, string] }> = {
  reviewValueFile: {
    call: (c, a) => services.reviewValueFile(c, a, FILE),
    answers: [IN, 'yyffff', 'yyffff'],
  },
  reviewValues: {
    call: async (c, a) => services.reviewValues(c, a, await looked(c, a)),
    answers: [IN, 'yyffff', 'yyffff'],
  },
  importValues: {
    call: async (c, a) => services.importValues(c, a, { ...(await looked(c, a)), choice: 'benar' }),
    answers: [IN, 'yyffff', 'yyffff'],
  },
  exportValues: {
    call: (c, a) => services.exportValues(c, a, { format: 'csv', year: null, indicatorId: null }),
    answers: [IN, 'yyyyyf', 'yyyyyf'],
  },
  exportChoices: { call: (c, a) => services.exportChoices(c, a), answers: [IN, 'yyyyyf', 'yyyyyf'] },
  exampleValues: {
    call: (_, a) => services.exampleValues(a, { format: 'csv' }),
    answers: [IN, 'yyffff', 'yyffff'],
  },
}
