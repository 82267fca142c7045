import { describe, expect, it } from 'vitest'
import { passwordFault, passwordStrength } from './password'

const OWN = { name: 'Rina Marlina, S.Sos', email: 'rina.marlina@contoh.id', nip: '198002292005011001' }

describe('passwords', () => {
  it('[U3] asks for twelve characters, counted as people count them', () => {
    expect(passwordFault('sapu lidi k')).toBe('too-short')
    expect(passwordFault('sapu lidi ku')).toBeNull()
    expect(passwordFault('🌾🌾🐟🌊🚤🌅🌴🐃🌽🍌🥥')).toBe('too-short')
    expect(passwordFault('sapu lidi '.repeat(21))).toBe('too-long')
  })

  it('[U3] asks for no kind of character', () => {
    for (const fine of ['perahu bocor di muara', 'muaranasalbesar', 'KUDALUMPING LAMA', 'sawah-7-kerbau'])
      expect([fine, passwordFault(fine, OWN)]).toEqual([fine, null])
  })

  it('[U3] refuses the most common, in any dress', () => {
    for (const common of [
      'Password1234',
      'P a s s w o r d 1 2 3 4',
      'bismillah123',
      'Mukomuko2026',
      '2026mukomuko',
      'mufakat-demo',
      'indonesia1945!',
      'qwertyuiop12',
      'KATASANDI1234',
    ])
      expect([common, passwordFault(common)]).toEqual([common, 'common'])
  })

  it('[U3] refuses runs, repetition and numbers alone', () => {
    for (const cheap of [
      '123456789012',
      'abcdefghijklm',
      'mlkjihgfedcba',
      'aaaaaaaaaaaaaa',
      'abcabcabcabc',
      'kopi kopi kopi kopi',
      '081234567890',
      '.............',
      'asdfghjklzxc',
    ])
      expect([cheap, passwordFault(cheap)]).toEqual([cheap, 'common'])
  })

  it('[U3] refuses what is mostly the person themselves', () => {
    for (const own of [
      'RinaMarlina12',
      'rina.marlina!!',
      'marlina-2026',
      '198002292005011001x',
      'xx198002292005011001',
    ])
      expect(['own', 'common']).toContain(passwordFault(own, OWN))
    expect(passwordFault('rina menanam padi di sawah', OWN)).toBeNull()
    expect(passwordFault('marlina-20267')).toBeNull()
  })

  it('[U3] gives words for how good one is', () => {
    expect(passwordStrength('pendek')).toBe('weak')
    expect(passwordStrength('sapu lidi ku')).toBe('fair')
    expect(passwordStrength('perahu bocor di muara')).toBe('strong')
    expect(passwordStrength('ababababababacabab cd')).toBe('fair')
  })
})
