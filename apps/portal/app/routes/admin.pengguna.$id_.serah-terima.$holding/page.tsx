import type { HandOverView, OpenWork, PersonRef } from '@mufakat/services'
import { Button, buttonClass, Card, CardHead, Choice, describe, Empty, Field, Select } from '@mufakat/ui'
import { Form, Link } from '@remix-run/react'
import { ArrowRightLeft, ListChecks } from 'lucide-react'
import { HoldingFields } from '~/account/holding-fields'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'

interface Typed {
  personId: string
  kind: string
  from: string
  until: string
  rapatIds: readonly string[]
}

function Successor({ people, values }: { people: readonly PersonRef[]; values: Typed }) {
  const words = useAllWords()
  const error = useFieldErrors()('personId')
  return (
    <div className="grid gap-5 p-4 sm:p-5">
      <Field id="personId" label={words.t('serah.successor')} error={error}>
        <Select {...describe('personId', { error })} name="personId" defaultValue={values.personId}>
          <option value="">{words.t('serah.successor.choose')}</option>
          {people.map(person => (
            <option key={person.id} value={person.id}>
              {[person.name, person.jabatan].filter(Boolean).join(' – ')}
            </option>
          ))}
        </Select>
      </Field>
      <HoldingFields
        values={values}
        help={{ from: words.t('serah.from.help'), until: words.t('serah.until.help') }}
      />
    </div>
  )
}

function Rapat({ view, chosen }: { view: HandOverView; chosen: readonly string[] }) {
  const words = useAllWords()
  if (view.rapat.length === 0) return null
  return (
    <fieldset className="border-t border-line p-4 sm:p-5">
      <legend className="float-left mb-1 w-full text-base font-bold">
        {words.t('serah.rapat', { name: view.holder.name })}
      </legend>
      <p className="clear-both mb-2 text-sm text-ink-2">{words.t('serah.rapat.lead')}</p>
      {view.rapat.map(one => (
        <Choice
          key={one.id}
          name="rapat"
          value={one.id}
          defaultChecked={chosen.includes(one.id)}
          label={one.title}
          note={[
            one.date ? words.date(one.date) : words.t('serah.rapat.undated'),
            ...(one.asChair ? [words.t('serah.rapat.chair')] : []),
            ...(one.asNotulis ? [words.t('serah.rapat.notulis')] : []),
          ].join(' · ')}
          className="-mx-3"
        />
      ))}
    </fieldset>
  )
}

function Work({ work }: { work: readonly OpenWork[] }) {
  const words = useAllWords()
  return (
    <Card as="section" aria-labelledby="tindak-lanjut">
      <CardHead
        id="tindak-lanjut"
        title={words.t('serah.work')}
        end={<span className="text-sm text-ink-2 tabular-nums">{words.number(work.length)}</span>}
      />
      {work.length === 0 ? (
        <Empty compact icon={ListChecks} title={words.t('serah.work.empty')} />
      ) : (
        <>
          <p className="px-4 pt-3 text-sm text-ink-2 sm:px-5">{words.t('serah.work.lead')}</p>
          <ul className="divide-y divide-line">
            {work.map(one => (
              <li key={one.cardId} className="px-4 py-3 sm:px-5">
                <p className="font-medium">{one.title || words.t('tl.untitled')}</p>
                <p className="text-sm text-ink-2">
                  {[
                    ...(one.from ? [one.from.title] : []),
                    one.due ? words.date(one.due, 'short') : words.t('tl.no-tenggat'),
                    words.t(`status.tl.${one.status}`),
                  ].join(' · ')}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

export function HandOverPage({
  view,
  people,
  values,
  answer,
}: {
  view: HandOverView
  people: readonly PersonRef[]
  values: Typed
  answer: { errors: FormErrors; values: Typed } | undefined
}) {
  const words = useAllWords()
  const { holding, holder } = view
  const back = `/admin/pengguna/${holder.id}`
  const typed = answer?.values ?? values
  return (
    <div className="grid max-w-3xl gap-6">
      <PageHead
        title={words.t('serah.title')}
        lead={words.t('serah.lead', {
          jabatan: holding.jabatan,
          opd: holding.opd.shortName,
          name: holder.name,
        })}
        back={{ to: back, label: holder.name }}
      />
      <Card>
        <Form method="post" noValidate>
          <FieldErrors errors={answer?.errors}>
            <Successor people={people} values={typed} />
            <Rapat view={view} chosen={typed.rapatIds} />
          </FieldErrors>
          <div className="flex gap-3 border-t border-line p-4 sm:p-5">
            <Button type="submit">
              <ArrowRightLeft aria-hidden />
              {words.t('serah.submit')}
            </Button>
            <Link to={back} className={buttonClass('quiet')}>
              {words.t('action.cancel')}
            </Link>
          </div>
        </Form>
      </Card>
      <Work work={view.work} />
    </div>
  )
}
