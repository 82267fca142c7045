import type { JabatanView, OpdDetail } from '@mufakat/services'
import { Badge, Button, Card, CardHead, Choice, Empty, FieldError } from '@mufakat/ui'
import { Form, Link } from '@remix-run/react'
import { BriefcaseBusiness, ChevronDown, Crown } from 'lucide-react'
import { TextField } from '~/admin/text-field'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import { OpdState } from '~/organisasi/opd-state'
import type { FormErrors } from '~/request/guard.server'

/** A form of a jabatan that was refused, with what was typed. */
export interface JabatanAnswer {
  readonly errors: FormErrors
  readonly typed: { readonly name: string; readonly isHead: boolean; readonly position: string }
  /** Id of the jabatan it is about; empty: a new one. */
  readonly at: string
}

function Fields({ values }: { values: JabatanAnswer['typed'] }) {
  const words = useAllWords()
  const error = useFieldErrors()('isHead')
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-[minmax(0,1fr)_8rem]">
        <TextField
          name="name"
          label={words.t('jabatan.field.name')}
          required
          maxLength={200}
          defaultValue={values.name}
        />
        <TextField
          name="position"
          label={words.t('opd.field.position')}
          inputMode="numeric"
          maxLength={4}
          defaultValue={values.position}
        />
      </div>
      <div>
        <Choice
          name="isHead"
          value="1"
          defaultChecked={values.isHead}
          label={words.t('jabatan.field.isHead')}
          className="-mx-3"
        />
        {error && <FieldError>{error}</FieldError>}
      </div>
    </>
  )
}

function Active({ active }: { active: boolean }) {
  const words = useAllWords()
  const error = useFieldErrors()('active')
  return (
    <div>
      <Choice
        name="active"
        value="1"
        defaultChecked={active}
        label={words.t('jabatan.field.active')}
        className="-mx-3"
      />
      {error && <FieldError>{error}</FieldError>}
    </div>
  )
}

function Holders({ holders }: Pick<JabatanView, 'holders'>) {
  const words = useAllWords()
  if (holders.length === 0) return <span className="text-ink-2">{words.t('jabatan.vacant')}</span>
  return holders.map(({ person, kind }) => (
    <Link
      key={`${person.id} ${kind}`}
      to={`/admin/pengguna/${person.id}`}
      className="inline-flex min-h-8 items-center"
    >
      {kind === 'definitif' ? person.name : `${words.t(`holding.${kind}`)} ${person.name}`}
    </Link>
  ))
}

function Row({ jabatan, answer }: { jabatan: JabatanView; answer: JabatanAnswer | undefined }) {
  const words = useAllWords()
  const mine = answer?.at === jabatan.id ? answer : undefined
  return (
    <li>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 pt-3 sm:px-5">
        <p className="flex min-w-0 grow basis-64 flex-wrap items-center gap-2 font-medium">
          {jabatan.name}
          {jabatan.isHead && (
            <Badge tone="accent" icon={Crown}>
              {words.t('jabatan.head')}
            </Badge>
          )}
          {!jabatan.active && <OpdState active={false} />}
        </p>
        <p className="flex basis-64 flex-wrap gap-x-3 text-sm">
          <span className="sr-only">{words.t('jabatan.column.holder')}: </span>
          <Holders holders={jabatan.holders} />
        </p>
      </div>
      <details className="screen-only group" open={mine !== undefined}>
        <summary
          className="flex min-h-11 w-fit items-center gap-1 px-4 text-sm font-semibold text-ink-2 sm:px-5"
          aria-label={words.t('jabatan.edit', { name: jabatan.name })}
        >
          {words.t('opd.edit')}
          <ChevronDown aria-hidden className="size-4 transition-transform group-open:rotate-180" />
        </summary>
        <Form method="post" noValidate className="grid gap-4 bg-sunken p-4 sm:p-5">
          <input type="hidden" name="maksud" value="jabatan-ubah" />
          <input type="hidden" name="jabatan" value={jabatan.id} />
          <input type="hidden" name="revision" value={jabatan.revision} />
          <FieldErrors errors={mine?.errors}>
            <Fields values={mine?.typed ?? { ...jabatan, position: String(jabatan.position) }} />
            <Active active={jabatan.active} />
          </FieldErrors>
          <Button type="submit" kind="secondary" className="w-fit">
            {words.t('action.save')}
          </Button>
        </Form>
      </details>
    </li>
  )
}

/** The jabatan of an OPD, who holds them, and their forms. */
export function JabatanCard({ opd, answer }: { opd: OpdDetail; answer: JabatanAnswer | undefined }) {
  const words = useAllWords()
  const isNew = answer?.at === ''
  const nothing = { name: '', isHead: opd.jabatan.length === 0, position: String(opd.jabatan.length) }
  return (
    <Card as="section" id="jabatan" aria-labelledby="judul-jabatan" className="scroll-mt-20">
      <CardHead
        id="judul-jabatan"
        title={words.t('jabatan.title')}
        end={
          <span className="text-sm text-ink-2">
            {words.t('jabatan.count', { n: opd.jabatan.filter(one => one.active).length })}
          </span>
        }
      />
      {opd.jabatan.length === 0 ? (
        <Empty
          compact
          icon={BriefcaseBusiness}
          title={words.t('jabatan.empty')}
          help={opd.active && words.t('jabatan.empty.help')}
        />
      ) : (
        <ul className="divide-y divide-line">
          {opd.jabatan.map(one => (
            <Row key={`${one.id} ${one.revision}`} jabatan={one} answer={answer} />
          ))}
        </ul>
      )}
      {opd.active && (
        <details className="screen-only group border-t border-line" open={isNew}>
          <summary className="flex min-h-13 items-center justify-between px-4 font-semibold sm:px-5">
            {words.t('jabatan.add')}
            <ChevronDown
              aria-hidden
              className="size-5 text-ink-2 transition-transform group-open:rotate-180"
            />
          </summary>
          <Form method="post" noValidate className="grid gap-4 border-t border-line p-4 sm:p-5">
            <input type="hidden" name="maksud" value="jabatan-baru" />
            <FieldErrors errors={isNew ? answer?.errors : null}>
              <Fields values={isNew ? answer.typed : nothing} />
            </FieldErrors>
            <p className="text-sm text-ink-2">{words.t('jabatan.assign.help')}</p>
            <Button type="submit" className="w-fit">
              {words.t('jabatan.add')}
            </Button>
          </Form>
        </details>
      )}
    </Card>
  )
}
