import { QUARTERS } from '@mufakat/domain'
import { z } from 'zod'

const at = z.object({
  year: z.number().int().min(2000).max(2100),
  quarter: z.union(QUARTERS.map(quarter => z.literal(quarter))),
})

export const dashboardInput = z.object({
  at,
  /** The indicator on the map of kecamatan; left out: the first that has one. */
  mapOf: z.uuid().optional(),
})
export type DashboardInput = z.infer<typeof dashboardInput>

/** What one OPD or one indicator is looked at by. */
export const dashboardPartInput = z.object({ at, id: z.uuid() })
export type DashboardPartInput = z.infer<typeof dashboardPartInput>
