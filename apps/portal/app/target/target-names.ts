/** Triwulan of a year, and 0: the year. */
export const TARGET_QUARTERS = [1, 2, 3, 4, 0] as const

/** Name of the box for a target, and with `lama.` before it what stood there. */
export const targetName = (year: number, quarter: number): string => `t.${year}.${quarter}`

/** Targets by the names of their boxes, as they are written. */
export type TypedTargets = Readonly<Record<string, string>>
