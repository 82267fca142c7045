import { may } from '@mufakat/domain'
import { AppError, errorKind } from '@mufakat/kernel'
import { addAccount, addAccountInput } from '@mufakat/services'
import { Button, buttonClass, Card } from '@mufakat/ui'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData } from '@remix-run/react'
import { AccountFields, typedAccount } from '~/account/account-fields'
import { FieldErrors } from '~/frame/field-errors'
import { PageHead } from '~/frame/page-head'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { actorOf } from '~/request/context.server'
import { type FormErrors, formErrors, guarded, issueErrors } from '~/request/guard.server'

export const handle = stillPage('pengguna.new.title')

export const loader = guarded(async ({ context }: LoaderFunctionArgs) => {
  const actor = actorOf(context)
  if (!may(actor, 'account.manage')) throw new AppError(actor ? 'forbidden' : 'not-signed-in')
  return {}
})

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const actor = actorOf(context)
  if (!may(actor, 'account.manage')) throw new AppError(actor ? 'forbidden' : 'not-signed-in')
  const values = typedAccount(await request.formData())
  const refuse = (errors: FormErrors) =>
    data({ errors, values }, { status: errorKind(errors.form ?? 'invalid-input').status })
  const parsed = addAccountInput.safeParse(values)
  if (!parsed.success) return refuse(issueErrors(parsed.error.issues))
  try {
    const id = await addAccount(context.services, actor, parsed.data)
    return redirect(`/admin/pengguna/${id}?hasil=tambah`)
  } catch (error) {
    return refuse(formErrors(error))
  }
})

const NOTHING = { name: '', email: '', nip: '', golongan: '', phone: '', role: '' }

export default function NewPersonRoute() {
  const words = useAllWords()
  const answer = useActionData<typeof action>()
  return (
    <div className="max-w-3xl">
      <PageHead
        title={words.t('pengguna.new.title')}
        lead={words.t('pengguna.new.lead')}
        back={{ to: '/admin/pengguna', label: words.t('admin.pengguna') }}
      />
      <Card className="p-4 sm:p-5">
        <Form method="post" className="grid gap-6" noValidate>
          <FieldErrors errors={answer?.errors}>
            <AccountFields values={answer?.values ?? NOTHING} />
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
