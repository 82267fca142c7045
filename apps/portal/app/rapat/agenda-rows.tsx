import { agendaLoad, parseDuration } from '@mufakat/domain'
import { Button, describe, Field, IconButton, Input, useToast } from '@mufakat/ui'
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useFieldErrors } from '~/frame/field-errors'
import { useHydrated } from '~/frame/hydrated'
import { useWords } from '~/frame/words'
import type { TypedAgendaRow } from './schedule-form.server'

/** Two empty rows stand below for those whose browser runs no script; empty rows are left out on saving. */
const SPARE = [
  { title: '', minutes: '', presenter: '' },
  { title: '', minutes: '', presenter: '' },
]

/** The agenda a rapat starts with. Its order, length and presenters are arranged in the document afterwards. */
export function AgendaRows({
  initial,
  presenters,
  plannedMinutes,
}: {
  initial: readonly TypedAgendaRow[]
  presenters: readonly string[]
  plannedMinutes: number | null
}) {
  const words = useWords()
  const error = useFieldErrors()
  const toast = useToast()
  const hydrated = useHydrated()
  const [rows, setRows] = useState(() => initial.map((row, key) => ({ ...row, key })))
  const [next, setNext] = useState(initial.length)
  const shown = hydrated ? rows : [...rows, ...SPARE.map((row, at) => ({ ...row, key: next + at }))]
  const load = agendaLoad(
    rows.map(row => ({ minutes: parseDuration(row.minutes) })),
    plannedMinutes,
  )

  const change = (key: number, part: Partial<TypedAgendaRow>) =>
    setRows(now => now.map(row => (row.key === key ? { ...row, ...part } : row)))
  const swap = (at: number, step: number) =>
    setRows(now => {
      const moved = [...now]
      const [row] = moved.splice(at, 1)
      if (row) moved.splice(at + step, 0, row)
      return moved
    })
  const remove = (at: number) => {
    const row = rows[at]
    if (!row) return
    setRows(now => now.filter(other => other.key !== row.key))
    toast({
      text: words.t('rapat.form.agenda.removed', { title: row.title || words.t('notula.item.untitled') }),
      undo: () => setRows(now => [...now.slice(0, at), row, ...now.slice(at)]),
    })
  }

  return (
    <div className="grid gap-4">
      <p className="text-sm text-ink-2">{words.t('rapat.form.agenda.lead')}</p>
      <datalist id="penyaji">
        {presenters.map(name => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <ol className="grid gap-4 md:gap-2">
        {shown.map((row, at) => {
          const name = (part: string) => `agenda.${at}.${part}`
          const bind = (part: keyof TypedAgendaRow) => ({
            ...describe(name(part), { error: error(name(part)) }),
            name: name(part),
            ...(hydrated
              ? {
                  value: row[part],
                  onChange: (event: { target: { value: string } }) =>
                    change(row.key, { [part]: event.target.value }),
                }
              : { defaultValue: row[part] }),
          })
          return (
            <li
              key={row.key}
              className="grid grid-cols-[2rem_minmax(0,1fr)] items-start gap-x-2 gap-y-2 md:grid-cols-[2rem_minmax(0,1fr)_6rem_13rem_auto]"
            >
              <span
                aria-hidden
                className="grid h-11 place-items-center font-bold text-accent-strong tabular-nums"
              >
                {at + 1}
              </span>
              <Field
                id={name('title')}
                label={`${words.t('rapat.form.agenda.row', { n: at + 1 })}: ${words.t('rapat.form.agenda.title')}`}
                labelHidden
                error={error(name('title'))}
              >
                <Input {...bind('title')} placeholder={words.t('rapat.form.agenda.title')} maxLength={500} />
              </Field>
              <div className="col-start-2 grid grid-cols-[6rem_minmax(0,1fr)] gap-2 md:contents">
                <Field
                  id={name('minutes')}
                  label={`${words.t('rapat.form.agenda.row', { n: at + 1 })}: ${words.t('rapat.form.agenda.minutes')}`}
                  labelHidden
                  error={error(name('minutes'))}
                >
                  <Input
                    {...bind('minutes')}
                    placeholder={words.t('rapat.form.agenda.minutes')}
                    autoComplete="off"
                  />
                </Field>
                <Field
                  id={name('presenter')}
                  label={`${words.t('rapat.form.agenda.row', { n: at + 1 })}: ${words.t('rapat.form.agenda.presenter')}`}
                  labelHidden
                  error={error(name('presenter'))}
                >
                  <Input
                    {...bind('presenter')}
                    placeholder={words.t('rapat.form.agenda.presenter')}
                    list="penyaji"
                    maxLength={200}
                  />
                </Field>
              </div>
              {hydrated && (
                <div className="col-start-2 -mt-1 flex md:col-start-auto md:mt-0">
                  <IconButton
                    label={words.t('rapat.form.agenda.up', { n: at + 1 })}
                    disabled={at === 0}
                    onClick={() => swap(at, -1)}
                  >
                    <ArrowUp aria-hidden />
                  </IconButton>
                  <IconButton
                    label={words.t('rapat.form.agenda.down', { n: at + 1 })}
                    disabled={at === rows.length - 1}
                    onClick={() => swap(at, 1)}
                  >
                    <ArrowDown aria-hidden />
                  </IconButton>
                  <IconButton
                    label={words.t('rapat.form.agenda.remove', { n: at + 1 })}
                    onClick={() => remove(at)}
                  >
                    <Trash2 aria-hidden />
                  </IconButton>
                </div>
              )}
            </li>
          )
        })}
      </ol>
      {hydrated && (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <Button
            kind="secondary"
            size="sm"
            onClick={() => {
              setRows(now => [...now, { title: '', minutes: '', presenter: '', key: next }])
              setNext(next + 1)
            }}
          >
            <Plus aria-hidden />
            {words.t('rapat.form.agenda.add')}
          </Button>
          <p role="status" className="text-sm text-ink-2 tabular-nums">
            {plannedMinutes === null
              ? words.t('notula.total', { total: words.duration(load.total) })
              : words.t('rapat.form.agenda.total', {
                  total: words.duration(load.total),
                  planned: words.duration(plannedMinutes),
                })}
            {load.overrun > 0 && (
              <strong className="ml-2 text-danger-ink">
                {words.t('rapat.form.agenda.over', { n: load.overrun })}
              </strong>
            )}
          </p>
        </div>
      )}
    </div>
  )
}
