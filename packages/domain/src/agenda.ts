export interface AgendaLoad {
  /** Sum of the items that say how long they take, in minutes. */
  readonly total: number
  /** How many items do not say. */
  readonly unknown: number
  /** Minutes beyond the planned length; 0 when it fits or nothing is planned. */
  readonly overrun: number
}

/** The agenda against the planned length of the rapat (SPEC.md A1–A3). */
export function agendaLoad(
  items: readonly { readonly minutes: number | null }[],
  plannedMinutes: number | null,
): AgendaLoad {
  let total = 0
  let unknown = 0
  for (const { minutes } of items) {
    if (minutes === null) unknown++
    else total += minutes
  }
  return { total, unknown, overrun: plannedMinutes === null ? 0 : Math.max(0, total - plannedMinutes) }
}
