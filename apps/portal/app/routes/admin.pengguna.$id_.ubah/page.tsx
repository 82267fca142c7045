import { isCode, ROLES } from '@mufakat/domain'
import { Button, buttonClass, Card, Notice } from '@mufakat/ui'
import { Form, Link } from '@remix-run/react'
import { TriangleAlert } from 'lucide-react'
import { AccountFields, type TypedAccount } from '~/account/account-fields'
import { FieldErrors } from '~/frame/field-errors'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'

const FIELDS = ['name', 'email', 'nip', 'golongan', 'phone', 'role'] as const

/** Both sides of an edit that came after another: what is stored now, beside what was typed. */
function Conflict({ stored, typed }: { stored: TypedAccount; typed: TypedAccount }) {
  const words = useAllWords()
  const shown = (field: (typeof FIELDS)[number], value: string) =>
    (field === 'role' && isCode(ROLES, value) ? words.t(`role.${value}`) : value) || words.t('pengguna.none')
  return (
    <Notice tone="warn" icon={TriangleAlert} role="alert">
      <p>{words.t('pengguna.conflict')}</p>
      <dl className="mt-3 grid gap-3">
        {FIELDS.filter(field => stored[field] !== typed[field].trim()).map(field => (
          <div key={field} className="grid gap-x-4 sm:grid-cols-[7rem_1fr_1fr]">
            <dt className="font-semibold">{words.t(`pengguna.field.${field}`)}</dt>
            <dd className="break-words">
              <span className="block text-xs">{words.t('pengguna.conflict.stored')}</span>
              {shown(field, stored[field])}
            </dd>
            <dd className="break-words">
              <span className="block text-xs">{words.t('pengguna.conflict.typed')}</span>
              {shown(field, typed[field])}
            </dd>
          </div>
        ))}
      </dl>
    </Notice>
  )
}

export function EditPersonPage({
  id,
  revision,
  stored,
  answer,
}: {
  id: string
  revision: number
  stored: TypedAccount
  answer: { errors: FormErrors; values: TypedAccount; revision: number } | undefined
}) {
  const words = useAllWords()
  const back = `/admin/pengguna/${id}`
  const isConflict = answer?.errors.form === 'conflict'
  return (
    <div className="max-w-3xl">
      <PageHead
        title={words.t('pengguna.edit.title', { name: stored.name })}
        back={{ to: back, label: stored.name }}
      />
      <Card className="grid gap-6 p-4 sm:p-5">
        {isConflict && <Conflict stored={stored} typed={answer.values} />}
        <Form method="post" className="grid gap-6" noValidate>
          {/* Who has seen both sides may decide; a form that was wrong in itself is still the one it was. */}
          <input type="hidden" name="revision" value={answer && !isConflict ? answer.revision : revision} />
          <FieldErrors errors={isConflict ? null : answer?.errors}>
            <AccountFields values={answer?.values ?? stored} />
          </FieldErrors>
          <div className="flex gap-3">
            <Button type="submit">{words.t('pengguna.save')}</Button>
            <Link to={back} className={buttonClass('quiet')}>
              {words.t('action.cancel')}
            </Link>
          </div>
        </Form>
      </Card>
    </div>
  )
}
