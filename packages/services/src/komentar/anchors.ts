import type { Anchor } from '@mufakat/doc-model'
import { z } from 'zod'

const unit = z.object({ client: z.int().min(0), clock: z.int().min(0) })

const anchor = z.object({
  root: z.string(),
  line: z.string(),
  units: z.object({ from: unit, to: unit }).nullable(),
})

/** What a remark's row holds; written by `addRemark` alone. */
export const anchorOf = (stored: unknown): Anchor => anchor.parse(stored)
