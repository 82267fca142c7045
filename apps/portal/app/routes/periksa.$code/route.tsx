import { checkRecord } from '@mufakat/services'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import { pastedHash } from '~/periksa/pasted-hash'
import { guarded } from '~/request/guard.server'
import { RecordPage } from './page'

export const handle = stillPage('periksa.title')

const LONGEST_CODE = 40

/** For anybody who has a code from a paper: no sign-in, and no text of the record. */
export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const { services, address } = context
  const code = (params.code ?? '').slice(0, LONGEST_CODE)
  const hash = pastedHash(request)
  return { code, hash, record: await checkRecord(services, { code, hash, address }) }
})

export default function RecordRoute() {
  return <RecordPage {...useLoaderData<typeof loader>()} />
}
