import { REGION_LICENCE } from '@mufakat/domain'
import { buttonClass, Card, CardHead } from '@mufakat/ui'
import { Download } from 'lucide-react'
import { useAllWords } from '~/frame/words'

const FORMATS = ['csv', 'json'] as const

/** Files of open data, and under what they may be passed on. */
export function OpenFiles({ name, stem }: { name: string; stem: string }) {
  const words = useAllWords()
  return (
    <Card as="section" aria-labelledby="unduh" className="screen-only">
      <CardHead id="unduh" title={words.t('data.files')} />
      <div className="grid gap-3 p-4 sm:p-5">
        <p className="text-sm text-ink-2">{words.t('data.files.help')}</p>
        <div className="flex flex-wrap gap-2">
          {FORMATS.map(format => (
            <a
              key={format}
              href={`${stem}.${format}`}
              aria-label={words.t('data.files.of', { name, format: format.toUpperCase() })}
              className={buttonClass('secondary')}
            >
              <Download aria-hidden />
              {format.toUpperCase()}
            </a>
          ))}
        </div>
        <p className="text-xs text-ink-2">
          {words.t('data.licence')}{' '}
          <a href={REGION_LICENCE.url} rel="license" className="inline-block min-h-6">
            {REGION_LICENCE.id}
          </a>
        </p>
      </div>
    </Card>
  )
}
