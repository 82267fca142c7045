import type { Actor } from '@mufakat/domain'
import type { FileContext } from '../files/context'
import { addSignedCopy } from '../signed-copy/add'
import { fetchSignedCopy, signedCopies } from '../signed-copy/read'
import {
  approveKoreksi,
  approveNotula,
  closeKoreksi,
  koreksiOf,
  notulaReview,
  proposeKoreksi,
  returnNotula,
  reviewMark,
  submitNotula,
} from './index'

type Call = (ctx: FileContext, actor: Actor | null, rapatId: string) => Promise<unknown>
type Answers = readonly [nobody: string, own: string, other: string]

const IN = 'not-signed-in'
const mailing = (ctx: FileContext) => ({ ...ctx, baseUrl: 'https://rapat.contoh.go.id' })
const HASH = 'a'.repeat(64)
const NOWHERE = '01900000-0000-7000-8000-000000000000'

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** Of a rapat that is scheduled, without officers and not ratified; who may is told so. */
export const ratificationRows: Record<string, { call: Call; answers: Answers }> = {
  notulaReview: { call: (c, a, id) => notulaReview(c, a, id), answers: [IN, 'yyyyyy', 'yyynnn'] },
  reviewMark: { call: (c, a, id) => reviewMark(c, a, id), answers: [IN, 'yyyyyy', 'yyynnn'] },
  koreksiOf: { call: (c, a, id) => koreksiOf(c, a, id), answers: [IN, 'yyyyyy', 'yyynnn'] },
  submitNotula: {
    call: (c, a, rapatId) => submitNotula(mailing(c), a, { rapatId }),
    answers: [IN, 'xxffff', 'xxfnnn'],
  },
  returnNotula: {
    call: (c, a, rapatId) =>
      returnNotula(mailing(c), a, { rapatId, kind: 'dikembalikan', note: 'Lengkapi', nikConfirmed: false }),
    answers: [IN, 'ccffff', 'ccfnnn'],
  },
  approveNotula: {
    call: (c, a, rapatId) =>
      approveNotula(mailing(c), a, { rapatId, headSeq: 1, contentHash: HASH, partsHash: HASH }),
    answers: [IN, 'ffffff', 'fffnnn'],
  },
  proposeKoreksi: {
    call: (c, a, rapatId) =>
      proposeKoreksi(mailing(c), a, { rapatId, reason: 'Salah', changes: [], nikConfirmed: false }),
    answers: [IN, 'ffffff', 'fffnnn'],
  },
  closeKoreksi: {
    call: (c, a, rapatId) =>
      closeKoreksi(mailing(c), a, {
        rapatId,
        koreksiId: NOWHERE,
        kind: 'dikembalikan',
        note: 'Salah',
        nikConfirmed: false,
      }),
    answers: [IN, 'ffffff', 'fffnnn'],
  },
  approveKoreksi: {
    call: (c, a, rapatId) => approveKoreksi(mailing(c), a, { rapatId, koreksiId: NOWHERE, hash: HASH }),
    answers: [IN, 'ffffff', 'fffnnn'],
  },
  signedCopies: { call: (c, a, id) => signedCopies(c, a, id), answers: [IN, 'yyyyyy', 'yyynnn'] },
  addSignedCopy: {
    call: (c, a, rapatId) =>
      addSignedCopy(c, a, { rapatId, number: 0, srikandiNumber: 'T/1/2026', bytes: nothing() }),
    answers: [IN, 'ffffff', 'fffnnn'],
  },
  fetchSignedCopy: {
    call: (c, a) => fetchSignedCopy(c, a, NOWHERE, true),
    answers: [IN, 'nnnnnn', 'nnnnnn'],
  },
}
