import { errorKind } from '@mufakat/kernel'
import { addOpd, opdInput } from '@mufakat/services'
import { Button, buttonClass, Card } from '@mufakat/ui'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { FieldErrors } from '~/frame/field-errors'
import { PageHead } from '~/frame/page-head'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { OpdFields, type TypedOpd } from '~/organisasi/opd-fields'
import { opdChoices, opdOf, requireOpdEditor, typedOpd } from '~/organisasi/opd-form.server'
import { type FormErrors, formErrors, guarded, issueErrors } from '~/request/guard.server'

export const handle = stillPage('opd.new.title')

export const loader = guarded(async ({ context }: LoaderFunctionArgs) => {
  requireOpdEditor(context)
  return opdChoices(context)
})

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const actor = requireOpdEditor(context)
  const values = typedOpd(await request.formData())
  const refuse = (errors: FormErrors) =>
    data({ errors, values }, { status: errorKind(errors.form ?? 'invalid-input').status })
  const parsed = opdInput.safeParse(opdOf(values))
  if (!parsed.success) return refuse(issueErrors(parsed.error.issues))
  try {
    const id = await addOpd(context.services, actor, parsed.data)
    return redirect(`/admin/opd/${id}?hasil=tambah`)
  } catch (error) {
    return refuse(formErrors(error))
  }
})

export default function NewOpdRoute() {
  const words = useAllWords()
  const { parents, districts, next } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const nothing: TypedOpd = {
    name: '',
    shortName: '',
    aliases: '',
    kind: '',
    parentId: '',
    districtCode: '',
    position: String(next),
  }
  return (
    <div className="max-w-3xl">
      <PageHead title={words.t('opd.new.title')} back={{ to: '/admin/opd', label: words.t('opd.title') }} />
      <Card className="p-4 sm:p-5">
        <Form method="post" className="grid gap-6" noValidate>
          <FieldErrors errors={answer?.errors}>
            <OpdFields values={answer?.values ?? nothing} parents={parents} districts={districts} />
          </FieldErrors>
          <div className="flex gap-3">
            <Button type="submit">{words.t('action.save')}</Button>
            <Link to="/admin/opd" className={buttonClass('quiet')}>
              {words.t('action.cancel')}
            </Link>
          </div>
        </Form>
      </Card>
    </div>
  )
}
