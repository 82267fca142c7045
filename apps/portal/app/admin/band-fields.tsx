import type { SettingValue } from '@mufakat/services'
import { useAllWords } from '~/frame/words'
import { TextField } from './text-field'

/** The best first; below the last it is Sangat Kurang. */
const BANDS = ['sangat_baik', 'baik', 'cukup', 'kurang'] as const

export function BandFields({ value }: { value: SettingValue<'bands'> }) {
  const words = useAllWords()
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      {BANDS.map(band => (
        <TextField
          key={band}
          name={band}
          label={words.t('daerah.bands.from', { band: words.t(`capaian.band.${band}`) })}
          inputMode="numeric"
          maxLength={3}
          required
          defaultValue={Number.isNaN(value[band]) ? '' : value[band]}
        />
      ))}
    </div>
  )
}
