import type { CardView, ChangedField } from '@mufakat/services'
import { Button, IconButton, Input } from '@mufakat/ui'
import { Check, X } from 'lucide-react'
import { type FormEvent, useEffect, useRef } from 'react'
import { useAllWords } from '~/frame/words'
import { needsReason, standingValue } from './fields'
import { ValueField } from './value-field'

/** A cell that is being changed: Enter writes it, Escape leaves it as it was. */
export function CellEditor({
  card,
  field,
  onSave,
  onCancel,
}: {
  card: CardView
  field: ChangedField
  onSave: (value: string, reason: string) => void
  onCancel: () => void
}) {
  const words = useAllWords()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('[name="value"]')?.focus(), [])
  const label = words.t('tampilan.edit', {
    column: words.t(`tampilan.column.${field}`),
    title: card.title || words.t('tl.untitled'),
  })
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    onSave(String(data.get('value') ?? ''), String(data.get('reason') ?? ''))
  }
  return (
    <form
      ref={form}
      aria-label={label}
      onSubmit={send}
      onKeyDown={event => {
        event.stopPropagation()
        if (event.key === 'Escape') onCancel()
        // A select takes Enter for itself in some browsers.
        if (event.key === 'Enter' && event.target instanceof HTMLSelectElement) {
          event.preventDefault()
          event.currentTarget.requestSubmit()
        }
      }}
      className="grid min-w-44 gap-1.5"
    >
      <ValueField id={`ubah-${card.id}`} field={field} value={standingValue(card, field)} label={label} />
      {needsReason(field) && (
        <Input
          name="reason"
          required
          maxLength={1_000}
          aria-label={words.t('tampilan.edit.reason')}
          placeholder={words.t('tampilan.edit.reason')}
        />
      )}
      <div className="flex items-center gap-1">
        <Button type="submit" size="sm">
          <Check aria-hidden />
          {words.t('tampilan.edit.save')}
        </Button>
        <IconButton label={words.t('action.cancel')} onClick={onCancel}>
          <X aria-hidden />
        </IconButton>
      </div>
    </form>
  )
}
