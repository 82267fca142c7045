import type { ErasureCase } from '@mufakat/services'
import { Button, Card, CardHead, Choice, describe, Empty, Field, FieldError, Textarea } from '@mufakat/ui'
import { Form, Link } from '@remix-run/react'
import { ChevronDown, Inbox } from 'lucide-react'
import { ErasureBadge } from '~/data-pribadi/erasure-state'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'

/** A decision that was refused, with what was typed. */
export interface RefusedDecision {
  readonly requestId: string
  readonly errors: FormErrors
  readonly reason: string
}

function Decision({ request, refused }: { request: ErasureCase; refused: RefusedDecision | undefined }) {
  const words = useAllWords()
  const error = useFieldErrors()
  const { id } = request
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Form method="post" noValidate className="grid content-start gap-2">
        <input type="hidden" name="bagian" value="kabul" />
        <input type="hidden" name="id" value={id} />
        <Choice name="yakin" value="1" label={words.t('admin.pribadi.grant.confirm')} className="-mx-3" />
        {error('confirmed', 'decision') && <FieldError>{error('confirmed', 'decision')}</FieldError>}
        <Button type="submit" kind="danger" className="w-fit">
          {words.t('admin.pribadi.grant')}
        </Button>
      </Form>
      <Form method="post" noValidate className="grid content-start gap-2">
        <input type="hidden" name="bagian" value="tolak" />
        <input type="hidden" name="id" value={id} />
        <Field id={`alasan-${id}`} label={words.t('admin.pribadi.refuse.reason')} error={error('reason')}>
          <Textarea
            {...describe(`alasan-${id}`, { error: error('reason') })}
            name="reason"
            maxLength={1_000}
            defaultValue={refused?.reason}
          />
        </Field>
        <Button type="submit" kind="secondary" className="w-fit">
          {words.t('admin.pribadi.refuse')}
        </Button>
      </Form>
    </div>
  )
}

function Request({ request, refused }: { request: ErasureCase; refused: RefusedDecision | undefined }) {
  const words = useAllWords()
  const { id, personId, name, erasedNumber, state, wish, askedAt, decidedAt, reason, isOwn } = request
  const mine = refused?.requestId === id ? refused : undefined
  return (
    <li className="grid gap-3 px-4 py-4 sm:px-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link to={`/admin/pengguna/${personId}`} className="font-semibold">
          {erasedNumber === null ? name : words.t('pengguna.erased', { n: erasedNumber })}
        </Link>
        <ErasureBadge state={state} />
        <span className="text-sm text-ink-2">
          {words.t('pribadi.erase.asked', { when: words.dateTime(askedAt) })}
          {decidedAt && ` · ${words.t('pribadi.erase.decided', { when: words.dateTime(decidedAt) })}`}
        </span>
      </div>
      {wish && <p className="text-sm break-words whitespace-pre-line">{wish}</p>}
      {reason && <p className="text-sm break-words">{words.t('pribadi.erase.reason', { reason })}</p>}
      {state === 'open' && isOwn && <p className="text-sm text-ink-2">{words.t('admin.pribadi.own')}</p>}
      {state === 'open' && !isOwn && (
        <details className="screen-only group rounded-md border border-line" open={mine !== undefined}>
          <summary className="flex min-h-11 items-center justify-between px-3 text-sm font-semibold">
            {words.t('admin.pribadi.decide')}
            <ChevronDown aria-hidden className="size-5 text-ink-2 group-open:rotate-180" />
          </summary>
          <div className="grid gap-4 border-t border-line p-3 sm:p-4">
            <p className="text-sm text-ink-2">{words.t('admin.pribadi.gone')}</p>
            <p className="text-sm text-ink-2">{words.t('admin.pribadi.kept')}</p>
            <FieldErrors errors={mine?.errors}>
              <Decision request={request} refused={mine} />
            </FieldErrors>
          </div>
        </details>
      )}
    </li>
  )
}

export function Requests({
  requests,
  refused,
}: {
  requests: readonly ErasureCase[]
  refused: RefusedDecision | undefined
}) {
  const words = useAllWords()
  return (
    <Card as="section" id="permintaan" aria-labelledby="judul-permintaan" className="scroll-mt-20">
      <CardHead id="judul-permintaan" title={words.t('admin.pribadi.requests')} />
      {requests.length === 0 ? (
        <Empty
          compact
          icon={Inbox}
          title={words.t('admin.pribadi.requests.empty')}
          help={words.t('admin.pribadi.requests.help')}
        />
      ) : (
        <ul className="divide-y divide-line">
          {requests.map(request => (
            <Request key={request.id} request={request} refused={refused} />
          ))}
        </ul>
      )}
    </Card>
  )
}
