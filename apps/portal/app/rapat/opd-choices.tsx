import type { OpdView, PokjaChoice } from '@mufakat/services'
import { Button, Choice, classes, Input } from '@mufakat/ui'
import { type FormEvent, useId, useRef, useState } from 'react'
import { useHydrated } from '~/frame/hydrated'
import { useWords } from '~/frame/words'

interface OpdChoicesProps {
  readonly opd: readonly Pick<OpdView, 'id' | 'shortName' | 'name' | 'aliases'>[]
  readonly chosen: readonly string[]
  readonly pokja: readonly PokjaChoice[]
  /** Words that no other page needs. */
  readonly texts: { readonly invite: string; readonly fill: string }
}

/**
 * Which OPD are invited: boxes to tick, with a search and "choose all" where script runs. A ticked pokja ticks its OPD;
 * without script the form is sent for that (`maksud`), and comes back with them.
 */
export function OpdChoices({ opd, chosen, pokja, texts }: OpdChoicesProps) {
  const words = useWords()
  const hydrated = useHydrated()
  const id = useId()
  const box = useRef<HTMLFieldSetElement>(null)
  const [count, setCount] = useState(chosen.length)
  const [query, setQuery] = useState('')
  const wanted = query.trim().toLowerCase()

  const inputs = () => [...(box.current?.querySelectorAll<HTMLInputElement>('input[name="opd"]') ?? [])]
  const recount = () => setCount(inputs().filter(input => input.checked).length)
  const follow = ({ target }: FormEvent) => {
    const { name, value, checked } = target as HTMLInputElement
    const opdIds = name === 'pokja' && pokja.find(one => one.id === value)?.opdIds
    if (opdIds) for (const input of inputs()) if (opdIds.includes(input.value)) input.checked = checked
    recount()
  }
  const tickAll = (checked: boolean) => {
    for (const input of inputs()) input.checked = checked
    recount()
  }

  return (
    <fieldset ref={box} onChange={follow}>
      <legend className="sr-only">{words.t('rapat.field.invited')}</legend>
      {pokja.length > 0 && (
        <fieldset className="mb-3 flex flex-wrap items-center gap-1">
          <legend className="text-sm font-semibold">{texts.invite}</legend>
          {pokja.map(one => (
            <Choice
              key={one.id}
              name="pokja"
              value={one.id}
              label={`${one.shortName} (${one.opdIds.length})`}
            />
          ))}
          {!hydrated && (
            <Button type="submit" kind="secondary" size="sm" name="maksud" value="pokja">
              {texts.fill}
            </Button>
          )}
        </fieldset>
      )}
      {hydrated && (
        <div className="mb-3 flex flex-wrap items-center gap-2">
          <label htmlFor={id} className="sr-only">
            {words.t('rapat.field.invited.filter')}
          </label>
          <Input
            id={id}
            type="search"
            value={query}
            placeholder={words.t('rapat.field.invited.filter')}
            onChange={event => {
              event.stopPropagation()
              setQuery(event.target.value)
            }}
            onKeyDown={event => event.key === 'Enter' && event.preventDefault()}
            className="sm:max-w-64"
          />
          <Button kind="quiet" size="sm" onClick={() => tickAll(true)}>
            {words.t('rapat.field.invited.all')}
          </Button>
          <Button kind="quiet" size="sm" onClick={() => tickAll(false)}>
            {words.t('rapat.field.invited.none')}
          </Button>
          <span role="status" className="ml-auto text-sm text-ink-2">
            {words.t('rapat.field.invited.count', { n: count })}
          </span>
        </div>
      )}
      <div className="-mx-1 grid max-h-96 overflow-y-auto rounded-md border border-line p-1 sm:grid-cols-2 lg:grid-cols-3">
        {opd.map(one => {
          const hidden =
            wanted !== '' && !`${one.shortName} ${one.name} ${one.aliases}`.toLowerCase().includes(wanted)
          return (
            <Choice
              key={one.id}
              name="opd"
              value={one.id}
              defaultChecked={chosen.includes(one.id)}
              label={one.shortName}
              note={one.name === one.shortName ? undefined : one.name}
              className={classes(hidden && 'hidden')}
            />
          )
        })}
      </div>
    </fieldset>
  )
}
