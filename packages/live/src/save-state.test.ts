import { describe, expect, it } from 'vitest'
import { type SaveFacts, saveState } from './save-state'

const facts: SaveFacts = {
  unsent: 0,
  keptIn: 'device',
  isKeeping: false,
  savedAt: 5,
  failure: null,
  signedOut: null,
  isOpen: true,
  isJoined: true,
  inTrouble: false,
  readCode: undefined,
}

describe('what is said about saving', () => {
  it('is "saved" only when nothing waits and the line stands', () => {
    expect(saveState(facts)).toEqual({ kind: 'saved', at: 5 })
    expect(saveState({ ...facts, unsent: 1 })).toEqual({ kind: 'saving' })
    expect(saveState({ ...facts, isJoined: false })).toEqual({ kind: 'offline', unsent: 0, keptIn: 'device' })
    expect(saveState({ ...facts, unsent: 2, inTrouble: true, keptIn: 'page' })).toEqual({
      kind: 'offline',
      unsent: 2,
      keptIn: 'page',
    })
  })

  it('says where unsent text is kept only when it is there', () => {
    expect(saveState({ ...facts, unsent: 1, isJoined: false, isKeeping: true })).toEqual({ kind: 'saving' })
  })

  it('tells an ended session, a refusal and a reader apart, the worst first', () => {
    const signedOut = { ...facts, isJoined: false, inTrouble: true, signedOut: 'nobody', unsent: 3 } as const
    expect(saveState(signedOut)).toEqual({ kind: 'signed-out', unsent: 3, keptIn: 'device', asOther: false })
    expect(saveState({ ...signedOut, signedOut: 'other' })).toMatchObject({ asOther: true })
    expect(saveState({ ...signedOut, failure: 'conflict' })).toEqual({
      kind: 'failed',
      code: 'conflict',
      unsent: 3,
    })
    expect(saveState({ ...facts, readCode: null })).toEqual({ kind: 'read-only', code: null })
    expect(saveState({ ...facts, readCode: null, unsent: 1 })).toMatchObject({ code: 'forbidden' })
    expect(saveState({ ...facts, readCode: 'old-client', unsent: 1 })).toMatchObject({ code: 'old-client' })
  })
})
