import { type Triwulan, triwulanOf } from '@mufakat/domain'
import type { AppLoadContext } from './context.server'
import { triwulanCookieOf } from './cookies.server'
import { parseTriwulan } from './triwulan'

/** The triwulan being looked at: in the address, else chosen earlier, else today's. */
export function triwulanOfRequest(request: Request, context: AppLoadContext) {
  const current = triwulanOf(context.services.clock.now(), context.zone)
  const asked = parseTriwulan(new URL(request.url).searchParams.get('tw'))
  const chosen: Triwulan = asked ?? parseTriwulan(triwulanCookieOf(request)) ?? current
  return { chosen, current, asked: asked !== null }
}
