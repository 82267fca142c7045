// The demo is seeded around the day on which it starts: what specs find by its triwulan they find on any day.
import { addDays, romanQuarter, shiftTriwulan, type Triwulan, triwulanOfDate, wibDate } from '@mufakat/domain'

/** The day on which the story is told, in WIB. */
export const TODAY = wibDate(new Date())

/** A triwulan as people call it ("Triwulan IV 2026"), and as addresses have it ("2026-4"). */
const named = (triwulan: Triwulan) => ({
  ...triwulan,
  name: `Triwulan ${romanQuarter(triwulan.quarter)} ${triwulan.year}`,
  tw: `${triwulan.year}-${triwulan.quarter}`,
})

/** The triwulan in which the story is told, or one so many after it. */
export const triwulanOfToday = (steps = 0) => named(shiftTriwulan(triwulanOfDate(TODAY), steps))

/** The coming rakor of the demo is on the first Tuesday that is ten days away or more. */
function comingDay(): string {
  const soonest = addDays(TODAY, 10)
  const weekday = new Date(`${soonest}T00:00:00Z`).getUTCDay()
  return addDays(soonest, (2 - weekday + 7) % 7)
}

/** A rakor of the demo, counted from the coming one: -2 is ratified, 1 is not there yet. */
export function demoRakor(steps: number) {
  const triwulan = named(shiftTriwulan(triwulanOfDate(comingDay()), steps))
  // Links of a list say more than the title.
  return { ...triwulan, title: new RegExp(`Rapat Koordinasi .* ${triwulan.name}`) }
}
