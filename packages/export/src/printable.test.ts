import { expect, it } from 'vitest'
import { printable } from './printable'

it('takes away what no XML may hold, and keeps tabs and line breaks', () => {
  expect(printable('a\u0000\u0008b\tc\r\nd\re\u000b\u001f\u007f\u0085f\uffff')).toBe('ab\tc\nd\nef')
})

it('takes away marks that turn the order of reading', () => {
  expect(printable('nota\u202efdp.exe\u2066\u200f')).toBe('notafdp.exe')
})

it('shows half a code point as what it is and keeps a whole one', () => {
  expect(printable('a\ud83db 😀 \ude00')).toBe('a\ufffdb 😀 \ufffd')
})
