import type { MergeView } from '@mufakat/services'
import { Button, buttonClass, Card, CardHead, describe, Field, Select } from '@mufakat/ui'
import { Form, Link } from '@remix-run/react'
import { Merge } from 'lucide-react'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'

interface MergePageProps {
  readonly view: MergeView
  readonly answer: { readonly errors: FormErrors; readonly into: string } | undefined
}

function Into({ choices, into }: { choices: MergeView['choices']; into: string }) {
  const words = useAllWords()
  const error = useFieldErrors()('into')
  return (
    <Field id="into" label={words.t('gabung.into')} error={error}>
      <Select {...describe('into', { error })} name="into" defaultValue={into}>
        <option value="">{words.t('gabung.into.choose')}</option>
        {choices.map(one => (
          <option key={one.id} value={one.id}>
            {one.shortName === one.name ? one.name : `${one.shortName} – ${one.name}`}
          </option>
        ))}
      </Select>
    </Field>
  )
}

/** What a merger does, told before it is done: it cannot be undone in every part. */
export function MergePage({ view, answer }: MergePageProps) {
  const words = useAllWords()
  const { opd, choices, people, rapat, openTindakLanjut } = view
  const back = `/admin/opd/${opd.id}`
  const moves = [
    rapat.length > 0 && words.t('gabung.rapat', { n: rapat.length }),
    opd.children.length > 0 && words.t('gabung.children', { n: opd.children.length }),
    openTindakLanjut > 0 && words.t('gabung.work', { n: openTindakLanjut }),
    words.t('gabung.pokja'),
  ].filter(text => text !== false)
  return (
    <div className="grid max-w-3xl gap-6">
      <PageHead
        title={words.t('gabung.title', { name: opd.shortName })}
        lead={words.t('gabung.lead')}
        back={{ to: back, label: opd.shortName }}
      />
      <Card as="section" aria-labelledby="pindah">
        <CardHead id="pindah" title={words.t('gabung.moves')} />
        <ul className="grid list-disc gap-2 p-4 pl-9 sm:p-5 sm:pl-10">
          {moves.map(text => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <p className="border-t border-line px-4 py-3 text-sm text-ink-2 sm:px-5">{words.t('gabung.stays')}</p>
      </Card>
      <Card as="section" aria-labelledby="pegawai">
        <CardHead
          id="pegawai"
          title={words.t('gabung.people')}
          end={people.length > 0 && <span className="text-sm text-ink-2">{people.length}</span>}
        />
        <p className="px-4 py-4 text-sm text-ink-2 sm:px-5">
          {words.t(people.length === 0 ? 'gabung.people.none' : 'gabung.people.help')}
        </p>
        <ul className="grid gap-1 px-4 pb-4 empty:hidden sm:px-5">
          {people.map(({ id, name, jabatan }) => (
            <li key={`${id} ${jabatan}`} className="flex flex-wrap items-center gap-x-3">
              <Link
                to={`/admin/pengguna/${id}`}
                className="inline-flex min-h-11 items-center pointer-fine:min-h-8"
              >
                {name}
              </Link>
              <span className="text-sm text-ink-2">{jabatan}</span>
            </li>
          ))}
        </ul>
      </Card>
      <Card className="p-4 sm:p-5">
        <Form method="post" className="grid gap-5" noValidate>
          <input type="hidden" name="revision" value={opd.revision} />
          <FieldErrors errors={answer?.errors}>
            <Into choices={choices} into={answer?.into ?? ''} />
          </FieldErrors>
          <div className="flex flex-wrap gap-3">
            <Button type="submit" kind="danger">
              <Merge aria-hidden />
              {words.t('gabung.submit')}
            </Button>
            <Link to={back} className={buttonClass('quiet')}>
              {words.t('action.cancel')}
            </Link>
          </div>
        </Form>
      </Card>
    </div>
  )
}
