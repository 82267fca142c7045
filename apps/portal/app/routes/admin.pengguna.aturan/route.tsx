import { may } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { accountSettings, accountSettingsInput, setAccountSettings } from '@mufakat/services'
import { Button, buttonClass, Card, describe, Field, Input } from '@mufakat/ui'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { Done } from '~/account/done'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { PageHead } from '~/frame/page-head'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { actorOf } from '~/request/context.server'
import { guarded, issueErrors } from '~/request/guard.server'

export const handle = stillPage('aturan.title')

export const loader = guarded(async ({ context }: LoaderFunctionArgs) => {
  const { invitationDays, objectionDays } = await accountSettings(context.services, actorOf(context))
  return { values: { invitationDays: String(invitationDays), objectionDays: String(objectionDays) } }
})

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const actor = actorOf(context)
  if (!may(actor, 'account.manage')) throw new AppError(actor ? 'forbidden' : 'not-signed-in')
  const form = await request.formData()
  const values = {
    invitationDays: String(form.get('invitationDays') ?? ''),
    objectionDays: String(form.get('objectionDays') ?? ''),
  }
  const parsed = accountSettingsInput.safeParse(values)
  if (!parsed.success) return data({ errors: issueErrors(parsed.error.issues), values }, { status: 400 })
  await setAccountSettings(context.services, actor, parsed.data)
  return redirect('/admin/pengguna/aturan?hasil=aturan')
})

function Days({ name, label, help, value }: { name: string; label: string; help?: string; value: string }) {
  const error = useFieldErrors()(name)
  return (
    <Field id={name} label={label} help={help} error={error} className="max-w-sm">
      <Input
        {...describe(name, { error, help })}
        name={name}
        inputMode="numeric"
        maxLength={2}
        className="max-w-28"
        defaultValue={value}
      />
    </Field>
  )
}

export default function LinkRulesRoute() {
  const words = useAllWords()
  const { values } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const typed = answer?.values ?? values
  return (
    <div className="grid max-w-3xl gap-4">
      <PageHead
        title={words.t('aturan.title')}
        lead={words.t('aturan.lead')}
        back={{ to: '/admin/pengguna', label: words.t('admin.pengguna') }}
      />
      {!answer && <Done />}
      <Card className="p-4 sm:p-5">
        <Form method="post" className="grid gap-6" noValidate>
          <FieldErrors errors={answer?.errors}>
            <Days name="invitationDays" label={words.t('aturan.invitation')} value={typed.invitationDays} />
            <Days
              name="objectionDays"
              label={words.t('aturan.objection')}
              help={words.t('aturan.objection.help')}
              value={typed.objectionDays}
            />
          </FieldErrors>
          <div className="flex gap-3">
            <Button type="submit">{words.t('pengguna.save')}</Button>
            <Link to="/admin/pengguna" className={buttonClass('quiet')}>
              {words.t('action.cancel')}
            </Link>
          </div>
        </Form>
      </Card>
    </div>
  )
}
