import { describe, expect, it } from 'vitest'
import { srikandiNumber } from './signed-copy'

describe('the number of SRIKANDI', () => {
  it('[V9] is letters, digits and the signs of official numbers, spaces made one', () => {
    expect(srikandiNumber('  T/400.14.6/123 /DISKOMINFO/2026 ')).toBe('T/400.14.6/123 /DISKOMINFO/2026')
    expect(srikandiNumber('B-12/Setda_(Org)/XI/2026')).toBe('B-12/Setda_(Org)/XI/2026')
  })

  it('[V9] is nothing that has no digit, is too short or long, or hides something', () => {
    const wrong = ['', '1', 'Nomor', '/1/2', '400;1', '=1+2', '400\u202e/1', '<b>1', `1${'/2'.repeat(50)}`]
    for (const text of [...wrong, '1706010101800001', 'T/1706010101800001/2026'])
      expect([text, srikandiNumber(text)]).toEqual([text, null])
  })
})
