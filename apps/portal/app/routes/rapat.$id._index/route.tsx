import { may } from '@mufakat/domain'
import { listOpd, listPeople, notulaContent } from '@mufakat/services'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { actorOf } from '~/request/context.server'
import { guarded, rapatIdOf } from '~/request/guard.server'
import { NotulaPage } from './page'

/** The stored text, so that it can be read before any script has come, and what the editor needs beside it. */
export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => {
  const actor = actorOf(context)
  const rapatId = rapatIdOf(params, context)
  const [{ content }, opd, people] = await Promise.all([
    notulaContent(context.services, actor, rapatId),
    listOpd(context.services, actor),
    may(actor, 'people.read') ? listPeople(context.services, actor) : [],
  ])
  return {
    content,
    opd: opd.map(({ id, shortName, name }) => ({ id, shortName, name })),
    people: people.map(({ id, name, opd: of }) => ({ id, name, opd: of?.shortName ?? null })),
    now: context.services.clock.now(),
  }
})

export default function NotulaRoute() {
  return <NotulaPage {...useLoaderData<typeof loader>()} />
}
