import { REPEATS } from '@mufakat/domain'
import { buttonClass, Input, Select } from '@mufakat/ui'
import { Link } from '@remix-run/react'
import { Archive } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { ButtonForm } from './button-form'
import { useCard } from './card-context'
import { EditField, EditForm } from './edit-form'
import { Section } from './section'

/** Whether the card comes again, and, below, the way to put it away: for cards that no rapat has decided. */
export function RepeatSection() {
  const words = useAllWords()
  const { page } = useCard()
  const { repeat, rights, source } = page
  if (source !== null) return null
  const { every, day, newestId } = repeat
  return (
    <Section id="berkala" title={words.t('kartu.repeat')}>
      <p className={every === null ? 'text-ink-2' : undefined}>
        {every === null
          ? words.t('kartu.repeat.never')
          : words.t(`kartu.repeat.on.${every}`, { day: day ?? 1 })}
      </p>
      {newestId !== null && (
        <Link
          to={`/tindak-lanjut/${newestId}`}
          className="inline-flex min-h-11 w-fit items-center font-semibold"
        >
          {words.t('kartu.repeat.newer')}
        </Link>
      )}
      {rights.repeats && newestId === null && (
        <EditForm
          name="berkala"
          what={words.t('kartu.repeat.what')}
          now={{ every: every ?? '', day: String(day ?? 1) }}
        >
          <p className="text-sm text-ink-2">{words.t('kartu.repeat.help')}</p>
          <EditField
            name="every"
            label={words.t('kartu.repeat.every')}
            show={code => words.lookup(`kartu.repeat.${code}`, words.t('kartu.repeat.never.choice'))}
          >
            {control => (
              <Select {...control}>
                <option value="">{words.t('kartu.repeat.never.choice')}</option>
                {REPEATS.map(code => (
                  <option key={code} value={code}>
                    {words.t(`kartu.repeat.${code}`)}
                  </option>
                ))}
              </Select>
            )}
          </EditField>
          <EditField name="day" label={words.t('kartu.repeat.day')} help={words.t('kartu.repeat.day.help')}>
            {control => <Input {...control} type="number" inputMode="numeric" min={1} max={31} step={1} />}
          </EditField>
        </EditForm>
      )}
      {rights.removes && (
        <ButtonForm name="singkirkan" className="grid gap-1 border-t border-line pt-3">
          <button type="submit" className={buttonClass('secondary', 'sm', 'w-fit')}>
            <Archive aria-hidden className="size-4" />
            {words.t('kartu.remove')}
          </button>
          <p className="text-xs text-ink-2">{words.t('kartu.remove.help')}</p>
        </ButtonForm>
      )}
    </Section>
  )
}
