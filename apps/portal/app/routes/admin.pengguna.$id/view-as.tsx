import { VIEWING_REASONS } from '@mufakat/domain'
import type { AccountDetail } from '@mufakat/services'
import { Button, Card, CardHead, describe, Field, Select } from '@mufakat/ui'
import { Form } from '@remix-run/react'
import { Eye } from 'lucide-react'
import { useFieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'

/** The way to look at the portal as this person. */
export function ViewAs({ account }: { account: AccountDetail }) {
  const words = useAllWords()
  const error = useFieldErrors()('reason')
  const { name } = account
  return (
    <Card as="section" aria-labelledby="lihat-sebagai" className="screen-only">
      <CardHead id="lihat-sebagai" title={words.t('lihat.title')} />
      <Form method="post" className="grid gap-4 p-4 sm:p-5" noValidate>
        <input type="hidden" name="maksud" value="lihat-sebagai" />
        <p className="text-sm text-ink-2">{words.t('lihat.lead', { name })}</p>
        <Field id="reason" label={words.t('lihat.reason')} error={error} className="sm:max-w-sm">
          <Select {...describe('reason', { error })} name="reason" required defaultValue="">
            <option value="">{words.t('lihat.reason.choose')}</option>
            {VIEWING_REASONS.map(reason => (
              <option key={reason} value={reason}>
                {words.t(`lihat.reason.${reason}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit" kind="secondary" className="w-fit">
          <Eye aria-hidden />
          {words.t('lihat.submit', { name })}
        </Button>
      </Form>
    </Card>
  )
}
