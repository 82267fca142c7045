import type { TableName } from '@mufakat/services'
import { Button, buttonClass } from '@mufakat/ui'
import { Download, FileDown } from 'lucide-react'
import { useAllWords } from '~/frame/words'

const FORMATS = ['xlsx', 'csv'] as const

/** What there is now, and an example, in either format. Taking out what there is leaves an entry: it is sent. */
export function TableFiles({ table }: { table: TableName }) {
  const words = useAllWords()
  const name = words.t(`tabel.name.${table}`)
  const label = (what: string, format: string) =>
    words.t('tabel.download', { what, name, format: format.toUpperCase() })
  return (
    <div className="screen-only grid gap-x-8 gap-y-3 sm:flex sm:flex-wrap">
      <div className="flex flex-wrap items-center gap-2">
        <span className="w-full text-sm font-semibold sm:w-auto">{words.t('tabel.export')}</span>
        {FORMATS.map(format => (
          <form key={format} method="post" action={`/admin/impor/${table}/${table}.${format}`}>
            <Button
              type="submit"
              kind="secondary"
              size="sm"
              aria-label={label(words.t('tabel.export'), format)}
            >
              <Download aria-hidden />
              {format.toUpperCase()}
            </Button>
          </form>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <span className="w-full text-sm font-semibold sm:w-auto">{words.t('tabel.example')}</span>
        {FORMATS.map(format => (
          <a
            key={format}
            href={`/admin/impor/${table}/contoh-${table}.${format}`}
            aria-label={label(words.t('tabel.example'), format)}
            className={buttonClass('quiet', 'sm')}
          >
            <FileDown aria-hidden />
            {format.toUpperCase()}
          </a>
        ))}
      </div>
    </div>
  )
}
