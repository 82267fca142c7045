import type { Triwulan } from '@mufakat/domain'
import type { ServiceContext } from '../context'
import { frameOf } from '../papers/frame'
import { gatherReport } from './report'

/** What the report of a triwulan says on paper: what its page says, with kop and zone. */
export async function reportSource(ctx: ServiceContext, { at, madeAt }: { at: Triwulan; madeAt: Date }) {
  const { db } = ctx.database
  const { frame, town } = await frameOf(db, madeAt)
  const report = await gatherReport(db, { at, now: madeAt, zone: frame.zone })
  return { kind: 'laporan' as const, input: { ...frame, town, report } }
}

export type ReportSource = Awaited<ReturnType<typeof reportSource>>
