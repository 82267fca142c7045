import type { AppLoadContext } from '~/request/context.server'
import { rowIdOf } from '~/request/guard.server'
import { triwulanOfRequest } from '~/request/triwulan.server'
import type { ReportAt } from './save.server'

/** The report that an address names: of an OPD, for the triwulan that is looked at. */
export function reportAt(request: Request, opd: string | undefined, context: AppLoadContext): ReportAt {
  const { year, quarter } = triwulanOfRequest(request, context).chosen
  return { opdId: rowIdOf(opd, context), year, quarter }
}
