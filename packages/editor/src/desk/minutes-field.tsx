import { setItemMinutes } from '@mufakat/doc-model'
import { parseDuration } from '@mufakat/domain'
import { useId, useState } from 'react'
import { useDesk, useValue } from './hooks'

/** Planned length of an item. Reads "90m", "1,5j", "1:30" or "45 menit"; shows minutes in words. */
export function MinutesField({
  itemId,
  place,
  minutes,
}: {
  itemId: string
  place: number
  minutes: number | null
}) {
  const desk = useDesk()
  const { words } = desk
  const editable = useValue(desk.editable)
  const [typed, setTyped] = useState<string | null>(null)
  const [bad, setBad] = useState(false)
  const help = useId()
  const shown = minutes === null ? '' : words.t('notula.minutes', { n: minutes })

  const commit = () => {
    if (typed === null) return
    const value = typed.trim() === '' ? null : parseDuration(typed)
    if (value === null && typed.trim() !== '') {
      setBad(true)
      return
    }
    setBad(false)
    setTyped(null)
    if (value !== minutes) setItemMinutes(desk.doc, itemId, value)
  }

  return (
    <span className="nt-item-minutes">
      <input
        className="nt-meta-field nt-minutes-field"
        type="text"
        inputMode="text"
        enterKeyHint="done"
        maxLength={12}
        size={9}
        readOnly={!editable}
        aria-label={words.t('editor.item.minutes', { n: place })}
        aria-invalid={bad}
        aria-describedby={bad ? help : undefined}
        title={words.t('editor.item.minutes.hint')}
        placeholder={words.t('editor.item.minutes.none')}
        value={typed ?? shown}
        onFocus={event => event.target.select()}
        onChange={event => {
          setTyped(event.target.value)
          setBad(false)
        }}
        onBlur={commit}
        onKeyDown={event => {
          if (event.key === 'Enter') commit()
          if (event.key === 'Escape') {
            setTyped(null)
            setBad(false)
          }
        }}
      />
      {bad && (
        <span id={help} role="alert" className="nt-field-error">
          {words.t('editor.item.minutes.bad')}
        </span>
      )}
    </span>
  )
}
