import type { CardView, ChangedField } from '@mufakat/services'
import { Button, Field, Input, Select } from '@mufakat/ui'
import { useState } from 'react'
import { useAllWords } from '~/frame/words'
import { EDITED, needsReason } from './fields'
import type { Changes } from './use-changes'
import { ValueField } from './value-field'

/** What is done to all that are selected: one field, one value, one reason. */
export function BulkBar({
  cards,
  total,
  changes,
  onClear,
}: {
  cards: readonly CardView[]
  /** Of all pages; null: there is but one. */
  total: number | null
  changes: Changes
  onClear: () => void
}) {
  const words = useAllWords()
  const [field, setField] = useState<ChangedField>('status')
  return (
    <section
      aria-label={words.t('tampilan.bulk')}
      className="screen-only sticky bottom-2 z-20 mx-2 mb-2 rounded-md border border-accent bg-surface p-3 shadow-2"
    >
      <form
        className="grid items-end gap-2 sm:flex sm:flex-wrap"
        onSubmit={event => {
          event.preventDefault()
          const data = new FormData(event.currentTarget)
          changes.change(cards, field, String(data.get('value') ?? ''), String(data.get('reason') ?? ''))
        }}
      >
        <p className="min-h-11 content-center text-sm sm:max-w-40" role="status">
          <span className="font-semibold">{words.t('tampilan.selected', { n: cards.length })}</span>
          {total !== null && (
            <span className="block text-xs text-ink-2">{words.t('tampilan.selected.page', { total })}</span>
          )}
        </p>
        <Field id="massal-apa" label={words.t('tampilan.bulk.what')}>
          <Select
            id="massal-apa"
            value={field}
            onChange={event => setField(event.target.value as ChangedField)}
          >
            {EDITED.map(one => (
              <option key={one} value={one}>
                {words.t(`tampilan.column.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field id="massal-nilai" label={words.t('tampilan.bulk.value')}>
          <ValueField key={field} id="massal-nilai" field={field} value="" />
        </Field>
        {needsReason(field) && (
          <Field id="massal-alasan" label={words.t('tampilan.edit.reason')} className="sm:min-w-56 sm:flex-1">
            <Input id="massal-alasan" name="reason" required maxLength={1_000} />
          </Field>
        )}
        <Button type="submit" busy={changes.isBusy}>
          {words.t('tampilan.bulk.apply', { n: cards.length })}
        </Button>
        <Button kind="quiet" onClick={onClear}>
          {words.t('tampilan.select.clear')}
        </Button>
      </form>
    </section>
  )
}
