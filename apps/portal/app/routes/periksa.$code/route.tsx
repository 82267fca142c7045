import { checkRecord } from '@mufakat/services'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import { guarded } from '~/request/guard.server'
import { type Compared, RecordPage } from './page'

export const handle = stillPage('periksa.title')

const LONGEST_CODE = 40

function compare(hash: string, pasted: string): Compared {
  if (pasted === '') return null
  if (!/^[0-9a-f]{64}$/.test(pasted)) return 'shape'
  return pasted === hash ? 'same' : 'other'
}

/** For anybody who has a code from a paper: no sign-in, and no text of the record. */
export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const { services, address } = context
  const code = (params.code ?? '').slice(0, LONGEST_CODE)
  const record = await checkRecord(services, { code, address })
  const pasted = (new URL(request.url).searchParams.get('hash') ?? '')
    .replaceAll(/\s/g, '')
    .toLowerCase()
    .slice(0, 200)
  const compared = record === null ? null : compare(record.hash, pasted)
  return { code, record, compared, pasted }
})

export default function RecordRoute() {
  return <RecordPage {...useLoaderData<typeof loader>()} />
}
