import { expect, it } from 'vitest'
import { personIn, type ValueSheet } from './sheet'

const sheet = (indicator: string): ValueSheet => ({
  head: ['indikator', 'tahun'],
  rows: [{ line: 2, cells: [indicator, '2026'] }],
})

it('[IV1] a number of sixteen digits is about a person, however it is parted; an id is not', () => {
  expect(personIn(sheet('1706-0101-0190-0001'))).toMatchObject({ fault: 'nik', cell: 'A2' })
  expect(personIn(sheet('01a46fa1-774e-7548-8047-52975160d9dc'))).toBeNull()
})
