import { Button, buttonClass, Card, CardHead, Field, Select } from '@mufakat/ui'
import { Download, FileDown } from 'lucide-react'
import { useAllWords } from '~/frame/words'

const FORMATS = ['xlsx', 'csv'] as const

interface ExportCardProps {
  readonly choices: {
    readonly years: readonly number[]
    readonly indicators: readonly { readonly id: string; readonly name: string }[]
  }
}

/** What holds, to be taken out, and how a file has to look. Taking out leaves an entry: it is sent. */
export function ExportCard({ choices }: ExportCardProps) {
  const words = useAllWords()
  return (
    <Card as="section" aria-labelledby="unduh" className="screen-only">
      <CardHead id="unduh" title={words.t('impor-nilai.export')} />
      <form method="post" className="grid gap-4 p-4 sm:p-5">
        <p className="text-sm text-ink-2">{words.t('impor-nilai.export.help')}</p>
        <div className="grid gap-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
          <Field id="tahun" label={words.t('impor-nilai.export.year')}>
            <Select id="tahun" name="tahun">
              <option value="">{words.t('impor-nilai.export.year.all')}</option>
              {choices.years.map(year => (
                <option key={year} value={year}>
                  {year}
                </option>
              ))}
            </Select>
          </Field>
          <Field id="indikator" label={words.t('impor-nilai.export.indicator')}>
            <Select id="indikator" name="indikator">
              <option value="">{words.t('impor-nilai.export.indicator.all')}</option>
              {choices.indicators.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <div className="flex flex-wrap gap-2">
          {FORMATS.map(format => (
            <Button key={format} type="submit" kind="secondary" formAction={`/target/impor/nilai.${format}`}>
              <Download aria-hidden />
              {words.t('impor-nilai.export.as', { format: format.toUpperCase() })}
            </Button>
          ))}
        </div>
      </form>
      <div className="grid gap-3 border-t border-line p-4 sm:p-5">
        <h3 className="text-sm font-semibold">{words.t('impor-nilai.columns')}</h3>
        <p className="text-sm text-ink-2">{words.t('impor-nilai.columns.help')}</p>
        <div className="flex flex-wrap gap-2">
          {FORMATS.map(format => (
            <a
              key={format}
              href={`/target/impor/contoh.${format}`}
              aria-label={words.t('impor-nilai.example.as', { format: format.toUpperCase() })}
              className={buttonClass('quiet', 'sm')}
            >
              <FileDown aria-hidden />
              {words.t('impor-nilai.example')} {format.toUpperCase()}
            </a>
          ))}
        </div>
      </div>
    </Card>
  )
}
