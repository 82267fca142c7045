import type { ErasureView, ExportView, OwnDataView } from '@mufakat/services'
import {
  Button,
  buttonClass,
  Card,
  CardHead,
  Choice,
  describe,
  Field,
  FieldError,
  Input,
  Textarea,
} from '@mufakat/ui'
import { Form } from '@remix-run/react'
import { Download, Hourglass } from 'lucide-react'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { NikConfirm } from '~/frame/nik-confirm'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'
import { ErasureBadge } from './erasure-state'

/** A form of the page that was refused, with what was typed. */
export interface RefusedForm {
  readonly maksud: string
  readonly errors: FormErrors
  readonly typed: string
}

interface CardProps {
  readonly own: OwnDataView
  readonly refused: RefusedForm | undefined
}

export function PhoneCard({ own, refused }: CardProps) {
  const words = useAllWords()
  const mine = refused?.maksud === 'hp' ? refused : undefined
  return (
    <Card as="section" aria-labelledby="hp">
      <CardHead id="hp" title={words.t('pribadi.phone')} />
      <Form method="post" noValidate className="grid gap-4 p-4 sm:p-5">
        <input type="hidden" name="maksud" value="hp" />
        <FieldErrors errors={mine?.errors}>
          <PhoneField value={mine?.typed ?? own.phone ?? ''} />
        </FieldErrors>
        <Button type="submit" kind="secondary" className="w-fit">
          {words.t('pribadi.phone.submit')}
        </Button>
      </Form>
    </Card>
  )
}

function PhoneField({ value }: { value: string }) {
  const words = useAllWords()
  const error = useFieldErrors()('phone')
  return (
    <Field id="phone" label={words.t('pribadi.phone')} help={words.t('pribadi.phone.help')} error={error}>
      <Input
        {...describe('phone', { error, help: true })}
        name="phone"
        type="tel"
        autoComplete="tel"
        maxLength={30}
        className="max-w-72"
        defaultValue={value}
      />
    </Field>
  )
}

function Copy({ copy }: { copy: ExportView }) {
  const words = useAllWords()
  if (copy.readyAt === null)
    return (
      <li className="flex items-center gap-3 px-4 py-3 text-sm text-ink-2 sm:px-5">
        <Hourglass aria-hidden className="size-5 flex-none" />
        {words.t('pribadi.copy.making')}
      </li>
    )
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 sm:px-5">
      <span className="text-sm">
        {words.t('pribadi.copy.ready', {
          when: words.dateTime(copy.readyAt),
          until: words.date(copy.expiresAt, 'short'),
        })}
      </span>
      <span className="flex flex-wrap gap-2">
        {(['html', 'json'] as const).map(form => (
          <a
            key={form}
            href={`/data-pribadi/salinan/${copy.id}.${form}`}
            className={buttonClass('secondary', 'sm')}
          >
            <Download aria-hidden />
            {words.t(`pribadi.copy.${form}`)}
          </a>
        ))}
      </span>
    </li>
  )
}

export function CopyCard({ own, refused, days }: CardProps & { days: number }) {
  const words = useAllWords()
  const mine = refused?.maksud === 'salinan' ? refused : undefined
  return (
    <Card as="section" aria-labelledby="salinan">
      <CardHead id="salinan" title={words.t('pribadi.copy')} />
      <div className="grid gap-4 p-4 sm:p-5">
        <FieldErrors errors={mine?.errors}>
          <p className="text-sm text-ink-2">{words.t('pribadi.copy.help', { n: days })}</p>
        </FieldErrors>
        <Form method="post">
          <input type="hidden" name="maksud" value="salinan" />
          <Button type="submit" kind="secondary">
            {words.t('pribadi.copy.ask')}
          </Button>
        </Form>
      </div>
      {own.exports.length > 0 && (
        <ul className="divide-y divide-line border-t border-line">
          {own.exports.map(copy => (
            <Copy key={copy.id} copy={copy} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function Request({ erasure }: { erasure: ErasureView }) {
  const words = useAllWords()
  const { id, state, wish, askedAt, decidedAt, reason } = erasure
  return (
    <li className="grid gap-2 px-4 py-3 sm:px-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <ErasureBadge state={state} />
        <span className="text-sm text-ink-2">
          {words.t('pribadi.erase.asked', { when: words.dateTime(askedAt) })}
          {decidedAt && ` · ${words.t('pribadi.erase.decided', { when: words.dateTime(decidedAt) })}`}
        </span>
      </div>
      {wish && <p className="text-sm break-words whitespace-pre-line">{wish}</p>}
      {reason && <p className="text-sm break-words">{words.t('pribadi.erase.reason', { reason })}</p>}
      {state === 'open' && (
        <Form method="post">
          <input type="hidden" name="maksud" value="tarik" />
          <input type="hidden" name="id" value={id} />
          <Button type="submit" kind="secondary" size="sm">
            {words.t('pribadi.erase.withdraw')}
          </Button>
        </Form>
      )}
    </li>
  )
}

export function ErasureCard({ own, refused }: CardProps) {
  const words = useAllWords()
  const mine = refused?.maksud === 'hapus' ? refused : undefined
  const isOpen = own.erasures.some(({ state }) => state === 'open')
  return (
    <Card as="section" aria-labelledby="penghapusan">
      <CardHead id="penghapusan" title={words.t('pribadi.erase')} />
      <div className="grid gap-3 p-4 text-sm sm:p-5">
        <p>{words.t('pribadi.erase.help')}</p>
        <p>{words.t('pribadi.erase.gone')}</p>
        <p>{words.t('pribadi.erase.kept')}</p>
      </div>
      {own.erasures.length > 0 && (
        <ul className="divide-y divide-line border-t border-line">
          {own.erasures.map(erasure => (
            <Request key={erasure.id} erasure={erasure} />
          ))}
        </ul>
      )}
      {!isOpen && (
        <Form method="post" noValidate className="grid gap-4 border-t border-line p-4 sm:p-5">
          <input type="hidden" name="maksud" value="hapus" />
          <FieldErrors errors={mine?.errors}>
            <WishFields typed={mine?.typed ?? ''} />
            <NikConfirm />
          </FieldErrors>
          <Button type="submit" kind="danger" className="w-fit">
            {words.t('pribadi.erase.ask')}
          </Button>
        </Form>
      )}
    </Card>
  )
}

function WishFields({ typed }: { typed: string }) {
  const words = useAllWords()
  const error = useFieldErrors()
  return (
    <>
      <Field
        id="wish"
        label={words.t('pribadi.erase.wish')}
        hint={words.t('pribadi.erase.optional')}
        error={error('wish')}
      >
        <Textarea
          {...describe('wish', { error: error('wish') })}
          name="wish"
          maxLength={1_000}
          defaultValue={typed}
        />
      </Field>
      <div>
        <Choice name="yakin" value="1" label={words.t('pribadi.erase.confirm')} className="-mx-3" />
        {error('confirmed') && <FieldError id="yakin-error">{error('confirmed')}</FieldError>}
      </div>
    </>
  )
}
