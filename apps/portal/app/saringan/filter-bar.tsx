import { type CardFilter, FILTER_NAMES, filterParams } from '@mufakat/domain'
import { Button, buttonClass, Choice, Field, Input } from '@mufakat/ui'
import { Form, Link, useSearchParams, useSubmit } from '@remix-run/react'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useAllWords } from '~/frame/words'
import { type FilterChoices, MoreFilters } from './more-filters'

/** Typing goes on while this passes; what stands there then is looked for. */
const PAUSE_MS = 500

/** Names beside the filter that belong to a page of it, not to what is looked for. */
const OF_A_PAGE = ['hal', 'sesudah']

/** Without what is empty: an address says nothing that is not looked for. */
function said(form: HTMLFormElement): FormData {
  const data = new FormData(form)
  for (const [name, value] of [...data]) if (value === '') data.delete(name)
  return data
}

const isTyped = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement && (target.type === 'search' || target.type === 'date')

/** Finds the same control in a bar that was drawn anew. */
const oneLike = ({ type, name, value }: HTMLInputElement | HTMLSelectElement): string =>
  type === 'checkbox' ? `[name="${name}"][value="${value}"]` : `[name="${name}"]`

/** What is looked for, in every view of the same cards; all of it stands in the address. */
export function FilterBar({
  path,
  filter,
  hasOpd,
  choices,
  children,
  looks = 0,
}: {
  path: string
  filter: CardFilter
  /** Whether anything can be of this person's OPD. */
  hasOpd: boolean
  choices: FilterChoices
  /** More of this view's own, among the further choices. */
  children?: ReactNode
  /** How many of those are not as usual. */
  looks?: number
}) {
  const words = useAllWords()
  const submit = useSubmit()
  const [params] = useSearchParams()
  const [isOpen, setOpen] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  useEffect(() => () => clearTimeout(timer.current), [])
  const bar = useRef<HTMLFormElement>(null)
  /** The control that was used last, as `oneLike` finds it. */
  const last = useRef('')
  const names = new Set<string>([...FILTER_NAMES, ...OF_A_PAGE])
  // Controls of the view itself, among the children, say their own.
  const kept = children ? [] : [...params].filter(([name]) => !names.has(name))
  const asked = filterParams(filter)
  const drawn = asked
    .filter(([name]) => !['q', 'dari', 'sampai'].includes(name))
    .flat()
    .join(' ')
  // What is drawn anew by its own use has lost the focus, which comes back to it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever something was chosen
  useEffect(() => {
    if (last.current !== '' && document.activeElement === document.body)
      bar.current?.querySelector<HTMLElement>(last.current)?.focus({ preventScroll: true })
  }, [params])

  const onChange = (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget
    const { target } = event
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement)
      last.current = oneLike(target)
    const send = () => submit(said(form), { action: path, replace: true, preventScrollReset: true })
    clearTimeout(timer.current)
    if (isTyped(target)) {
      timer.current = setTimeout(send, PAUSE_MS)
      return
    }
    // Work is either of the OPD or of the person.
    if (target instanceof HTMLInputElement && target.name === 'milik' && target.checked)
      for (const other of form.querySelectorAll<HTMLInputElement>('input[name="milik"]'))
        other.checked = other === target
    send()
  }

  return (
    <Form
      // A filter that came another way starts the boxes anew; typing does not.
      key={drawn}
      ref={bar}
      role="search"
      aria-label={words.t('tampilan.filter')}
      action={path}
      className="screen-only mb-3 flex flex-wrap items-center gap-x-1 gap-y-1.5 sm:gap-2"
      onChange={onChange}
      onSubmit={() => clearTimeout(timer.current)}
    >
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field
        id="q"
        label={words.t('tampilan.search')}
        labelHidden
        className="min-w-0 basis-full sm:max-w-64 sm:flex-1 sm:basis-44"
      >
        <Input
          id="q"
          type="search"
          name="q"
          maxLength={100}
          defaultValue={filter.text}
          placeholder={words.t('tampilan.search')}
        />
      </Field>
      <Choice
        name="milik"
        value="pribadi"
        defaultChecked={filter.whose === 'pribadi'}
        label={words.t('tampilan.whose.pribadi')}
      />
      {hasOpd && (
        <Choice
          name="milik"
          value="saya"
          defaultChecked={filter.whose === 'opd'}
          label={words.t('tampilan.whose.opd')}
        />
      )}
      <Choice name="terlambat" value="ya" defaultChecked={filter.isLate} label={words.t('tampilan.late')} />
      <Choice
        name="verifikasi"
        value="ya"
        defaultChecked={filter.isToVerify}
        label={words.t('tampilan.verify')}
      />
      <MoreFilters filter={filter} choices={choices} looks={looks} isOpen={isOpen} onOpen={setOpen}>
        {children}
      </MoreFilters>
      {/* Never there with script: what goes when the page wakes up moves the rest from under a finger. */}
      <noscript>
        <Button type="submit" kind="secondary">
          {words.t('action.apply')}
        </Button>
      </noscript>
      {asked.length > 0 && (
        <Link to={path} className={buttonClass('quiet', 'sm')}>
          {words.t('action.reset')}
        </Link>
      )}
    </Form>
  )
}
