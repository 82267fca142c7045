import { SHARINGS } from '@mufakat/domain'
import { Button, Card, CardHead, describe, Field, Input, Select } from '@mufakat/ui'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { NikConfirm } from '~/frame/nik-confirm'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'
import { useSaidView } from '~/saringan/said-view'
import type { KeptView } from './kept.server'

export interface KeepCardProps {
  readonly kept: KeptView
  readonly allowed: { readonly opd: boolean; readonly all: boolean }
  readonly opd: readonly { readonly id: string; readonly shortName: string }[]
  readonly answer: { readonly errors: FormErrors; readonly name: string; readonly shared: string } | undefined
}

function KeepFields({ kept, allowed, answer }: KeepCardProps) {
  const words = useAllWords()
  const errorOf = useFieldErrors()
  const error = errorOf('name', 'q')
  const shares = SHARINGS.filter(one => (one === 'opd' ? allowed.opd : one !== 'semua' || allowed.all))
  return (
    <>
      <input type="hidden" name="pandang" value={kept.view} />
      <input type="hidden" name="kueri" value={kept.query} />
      <Field id="nama" label={words.t('tampilan.saved.name')} error={error}>
        <Input
          {...describe('nama', { error })}
          name="name"
          maxLength={100}
          defaultValue={answer?.name ?? ''}
        />
      </Field>
      <Field id="bagi" label={words.t('tampilan.saved.shared')} error={errorOf('shared')}>
        <Select id="bagi" name="shared" defaultValue={answer?.shared ?? 'saya'}>
          {shares.map(one => (
            <option key={one} value={one}>
              {words.t(`tampilan.saved.shared.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
    </>
  )
}

/** What is about to be kept, in words, and the form that keeps it. */
export function KeepCard(props: KeepCardProps) {
  const words = useAllWords()
  const saidView = useSaidView()
  const { kept, opd, answer } = props
  const said = saidView(kept.view, kept.query, id => opd.find(one => one.id === id)?.shortName ?? '–')
  return (
    <Card as="section" aria-labelledby="simpan">
      <CardHead id="simpan" title={words.t('tampilan.saved.save')} />
      <form method="post" noValidate className="grid gap-4 p-4 sm:p-5">
        <FieldErrors errors={answer?.errors}>
          <div className="grid gap-1 text-sm">
            <p>
              {words.t('tampilan.saved.what')}:{' '}
              <span className="font-semibold">{words.t(`tampilan.${kept.view}`)}</span>
            </p>
            <ul className="list-disc pl-5 wrap-anywhere text-ink-2">
              {(said.length === 0 ? [words.t('tampilan.saved.everything')] : said).map(part => (
                <li key={part}>{part}</li>
              ))}
            </ul>
          </div>
          <KeepFields {...props} />
          <NikConfirm />
        </FieldErrors>
        <Button type="submit" name="maksud" value="simpan" className="w-fit">
          {words.t('tampilan.saved.submit')}
        </Button>
      </form>
    </Card>
  )
}
