import { errorKind } from '@mufakat/kernel'
import { editOpd, editOpdInput, getOpd } from '@mufakat/services'
import { Button, buttonClass, Card, Notice } from '@mufakat/ui'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { TriangleAlert } from 'lucide-react'
import { FieldErrors } from '~/frame/field-errors'
import { PageHead } from '~/frame/page-head'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { OpdFields, type TypedOpd } from '~/organisasi/opd-fields'
import { opdChoices, opdOf, requireOpdEditor, typedOpd } from '~/organisasi/opd-form.server'
import { actorOf } from '~/request/context.server'
import { type FormErrors, formErrors, guarded, issueErrors, rowIdOf } from '~/request/guard.server'

export const handle = stillPage('opd.edit')

export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => {
  const opd = await getOpd(context.services, actorOf(context), rowIdOf(params.id, context))
  const { parents, districts } = await opdChoices(context)
  const stored: TypedOpd = {
    name: opd.name,
    shortName: opd.shortName,
    aliases: opd.aliases.join('\n'),
    kind: opd.kind,
    parentId: opd.parent?.id ?? '',
    districtCode: opd.district?.code ?? '',
    position: String(opd.position),
  }
  // A parent that is no more stays its parent until another is chosen.
  const known = opd.parent && !parents.some(one => one.id === opd.parent?.id) ? [opd.parent] : []
  return {
    id: opd.id,
    revision: opd.revision,
    stored,
    parents: [...known, ...parents.filter(one => one.id !== opd.id)],
    districts,
  }
})

export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const actor = requireOpdEditor(context)
  const opdId = rowIdOf(params.id, context)
  const form = await request.formData()
  const values = typedOpd(form)
  const revision = Number(form.get('revision'))
  const refuse = (errors: FormErrors) =>
    data({ errors, values, revision }, { status: errorKind(errors.form ?? 'invalid-input').status })
  const parsed = editOpdInput.safeParse({ ...opdOf(values), opdId, revision })
  if (!parsed.success) return refuse(issueErrors(parsed.error.issues))
  try {
    await editOpd(context.services, actor, parsed.data)
    return redirect(`/admin/opd/${opdId}?hasil=ubah`)
  } catch (error) {
    return refuse(formErrors(error))
  }
})

export default function EditOpdRoute() {
  const words = useAllWords()
  const { id, revision, stored, parents, districts } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const isConflict = answer?.errors.form === 'conflict'
  const back = `/admin/opd/${id}`
  return (
    <div className="max-w-3xl">
      <PageHead
        title={words.t('opd.edit.title', { name: stored.shortName })}
        back={{ to: back, label: stored.shortName }}
      />
      <Card className="grid gap-6 p-4 sm:p-5">
        {isConflict && (
          <Notice tone="warn" icon={TriangleAlert} role="alert">
            {words.t('opd.conflict')}{' '}
            <a href={back} target="_blank" rel="noreferrer">
              {stored.shortName} – {stored.name}
            </a>
          </Notice>
        )}
        <Form method="post" className="grid gap-6" noValidate>
          {/* Who has been told of the other change may decide. */}
          <input type="hidden" name="revision" value={answer && !isConflict ? answer.revision : revision} />
          <FieldErrors errors={isConflict ? null : answer?.errors}>
            <OpdFields values={answer?.values ?? stored} parents={parents} districts={districts} />
          </FieldErrors>
          <div className="flex gap-3">
            <Button type="submit">{words.t('action.save')}</Button>
            <Link to={back} className={buttonClass('quiet')}>
              {words.t('action.cancel')}
            </Link>
          </div>
        </Form>
      </Card>
    </div>
  )
}
