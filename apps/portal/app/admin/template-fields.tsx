import type { SettingValue } from '@mufakat/services'
import { useAllWords } from '~/frame/words'
import { LongTextField } from './long-text-field'
import { TextField } from './text-field'

const written = (minutes: number): string => (Number.isNaN(minutes) ? '' : String(minutes))

/** What "Buat rapat" starts from. */
export function TemplateFields({ value }: { value: SettingValue<'rapat-template'> }) {
  const words = useAllWords()
  const agenda = value.agenda.map(item =>
    [item.title, written(item.minutes), item.presenter].join(' | ').replace(/[ |]+$/, ''),
  )
  return (
    <>
      <TextField
        name="title"
        label={words.t('templat.title')}
        help={words.t('templat.title.help')}
        required
        maxLength={250}
        defaultValue={value.title}
      />
      <div className="grid gap-5 sm:grid-cols-3">
        <TextField
          name="startTime"
          type="time"
          label={words.t('templat.start')}
          required
          defaultValue={value.startTime}
        />
        <TextField
          name="plannedMinutes"
          label={words.t('templat.minutes')}
          required
          maxLength={20}
          defaultValue={written(value.plannedMinutes)}
        />
        <TextField name="place" label={words.t('templat.place')} maxLength={300} defaultValue={value.place} />
      </div>
      <LongTextField
        name="agenda"
        label={words.t('templat.agenda')}
        help={words.t('templat.agenda.help')}
        rows={agenda.length + 2}
        maxLength={60_000}
        defaultValue={agenda.join('\n')}
      />
    </>
  )
}
