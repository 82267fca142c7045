import { type KoreksiField, PRIORITIES, STRATEGIES } from '@mufakat/domain'
import type { KoreksiPage, SealedLine } from '@mufakat/services'
import {
  Button,
  buttonClass,
  Card,
  CardHead,
  Choice,
  describe,
  Field,
  Input,
  Notice,
  Select,
  Textarea,
} from '@mufakat/ui'
import { Form } from '@remix-run/react'
import { SendHorizontal, TriangleAlert } from 'lucide-react'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { NikConfirm } from '~/frame/nik-confirm'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'
import { useFactWords } from './changes'
import { Carried } from './decision-forms'

/** What was typed, by the name of its field. */
export type Typed = Readonly<Record<string, string>>

/** First step: which lines. A form that reads, so that the choice stands in the address. */
export function ChooseLines({ page, chosen }: { page: KoreksiPage; chosen: ReadonlySet<string> }) {
  const words = useAllWords()
  return (
    <Card as="section" aria-labelledby="pilih">
      <CardHead id="pilih" level={3} title={words.t('koreksi.choose')} />
      <Form method="get" className="grid gap-4 p-4 sm:p-5">
        {page.items
          .filter(item => item.lines.length > 0)
          .map(item => (
            <fieldset key={item.lines[0]?.lineId ?? item.title} className="grid gap-1">
              <legend className="mb-1 text-sm font-semibold">{item.title}</legend>
              {item.lines.map(line => (
                <Choice
                  key={line.lineId}
                  name="baris"
                  value={line.lineId}
                  defaultChecked={chosen.has(line.lineId)}
                  label={<span className="break-words">{line.facts.text}</span>}
                  className="-mx-3"
                />
              ))}
            </fieldset>
          ))}
        <Button type="submit" className="w-fit">
          {words.t('koreksi.choose.next')}
        </Button>
      </Form>
    </Card>
  )
}

function Control({
  name,
  field,
  value,
  page,
}: {
  name: string
  field: KoreksiField
  value: string
  page: KoreksiPage
}) {
  const words = useAllWords()
  const error = useFieldErrors()(name)
  const told = useFactWords(page.opd)
  const common = { name: `f:${name}`, defaultValue: value, ...describe(name, { error }) }
  const choices: readonly string[] | null =
    field === 'owner'
      ? page.opd.map(one => one.id)
      : field === 'prioritas'
        ? PRIORITIES
        : field === 'strategi'
          ? STRATEGIES
          : null
  return (
    <Field id={name} label={words.t(`sahkan.panel.field.${field}`)} error={error}>
      {field === 'text' ? (
        <Textarea maxLength={20_000} {...common} />
      ) : choices === null ? (
        <Input type={field === 'tenggat' ? 'date' : 'text'} {...common} />
      ) : (
        <Select {...common}>
          <option value="">{words.t('koreksi.none')}</option>
          {choices.map(one => (
            <option key={one} value={one}>
              {told(field, one)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

const startOf = (line: SealedLine): string => (line.facts.text ?? '').slice(0, 60)

/** Second step: the right wording of each, and why. What stays as it is, is no correction. */
export function WriteKoreksi({
  page,
  lines,
  typed,
  errors,
  base,
}: {
  page: KoreksiPage
  lines: readonly SealedLine[]
  typed: Typed
  errors: FormErrors | null
  base: string
}) {
  const words = useAllWords()
  const nothing = errors?.fields.form !== undefined
  return (
    <Card as="section" aria-labelledby="tulis">
      <CardHead id="tulis" level={3} title={words.t('koreksi.write')} />
      <Form method="post" className="grid gap-5 p-4 sm:p-5">
        <Carried values={{ maksud: 'usul' }} />
        {/* One word is enough where it is about the whole. */}
        <FieldErrors errors={nothing ? { ...errors, form: null } : errors}>
          {nothing && (
            <Notice tone="danger" icon={TriangleAlert} role="alert">
              {words.t('field.koreksi-nothing')}
            </Notice>
          )}
          {lines.map(line => (
            <fieldset key={line.lineId} className="grid gap-3 rounded-md border border-line p-3 sm:p-4">
              <legend className="sr-only">{words.t('koreksi.now', { text: startOf(line) })}</legend>
              {/* In a border a long line would hang over it. */}
              <p aria-hidden className="text-xs break-words text-ink-2">
                {words.t('koreksi.now', { text: startOf(line) })}
              </p>
              {(Object.entries(line.facts) as [KoreksiField, string | null][]).map(([field, value]) => {
                const name = `${line.lineId}.${field}`
                return (
                  <Control
                    key={field}
                    name={name}
                    field={field}
                    value={typed[`f:${name}`] ?? value ?? ''}
                    page={page}
                  />
                )
              })}
            </fieldset>
          ))}
          <Reason value={typed.reason ?? ''} />
          <NikConfirm />
        </FieldErrors>
        <div className="flex flex-wrap gap-2">
          <Button type="submit">
            <SendHorizontal aria-hidden />
            {words.t('koreksi.propose')}
          </Button>
          <a href={`${base}/koreksi?pilih=1`} className={buttonClass('quiet')}>
            {words.t('koreksi.again')}
          </a>
        </div>
      </Form>
    </Card>
  )
}

function Reason({ value }: { value: string }) {
  const words = useAllWords()
  const error = useFieldErrors()('reason')
  return (
    <Field id="reason" label={words.t('koreksi.reason')} error={error}>
      <Textarea
        name="reason"
        required
        maxLength={2_000}
        defaultValue={value}
        {...describe('reason', { error })}
      />
    </Field>
  )
}
