import { normalizeRecordCode } from '@mufakat/domain'
import { findRecordCode } from '@mufakat/services'
import { Button, describe, Field, Input, Notice } from '@mufakat/ui'
import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { CircleX } from 'lucide-react'
import { Door } from '~/account/door'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { HashForm } from '~/periksa/hash-form'
import { pastedHash } from '~/periksa/pasted-hash'
import { guarded } from '~/request/guard.server'

export const handle = stillPage('periksa.title')

/** Forms that read: a code, or the hash of a file, leads to the record's own page. */
export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const asked = (new URL(request.url).searchParams.get('kode') ?? '').trim().slice(0, 40)
  if (asked !== '') throw redirect(`/periksa/${encodeURIComponent(normalizeRecordCode(asked) ?? asked)}`)
  const hash = pastedHash(request)
  if (hash === '') return { hash, isHash: true }
  const code = await findRecordCode(context.services, { hash, address: context.address })
  if (code !== null) throw redirect(`/periksa/${code}?hash=${hash}`)
  return { hash, isHash: /^[0-9a-f]{64}$/.test(hash) }
})

export default function CheckRoute() {
  const words = useAllWords()
  const { hash, isHash } = useLoaderData<typeof loader>()
  const help = words.t('periksa.lead')
  return (
    <Door title={words.t('periksa.title')}>
      {hash !== '' && isHash && (
        <Notice tone="danger" icon={CircleX} role="status">
          {words.t('periksa.compare.nowhere')}
        </Notice>
      )}
      <Form method="get" className="grid gap-4">
        <Field id="kode" label={words.t('periksa.code')} help={help}>
          <Input
            name="kode"
            required
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            className="font-mono"
            {...describe('kode', { help })}
          />
        </Field>
        <Button type="submit" className="w-fit">
          {words.t('periksa.submit')}
        </Button>
      </Form>
      <div className="grid gap-4 border-t border-line pt-5">
        <HashForm pasted={hash} error={isHash ? null : words.t('periksa.compare.no-hash')} />
      </div>
    </Door>
  )
}
