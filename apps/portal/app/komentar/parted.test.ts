import { expect, it } from 'vitest'
import { parted } from './parted'

it('sets off the names that a remark tells, the longest first', () => {
  expect(parted('@Dinkes dan @Dinkes Kota: a@b', ['Dinkes Kota', 'Dinkes'])).toEqual([
    { text: '@Dinkes', named: true },
    { text: ' dan ', named: false },
    { text: '@Dinkes Kota', named: true },
    { text: ': a@b', named: false },
  ])
  expect(parted('', [])).toEqual([])
})
