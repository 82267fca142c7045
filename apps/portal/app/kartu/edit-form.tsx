import { newId } from '@mufakat/kernel'
import { Button, classes, describe, Field, Notice, useToast } from '@mufakat/ui'
import { useFetcher, useRevalidator } from '@remix-run/react'
import { PencilLine, UsersRound } from 'lucide-react'
import {
  createContext,
  type FormEvent,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { NikConfirm } from '~/frame/nik-confirm'
import { useAllWords } from '~/frame/words'
import { useCard } from './card-context'
import type { CardAnswer } from './card-form.server'
import type { FormName } from './form-names'

// Invariants
// 1. What is being typed is never changed by what comes in; a form in which nothing was typed shows what holds.
// 2. A form names what stood there when it was opened, so that the server tells when somebody else was faster. Only after
//    that was shown does it name what stands there now.

type Texts = Readonly<Record<string, string>>

interface Editing {
  readonly id: string
  /** What stood there when the form was opened, and what stands there now. */
  readonly base: Texts
  readonly now: Texts
  readonly typed: Texts | null
  /** What is told to have stood there. */
  readonly was: Texts
}

const EditContext = createContext<Editing | null>(null)

export function useEditing(): Editing {
  const editing = useContext(EditContext)
  if (editing === null) throw new Error('a field outside of EditForm')
  return editing
}

/** What came last of the answers to a form: by script, or to the page as a whole. */
function useAnswer(key: string) {
  const { answer } = useCard()
  const fetcher = useFetcher<CardAnswer>()
  return { fetcher, told: fetcher.data ?? (answer?.form === key ? answer : undefined) }
}

const SUMMARY =
  '-ml-2 inline-flex min-h-11 w-fit items-center gap-1.5 rounded-md px-2 text-sm font-semibold text-accent-strong hover:bg-neutral-soft'

/** At the end of the head of its section, which says what it edits. */
const SUMMARY_OF_SECTION = classes(SUMMARY, 'absolute top-1 right-3 sm:right-4')

const same = (one: Texts, other: Texts): boolean =>
  Object.keys({ ...one, ...other }).every(name => one[name] === other[name])

/**
 * A form that opens below what it changes, and works without script. `what` ends its name: "Ubah uraian".
 * @param now what stands in its fields now, as texts
 */
export function EditForm({
  name,
  what,
  now,
  row,
  summary,
  className,
  isNamed = false,
  summaryClass = isNamed || summary ? SUMMARY : SUMMARY_OF_SECTION,
  isOpenAfter = false,
  children,
}: {
  name: FormName
  what: string
  now: Texts
  /** The one of a list that it changes. */
  row?: string
  summary?: ReactNode
  className?: string
  summaryClass?: string
  /** Says what it edits also where it is seen, not only where it is read out. */
  isNamed?: boolean
  /** Stays open once it was done, for the next one. */
  isOpenAfter?: boolean
  children: ReactNode
}) {
  const words = useAllWords()
  const { commandId } = useCard()
  const id = useId()
  const { fetcher, told } = useAnswer(row === undefined ? name : `${name}:${row}`)
  const { revalidate } = useRevalidator()
  const toast = useToast()
  const details = useRef<HTMLDetailsElement>(null)
  const [base, setBase] = useState(now)
  const [round, setRound] = useState(0)
  const isTyped = useRef(false)
  const isConflict = told?.errors?.form === 'conflict'

  const close = () => {
    if (details.current === null) return
    details.current.open = false
    details.current.querySelector('summary')?.focus()
  }
  const anew = () => {
    isTyped.current = false
    setBase(now)
    setRound(n => n + 1)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again when something else stands there, and then alone
  useEffect(() => {
    if (!isTyped.current && !same(base, now)) anew()
  }, [now])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer
  useEffect(() => {
    if (fetcher.state !== 'idle' || !fetcher.data) return
    if (fetcher.data.errors) return revalidate()
    // What was saved is what the next edit stands on, also when nothing else draws this form again.
    anew()
    toast({ text: words.t('kartu.saved') })
    if (!isOpenAfter) close()
  }, [fetcher.state, fetcher.data])

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (fetcher.state !== 'idle') return
    const filled = new FormData(event.currentTarget)
    filled.set('commandId', newId())
    fetcher.submit(filled, { method: 'post' })
  }
  const cancel = () => {
    anew()
    close()
  }

  const typed = told?.errors && fetcher.data === undefined ? told.typed : null
  return (
    <details ref={details} open={told?.errors ? true : undefined} className={className}>
      <summary aria-label={words.t('kartu.edit', { what })} className={summaryClass}>
        {summary ?? (
          <>
            <PencilLine aria-hidden className="size-4" />
            {isNamed ? words.t('kartu.edit', { what }) : words.t('action.edit')}
          </>
        )}
      </summary>
      <form
        key={round}
        method="post"
        noValidate
        aria-label={words.t('kartu.edit', { what })}
        onSubmit={send}
        onInput={() => {
          isTyped.current = true
        }}
        className="mt-2 grid gap-4 rounded-md border border-line bg-sunken p-3 sm:p-4"
      >
        <input type="hidden" name="maksud" value={name} />
        <input type="hidden" name="commandId" value={commandId} />
        {row && <input type="hidden" name="baris" value={row} />}
        <FieldErrors errors={isConflict ? null : told?.errors}>
          {isConflict && (
            <Notice tone="warn" icon={UsersRound} role="alert">
              {words.t(
                Object.keys(told.errors?.fields ?? {}).length > 0 ? 'kartu.conflict' : 'error.conflict',
              )}
            </Notice>
          )}
          <EditContext.Provider value={{ id, base, now, typed, was: isConflict ? now : base }}>
            {children}
          </EditContext.Provider>
          <NikConfirm />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" busy={fetcher.state !== 'idle'}>
              {words.t('action.save')}
            </Button>
            <Button type="reset" kind="quiet" onClick={cancel}>
              {words.t('action.cancel')}
            </Button>
          </div>
        </FieldErrors>
      </form>
    </details>
  )
}

interface ControlProps {
  readonly id: string
  readonly name: string
  readonly defaultValue: string
  readonly 'aria-invalid': true | undefined
  readonly 'aria-describedby': string | undefined
}

/** A field of an `EditForm`; where somebody else has changed it meanwhile, what stands there now is shown beside it. */
export function EditField({
  name,
  label,
  help,
  show,
  className,
  children,
}: {
  name: string
  label: string
  help?: string
  /** As a person reads it. */
  show?: (value: string) => string
  className?: string
  children: (control: ControlProps) => ReactNode
}) {
  const words = useAllWords()
  const editing = useEditing()
  const errorOf = useFieldErrors()
  const [id, error] = [`${editing.id}-${name}`, errorOf(name)]
  const [now, base, was] = [editing.now[name] ?? '', editing.base[name] ?? '', editing.was[name] ?? '']
  const isOther =
    now !== base || (editing.typed !== null && was === now && editing.typed[`lama.${name}`] !== now)
  return (
    <Field id={id} label={label} help={help} error={error} className={className}>
      <input type="hidden" name={`lama.${name}`} value={was} />
      {children({
        ...describe(id, { error, help }),
        name,
        defaultValue: editing.typed?.[name] ?? base,
      })}
      {isOther && (
        <p
          role="status"
          className="rounded-sm bg-warn-soft px-2 py-1 text-sm whitespace-pre-wrap text-warn-ink"
        >
          {words.t('kartu.other', { value: (show ? show(now) : now) || words.t('kartu.other.empty') })}
        </p>
      )}
    </Field>
  )
}
