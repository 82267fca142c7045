const GROUPED = /^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/
const PLAIN = /^-?\d+(?:,\d+)?$/
/** A point as the comma: only where it can't be meant to group, as "12.5" or "0.7067". */
const POINTED = /^-?\d+\.(?:\d{1,2}|\d{4,})$/

/** What `numeric(15, 4)` holds, with room to add some of them. */
const MOST = 99_999_999_999

/** Why a text is no amount; the words are under `field.amount-<fault>`. */
export type AmountFault = 'unread' | 'ambiguous' | 'decimals' | 'range'

/**
 * An amount as it is written here [SA21]: "1.234,56", "1234,56" or "1234"; null: nothing was written. "12.5" is read as it is
 * meant; "1.234" is one thousand two hundred and thirty-four; "0.123" can be meant either way and is asked about.
 */
export function readAmount(text: string): { value: number | null } | { fault: AmountFault } {
  const said = text.replace(/[\s\u00a0\u202f]/g, '').replace(/^[\u2212\u2013]/, '-')
  if (said === '') return { value: null }
  if (/^-?0\d*\.\d{3}$/.test(said)) return { fault: 'ambiguous' }
  let plain: string | null = null
  if (GROUPED.test(said)) plain = said.replaceAll('.', '').replace(',', '.')
  else if (PLAIN.test(said)) plain = said.replace(',', '.')
  else if (POINTED.test(said)) plain = said
  if (plain === null) return { fault: 'unread' }
  if ((plain.split('.')[1] ?? '').replace(/0+$/, '').length > 4) return { fault: 'decimals' }
  const value = Number(plain) + 0
  return Math.abs(value) > MOST ? { fault: 'range' } : { value }
}
