import { USUAL_MINUTES } from '@mufakat/domain'
import { calendarFile } from '@mufakat/export/ics'
import { AppError } from '@mufakat/kernel'
import { rapatEvent } from '@mufakat/services'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { actorOf } from '~/request/context.server'
import { guarded, rapatIdOf } from '~/request/guard.server'

/** The rapat as a file for calendars: the same event as the letters carry, asking nobody for an answer. */
export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => {
  const { services } = context
  const event = await rapatEvent(services, actorOf(context), rapatIdOf(params, context))
  if (event === null) throw new AppError('not-found')
  const { link, plannedMinutes, ...facts } = event
  const file = calendarFile({
    ...facts,
    method: 'PUBLISH',
    stamp: services.clock.now(),
    minutes: plannedMinutes ?? USUAL_MINUTES,
    description: link,
    url: link,
    organizer: null,
    attendee: null,
  })
  return new Response(file, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="undangan.ics"',
      'Cache-Control': 'no-store',
    },
  })
})
