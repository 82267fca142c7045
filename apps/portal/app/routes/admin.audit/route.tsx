import { AUDIT_ACTIONS, auditChoices, auditState, listAudit } from '@mufakat/services'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { filterOfFields } from '~/audit/filter.server'
import { stillPage } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'
import { AuditPage } from './page'

export const handle = stillPage('audit.title')

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const params = new URL(request.url).searchParams
  const filter = filterOfFields(params)
  const before = /^\d{1,15}$/.test(params.get('sebelum') ?? '') ? Number(params.get('sebelum')) : null
  const [{ entries, next }, choices, state] = await Promise.all([
    listAudit(services, actor, { filter, before }),
    auditChoices(services, actor),
    auditState(services, actor),
  ])
  return { entries, next, filter, isFirst: before === null, choices, state, actions: [...AUDIT_ACTIONS] }
})

export default function AuditRoute() {
  return <AuditPage {...useLoaderData<typeof loader>()} />
}
