import { mailServer, systemStatus } from '@mufakat/services'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'
import { StatusPage } from './page'
import { probeMachine } from './probe.server'

export const handle = stillPage('status.title')

export const loader = guarded(async ({ context }: LoaderFunctionArgs) => {
  const status = await systemStatus(context.services, actorOf(context))
  const [machine, server] = await Promise.all([probeMachine(context.system), mailServer(context.services)])
  return { status, machine, mailHost: server?.host ?? null, now: context.services.clock.now() }
})

export default function StatusRoute() {
  return <StatusPage {...useLoaderData<typeof loader>()} />
}
