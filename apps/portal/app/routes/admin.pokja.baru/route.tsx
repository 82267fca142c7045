import { errorKind } from '@mufakat/kernel'
import { addPokja, listPokja, pokjaInput } from '@mufakat/services'
import { Button, buttonClass, Card } from '@mufakat/ui'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { FieldErrors } from '~/frame/field-errors'
import { PageHead } from '~/frame/page-head'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { PokjaFields } from '~/organisasi/pokja-fields'
import { pokjaMembers, pokjaOf, requirePokjaEditor, typedPokja } from '~/organisasi/pokja-form.server'
import { type FormErrors, formErrors, guarded, issueErrors } from '~/request/guard.server'

export const handle = stillPage('pokja.new.title')

export const loader = guarded(async ({ context }: LoaderFunctionArgs) => {
  const actor = requirePokjaEditor(context)
  const { length } = await listPokja(context.services, actor)
  return { ...(await pokjaMembers(context)), next: length + 1 }
})

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const actor = requirePokjaEditor(context)
  const values = typedPokja(await request.formData())
  const refuse = (errors: FormErrors) =>
    data({ errors, values }, { status: errorKind(errors.form ?? 'invalid-input').status })
  const parsed = pokjaInput.safeParse(pokjaOf(values))
  if (!parsed.success) return refuse(issueErrors(parsed.error.issues))
  try {
    await addPokja(context.services, actor, parsed.data)
    return redirect('/admin/pokja')
  } catch (error) {
    return refuse(formErrors(error))
  }
})

export default function NewPokjaRoute() {
  const words = useAllWords()
  const { opd, people, next } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const nothing = { name: '', shortName: '', chairId: '', opdIds: [], personIds: [], active: true }
  return (
    <>
      <PageHead
        title={words.t('pokja.new.title')}
        lead={words.t('pokja.lead')}
        back={{ to: '/admin/pokja', label: words.t('pokja.title') }}
      />
      <Card className="p-4 sm:p-5">
        <Form method="post" className="grid gap-6" noValidate>
          <FieldErrors errors={answer?.errors}>
            <PokjaFields
              values={answer?.values ?? { ...nothing, position: String(next) }}
              opd={opd}
              people={people}
            />
          </FieldErrors>
          <div className="flex gap-3">
            <Button type="submit">{words.t('action.save')}</Button>
            <Link to="/admin/pokja" className={buttonClass('quiet')}>
              {words.t('action.cancel')}
            </Link>
          </div>
        </Form>
      </Card>
    </>
  )
}
