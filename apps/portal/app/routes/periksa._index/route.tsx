import { normalizeRecordCode } from '@mufakat/domain'
import { Button, describe, Field, Input } from '@mufakat/ui'
import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form } from '@remix-run/react'
import { Door } from '~/account/door'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { guarded } from '~/request/guard.server'

export const handle = stillPage('periksa.title')

/** A form that reads: with a code it leads to the record's own page. */
export const loader = guarded(async ({ request }: LoaderFunctionArgs) => {
  const asked = (new URL(request.url).searchParams.get('kode') ?? '').trim().slice(0, 40)
  if (asked !== '') throw redirect(`/periksa/${encodeURIComponent(normalizeRecordCode(asked) ?? asked)}`)
  return null
})

export default function CheckRoute() {
  const words = useAllWords()
  const help = words.t('periksa.lead')
  return (
    <Door title={words.t('periksa.title')}>
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
    </Door>
  )
}
