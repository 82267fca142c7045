import type { CaseResult } from './measure'

const REFERENCE = 'hocuspocus'

/** Rows for a table: each figure, and in brackets its ratio to that of Hocuspocus in the same run. */
export function rowsOf({ peers }: CaseResult): Record<string, Record<string, string>> {
  const reference = peers[REFERENCE]
  const rows = Object.entries(peers).map(([peer, figures]) => {
    if (typeof figures === 'string') return [peer, { figures }] as const
    const cells = Object.entries(figures).map(([name, value]) => {
      const other = typeof reference === 'object' && peer !== REFERENCE ? reference[name] : undefined
      const ratio = other === undefined ? '' : ` (${(value / other).toFixed(2)})`
      return [name, `${written(value)}${ratio}`] as const
    })
    return [peer, Object.fromEntries(cells)] as const
  })
  return Object.fromEntries(rows)
}

/** Three digits that tell, thousands apart. */
export function written(value: number): string {
  if (Number.isNaN(value)) return '–'
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))))
  return value.toLocaleString('en', { maximumFractionDigits: Math.min(2, digits) })
}
