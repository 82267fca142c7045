import { Choice } from '@mufakat/ui'
import { useFieldErrorKeys } from './field-errors'
import { useWords } from './words'

/** Asks, below a form that came back because of it, whether a number like a NIK may stand there. */
export function NikConfirm() {
  const words = useWords()
  if (!useFieldErrorKeys().includes('nik')) return null
  return (
    <Choice
      name="nik"
      value="ya"
      label={words.t('nik.confirm')}
      note={words.t('nik.confirm.note')}
      className="border border-warn-line bg-warn-soft"
    />
  )
}
