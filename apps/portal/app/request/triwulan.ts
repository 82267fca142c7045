import { isQuarter, type Triwulan } from '@mufakat/domain'

/** `2026-4`, as it stands in addresses and the cookie. */
export const triwulanCode = ({ year, quarter }: Triwulan): string => `${year}-${quarter}`

export function parseTriwulan(code: string | null | undefined): Triwulan | null {
  const match = /^(20\d{2})-([1-4])$/.exec(code ?? '')
  const quarter = Number(match?.[2])
  return match && isQuarter(quarter) ? { year: Number(match[1]), quarter } : null
}
