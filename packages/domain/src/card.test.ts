import { describe, expect, it } from 'vitest'
import { moveFault } from './card'
import { TINDAK_LANJUT_STATUSES } from './codes'

const every = TINDAK_LANJUT_STATUSES.flatMap(from => TINDAK_LANJUT_STATUSES.map(to => ({ from, to })))
const judged = (status: string) => status === 'selesai' || status === 'dibatalkan'

describe('where a card may go', () => {
  it('[PP4] freely among what is to be done, being done and to be verified, and within its column', () => {
    for (const move of every)
      if (move.from === move.to || (!judged(move.from) && !judged(move.to)))
        expect([move, moveFault(move, false, false)]).toEqual([move, null])
  })

  it('[PP5] into or out of selesai and dibatalkan only by who verifies', () => {
    for (const move of every)
      if (move.from !== move.to && (judged(move.from) || judged(move.to)))
        expect([move, moveFault(move, false, true)]).toEqual([move, 'forbidden'])
  })

  it('[PP6] to selesai only with accepted evidence', () => {
    for (const move of every) {
      const expected = move.to === 'selesai' && move.from !== 'selesai' ? 'evidence' : null
      expect([move, moveFault(move, true, false)]).toEqual([move, expected])
      expect([move, moveFault(move, true, true)]).toEqual([move, null])
    }
  })
})
