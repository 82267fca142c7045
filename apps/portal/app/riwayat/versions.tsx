import type { Words } from '@mufakat/i18n'
import type { VersionView, WhoView } from '@mufakat/services'
import { Avatar, Badge, Button, buttonClass, Card, CardHead, describe, Field, Input } from '@mufakat/ui'
import { Form, Link, useActionData, useNavigation } from '@remix-run/react'
import { Bookmark, ChevronDown, FileClock } from 'lucide-react'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { NikConfirm } from '~/frame/nik-confirm'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'

/** Names of at most this many people; the rest is a number. */
const NAMED = 3
/** More versions than this wait behind a button. */
const SHOWN = 20

export function peopleOf(people: readonly WhoView[], words: Words): string {
  if (people.length === 0) return words.t('versi.nobody')
  const names = people.map(person => person.name)
  if (names.length <= NAMED) return names.join(', ')
  return words.t('versi.more', { names: names.slice(0, NAMED).join(', '), n: names.length - NAMED })
}

/** "17 Mar 2026, 09.00–09.40 WIB"; one moment when it began and ended in the same minute. */
export function spanOf(from: Date, to: Date, words: Words): string {
  const [start, end] = [words.dateTime(from), words.dateTime(to)]
  if (start === end) return start
  return words.date(from) === words.date(to)
    ? `${words.date(from, 'short')}, ${words.time(from)}–${words.time(to)} ${words.zone}`
    : `${start} – ${end}`
}

function NameForm({ errors }: { errors: FormErrors | undefined }) {
  const words = useAllWords()
  const busy = useNavigation().state !== 'idle'
  return (
    <Form
      method="post"
      className="screen-only grid gap-3 border-b border-line px-4 py-4 sm:px-5"
      preventScrollReset
    >
      <input type="hidden" name="maksud" value="simpan" />
      <FieldErrors errors={errors}>
        <div className="flex flex-wrap items-end gap-3">
          <NameField />
          <Button type="submit" kind="secondary" disabled={busy}>
            <Bookmark aria-hidden />
            {words.t('versi.save')}
          </Button>
        </div>
        <NikConfirm />
      </FieldErrors>
    </Form>
  )
}

function NameField() {
  const words = useAllWords()
  const error = useFieldErrors()('name')
  const typed = useActionData<{ name?: string }>()?.name
  return (
    <Field id="name" label={words.t('versi.name')} error={error} className="min-w-56 flex-1">
      <Input
        name="name"
        maxLength={120}
        required
        autoComplete="off"
        defaultValue={typed}
        {...describe('name', { error })}
      />
    </Field>
  )
}

function Head({ version, now }: { version: VersionView; now: Date }) {
  const words = useAllWords()
  if (version.kind === 'work')
    return (
      <>
        <p className="font-medium">{peopleOf(version.people, words)}</p>
        <p className="text-sm text-ink-2">
          <time dateTime={version.to.toISOString()} title={words.relative(version.to, now)}>
            {spanOf(version.from, version.to, words)}
          </time>
        </p>
      </>
    )
  const by = version.kind === 'named' ? version.by : null
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-medium">
        {version.kind === 'named' ? version.name : words.t('versi.kept')}
        {version.kind === 'named' && (
          <Badge tone="accent" icon={Bookmark}>
            {words.t('versi.named')}
          </Badge>
        )}
      </p>
      <p className="text-sm text-ink-2">
        {by ? words.t('versi.by', { name: by.name }) : words.t('versi.system')} ·{' '}
        <time dateTime={version.at.toISOString()} title={words.relative(version.at, now)}>
          {words.dateTime(version.at)}
        </time>
      </p>
    </>
  )
}

function Row({ version, base, now }: { version: VersionView; base: string; now: Date }) {
  const words = useAllWords()
  const Icon = version.kind === 'named' ? Bookmark : FileClock
  const link = buttonClass('quiet', 'sm')
  const address = `${base}/riwayat/${version.seq}`
  return (
    <li className="keep-together flex flex-wrap items-start gap-x-3 gap-y-1 px-4 py-3 sm:px-5">
      <span className="print:hidden">
        {version.kind === 'work' && version.people[0] ? (
          <Avatar name={version.people[0].name} />
        ) : (
          <span className="grid size-9 place-items-center rounded-full bg-accent-soft text-accent-strong">
            <Icon aria-hidden className="size-4.5" />
          </span>
        )}
      </span>
      <div className="min-w-48 flex-1">
        <Head version={version} now={now} />
      </div>
      <div className="screen-only -mx-2 flex w-full flex-wrap sm:w-auto">
        <Link to={address} className={link}>
          {words.t('versi.view')}
        </Link>
        {version.kind === 'work' && (
          <Link to={`${address}?dari=${version.fromSeq - 1}`} className={link}>
            {words.t('versi.changes')}
          </Link>
        )}
        <Link to={`${address}?banding=kini`} className={link}>
          {words.t('versi.compare-now')}
        </Link>
      </div>
    </li>
  )
}

export function Versions({
  versions,
  base,
  now,
  mayName,
  errors,
}: {
  versions: readonly VersionView[]
  /** Address of the rapat. */
  base: string
  now: Date
  mayName: boolean
  errors: FormErrors | undefined
}) {
  const words = useAllWords()
  const rows = (some: readonly VersionView[]) => (
    <ol className="divide-y divide-line">
      {some.map(version => (
        <Row
          key={version.kind === 'work' ? `${version.seq}` : version.id}
          version={version}
          base={base}
          now={now}
        />
      ))}
    </ol>
  )
  const older = versions.slice(SHOWN)
  return (
    <Card as="section" aria-labelledby="versi">
      <CardHead id="versi" title={words.t('versi.title')} />
      {/* A name that was given is not offered again. */}
      {mayName && <NameForm key={versions.length} errors={errors} />}
      {rows(versions.slice(0, SHOWN))}
      {older.length > 0 && (
        <details className="group border-t border-line">
          <summary className="flex min-h-12 items-center gap-2 px-4 text-sm font-semibold sm:px-5">
            <ChevronDown aria-hidden className="size-4.5 transition-transform group-open:rotate-180" />
            {words.t('versi.all', { n: older.length })}
          </summary>
          {rows(older)}
        </details>
      )}
    </Card>
  )
}
