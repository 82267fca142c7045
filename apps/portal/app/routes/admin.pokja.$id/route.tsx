import { errorKind } from '@mufakat/kernel'
import { editPokja, editPokjaInput, getPokja } from '@mufakat/services'
import { Button, buttonClass, Card, Choice, Notice } from '@mufakat/ui'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { TriangleAlert } from 'lucide-react'
import { FieldErrors } from '~/frame/field-errors'
import { PageHead } from '~/frame/page-head'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { PokjaFields, type TypedPokja } from '~/organisasi/pokja-fields'
import { pokjaMembers, pokjaOf, requirePokjaEditor, typedPokja } from '~/organisasi/pokja-form.server'
import { actorOf } from '~/request/context.server'
import { type FormErrors, formErrors, guarded, issueErrors, rowIdOf } from '~/request/guard.server'

export const handle = stillPage('pokja.title')

/** What is chosen already, and no more to be chosen, stands among the choices until it is taken out. */
const withChosen = <One extends { id: string }>(choices: readonly One[], chosen: readonly One[]): One[] => [
  ...chosen.filter(one => !choices.some(({ id }) => id === one.id)),
  ...choices,
]

export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => {
  const pokja = await getPokja(context.services, actorOf(context), rowIdOf(params.id, context))
  const { opd, people } = await pokjaMembers(context)
  const { id, revision, name, shortName, active, chair } = pokja
  const stored: TypedPokja = {
    name,
    shortName,
    active,
    chairId: chair?.id ?? '',
    position: String(pokja.position),
    opdIds: pokja.opd.map(one => one.id),
    personIds: pokja.people.map(one => one.id),
  }
  return {
    id,
    revision,
    stored,
    opd: withChosen<{ id: string; shortName: string; name: string }>(opd, pokja.opd),
    people: withChosen<(typeof pokja.people)[number]>(people, [...pokja.people, ...(chair ? [chair] : [])]),
  }
})

export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const actor = requirePokjaEditor(context)
  const pokjaId = rowIdOf(params.id, context)
  const form = await request.formData()
  const values = typedPokja(form)
  const revision = Number(form.get('revision'))
  const refuse = (errors: FormErrors) =>
    data({ errors, values, revision }, { status: errorKind(errors.form ?? 'invalid-input').status })
  const parsed = editPokjaInput.safeParse({ ...pokjaOf(values), pokjaId, revision })
  if (!parsed.success) return refuse(issueErrors(parsed.error.issues))
  try {
    await editPokja(context.services, actor, parsed.data)
    return redirect('/admin/pokja')
  } catch (error) {
    return refuse(formErrors(error))
  }
})

export default function EditPokjaRoute() {
  const words = useAllWords()
  const { revision, stored, opd, people } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const isConflict = answer?.errors.form === 'conflict'
  const values = answer?.values ?? stored
  return (
    <>
      <PageHead
        title={words.t('pokja.edit.title', { name: stored.shortName })}
        back={{ to: '/admin/pokja', label: words.t('pokja.title') }}
      />
      <Card className="grid gap-6 p-4 sm:p-5">
        {isConflict && (
          <Notice tone="warn" icon={TriangleAlert} role="alert">
            {words.t('pokja.conflict')}
          </Notice>
        )}
        <Form method="post" className="grid gap-6" noValidate>
          {/* Who has been told of the other change may decide. */}
          <input type="hidden" name="revision" value={answer && !isConflict ? answer.revision : revision} />
          <FieldErrors errors={isConflict ? null : answer?.errors}>
            <PokjaFields values={values} opd={opd} people={people} />
          </FieldErrors>
          <Choice
            name="active"
            value="1"
            defaultChecked={values.active}
            label={words.t('pokja.field.active')}
            note={words.t('pokja.field.active.note')}
            className="-mx-3"
          />
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
