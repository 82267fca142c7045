import type { PassageView } from '@mufakat/services'
import {
  Badge,
  Button,
  Card,
  CardHead,
  Choice,
  describe,
  Empty,
  Field,
  FieldError,
  Input,
  Notice,
} from '@mufakat/ui'
import { Form, useNavigation } from '@remix-run/react'
import { Eraser, Eye, EyeOff, Search, SearchX, TriangleAlert } from 'lucide-react'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import { useRapat } from '~/rapat/rapat-context'
import type { FormErrors } from '~/request/guard.server'
import { peopleOf } from '~/riwayat/people'
import { VersionHead } from '~/riwayat/version-head'

interface Answer {
  readonly passage: string
  readonly found: PassageView | null
  readonly errors: FormErrors | null
}

function PassageField({ passage }: { passage: string }) {
  const words = useAllWords()
  const error = useFieldErrors()('passage')
  const help = words.t('redaksi.passage.help')
  return (
    <Field id="bagian" label={words.t('redaksi.passage')} help={help} error={error}>
      <Input
        name="bagian"
        key={passage}
        defaultValue={passage}
        required
        minLength={4}
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
        {...describe('bagian', { error, help })}
      />
    </Field>
  )
}

function Occurrences({ found }: { found: PassageView }) {
  const words = useAllWords()
  return (
    <ul className="divide-y divide-line">
      {found.occurrences.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places have no identity and are shown once
        <li key={at} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3 sm:px-5">
          <div className="min-w-0 grow basis-56">
            <p className="font-medium">{one.item || words.t('redaksi.somewhere')}</p>
            <p className="text-sm text-ink-2">
              {peopleOf(one.people, words)}
              {one.at && (
                <>
                  {' · '}
                  <time dateTime={one.at.toISOString()}>{words.dateTime(one.at)}</time>
                </>
              )}
            </p>
          </div>
          <Badge tone={one.shown ? 'warn' : 'neutral'} icon={one.shown ? Eye : EyeOff}>
            {words.t(one.shown ? 'redaksi.shown' : 'redaksi.deleted')}
          </Badge>
        </li>
      ))}
    </ul>
  )
}

function Sure() {
  const words = useAllWords()
  const error = useFieldErrors()('yakin')
  return (
    <div className="grid gap-1">
      <Choice name="yakin" value="1" label={words.t('redaksi.sure')} {...describe('yakin', { error })} />
      {error && <FieldError id="yakin-error">{error}</FieldError>}
    </div>
  )
}

/** The second step: what would go, and that it would go for good. */
function Confirm({ answer, found }: { answer: Answer; found: PassageView }) {
  const words = useAllWords()
  const busy = useNavigation().state !== 'idle'
  if (found.occurrences.length === 0 && found.named === 0)
    return (
      <Card>
        <Empty icon={SearchX} title={words.t('redaksi.none')} help={words.t('redaksi.none.help')} />
      </Card>
    )
  return (
    <Card as="section" aria-labelledby="ditemukan">
      <CardHead id="ditemukan" title={words.t('redaksi.found', { n: found.occurrences.length })} level={3} />
      <Occurrences found={found} />
      {found.named > 0 && (
        <p className="border-t border-line px-4 py-3 text-sm text-ink-2 sm:px-5">
          {words.t('redaksi.named', { n: found.named })}
        </p>
      )}
      <Form method="post" className="grid gap-4 border-t border-line p-4 sm:p-5" preventScrollReset>
        <input type="hidden" name="maksud" value="hapus" />
        <input type="hidden" name="bagian" value={answer.passage} />
        <Notice tone="danger" icon={TriangleAlert}>
          {words.t('redaksi.warning')}
        </Notice>
        <FieldErrors errors={answer.errors}>
          <Sure />
        </FieldErrors>
        <Button type="submit" kind="danger" disabled={busy} className="w-fit">
          <Eraser aria-hidden />
          {words.t('redaksi.do')}
        </Button>
      </Form>
    </Card>
  )
}

export function RedaksiPage({ answer }: { answer: Answer | undefined }) {
  const words = useAllWords()
  const rapat = useRapat()
  const busy = useNavigation().state !== 'idle'
  return (
    <div className="grid max-w-3xl gap-5">
      <VersionHead
        base={`/rapat/${rapat.id}`}
        title={words.t('redaksi.title')}
        lead={words.t('redaksi.lead')}
      />
      <Form method="post" className="grid gap-4" preventScrollReset>
        <FieldErrors errors={answer?.found ? null : answer?.errors}>
          <PassageField passage={answer?.passage ?? ''} />
        </FieldErrors>
        <Button type="submit" kind="secondary" disabled={busy} className="w-fit">
          <Search aria-hidden />
          {words.t('redaksi.search')}
        </Button>
      </Form>
      {answer?.found && <Confirm answer={answer} found={answer.found} />}
    </div>
  )
}
