import { type Triwulan, triwulanOf } from '@mufakat/domain'
import type { AppLoadContext } from './context.server'
import { triwulanCookie, triwulanCookieOf } from './cookies.server'
import { parseTriwulan, triwulanCode } from './triwulan'

/** The triwulan being looked at: in the address, else chosen earlier, else today's. */
export function triwulanOfRequest(request: Request, context: AppLoadContext) {
  const current = triwulanOf(context.services.clock.now(), context.zone)
  const asked = parseTriwulan(new URL(request.url).searchParams.get('tw'))
  const chosen: Triwulan = asked ?? parseTriwulan(triwulanCookieOf(request)) ?? current
  return { chosen, current, asked: asked !== null }
}

/** Of an answer that shows a triwulan: one that was asked for is what the next pages look at. */
export const keptTriwulan = (
  { chosen, asked }: Pick<ReturnType<typeof triwulanOfRequest>, 'chosen' | 'asked'>,
  context: AppLoadContext,
): ResponseInit =>
  asked ? { headers: { 'Set-Cookie': triwulanCookie(triwulanCode(chosen), context.secure) } } : {}
