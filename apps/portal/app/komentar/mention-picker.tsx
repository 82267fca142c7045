import { Button, Field, Select } from '@mufakat/ui'
import { type RefObject, useRef } from 'react'

/**
 * Puts the name of somebody into a text, at its caret. Chosen and put in are two steps: who chooses by keys passes over
 * every name on the way.
 */
export function MentionPicker({
  id,
  area,
  names,
  words,
}: {
  id: string
  area: RefObject<HTMLTextAreaElement>
  names: readonly string[]
  words: { label: string; hint: string; none: string; insert: string }
}) {
  const choice = useRef<HTMLSelectElement>(null)
  const insert = () => {
    const name = choice.current?.value ?? ''
    if (area.current === null || name === '') return
    area.current.setRangeText(`@${name} `, area.current.selectionStart, area.current.selectionEnd, 'end')
    area.current.focus()
  }
  return (
    <div className="flex flex-wrap items-end gap-2">
      <Field id={id} label={words.label} hint={words.hint} className="min-w-0 max-w-xs flex-1 basis-52">
        <Select ref={choice} id={id} defaultValue="">
          <option value="">{words.none}</option>
          {names.map(name => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      </Field>
      <Button kind="secondary" onClick={insert}>
        {words.insert}
      </Button>
    </div>
  )
}
