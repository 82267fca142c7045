import { type CardFilter, PRIORITIES, STRATEGIES, TINDAK_LANJUT_STATUSES } from '@mufakat/domain'
import { Field, Input, Select } from '@mufakat/ui'
import { SlidersHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'
import { useAllWords } from '~/frame/words'

/** What a filter may name. */
export interface FilterChoices {
  readonly opd: readonly { readonly id: string; readonly shortName: string; readonly active: boolean }[]
  readonly rapat: readonly { readonly id: string; readonly title: string }[]
}

type Option = readonly [value: string, name: string]

function Chosen({
  name,
  label,
  all,
  value,
  options,
}: {
  name: string
  label: string
  all: string
  value: string | null
  options: readonly Option[]
}) {
  return (
    <Field id={`saring-${name}`} label={label} className="min-w-0">
      <Select id={`saring-${name}`} name={name} defaultValue={value ?? ''}>
        <option value="">{all}</option>
        {options.map(([code, said]) => (
          <option key={code} value={code}>
            {said}
          </option>
        ))}
      </Select>
    </Field>
  )
}

/** What is looked for less often. */
export function MoreFilters({
  filter,
  choices,
  looks,
  isOpen,
  onOpen,
  children,
}: {
  filter: CardFilter
  choices: FilterChoices
  looks: number
  /** Kept by who shows it: a choice draws all of this anew. */
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  children?: ReactNode
}) {
  const words = useAllWords()
  const filters = [
    filter.opdId,
    filter.status,
    filter.priority,
    filter.strategy,
    filter.rapatId,
    filter.dueFrom,
    filter.dueTo,
  ].filter(value => value !== null).length
  const used = filters + looks
  const name = words.t(children ? 'tampilan.more.look' : 'tampilan.more')
  return (
    <details
      className="group open:order-last open:basis-full"
      open={isOpen}
      onToggle={event => onOpen(event.currentTarget.open)}
    >
      <summary className="inline-flex min-h-11 items-center gap-1.5 rounded-md px-3 text-sm font-semibold text-accent-strong hover:bg-neutral-soft">
        <SlidersHorizontal aria-hidden className="size-4" />
        {used > 0 ? words.t('tampilan.more.count', { more: name, n: used }) : name}
      </summary>
      <div className="grid grid-cols-1 gap-2 py-1 sm:grid-cols-2 lg:grid-cols-4">
        <Chosen
          name="opd"
          label={words.t('tampilan.opd')}
          all={words.t('tampilan.opd.all')}
          value={filter.opdId}
          options={choices.opd.map(({ id, shortName }) => [id, shortName])}
        />
        <Chosen
          name="status"
          label={words.t('tampilan.status')}
          all={words.t('tampilan.status.all')}
          value={filter.status}
          options={TINDAK_LANJUT_STATUSES.map(code => [code, words.t(`status.tl.${code}`)])}
        />
        <Chosen
          name="prioritas"
          label={words.t('tampilan.priority')}
          all={words.t('tampilan.priority.all')}
          value={filter.priority}
          options={PRIORITIES.map(code => [code, words.t(`priority.${code}`)])}
        />
        <Chosen
          name="strategi"
          label={words.t('tampilan.strategy')}
          all={words.t('tampilan.strategy.all')}
          value={filter.strategy}
          options={STRATEGIES.map(code => [
            code,
            `${words.t('strategy.label', { code: code.toUpperCase() })}: ${words.t(`strategy.${code}`)}`,
          ])}
        />
        <Chosen
          name="rapat"
          label={words.t('tampilan.rapat')}
          all={words.t('tampilan.rapat.all')}
          value={filter.rapatId}
          options={choices.rapat.map(({ id, title }) => [id, title])}
        />
        <Field id="saring-dari" label={words.t('tampilan.from')}>
          <Input id="saring-dari" type="date" name="dari" defaultValue={filter.dueFrom ?? ''} />
        </Field>
        <Field id="saring-sampai" label={words.t('tampilan.to')}>
          <Input id="saring-sampai" type="date" name="sampai" defaultValue={filter.dueTo ?? ''} />
        </Field>
        {children}
      </div>
    </details>
  )
}
