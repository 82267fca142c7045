import type { KeptPaperView } from '@mufakat/services'
import { buttonClass, Card, CardHead } from '@mufakat/ui'
import { Download, Stamp } from 'lucide-react'
import { sizeIn } from '~/berkas/kinds'
import { useAllWords } from '~/frame/words'
import { useRapat } from '~/rapat/rapat-context'

/** The PDF of what was ratified, made once; the latest first. */
export function KeptCard({ kept }: { kept: readonly KeptPaperView[] }) {
  const words = useAllWords()
  const { id } = useRapat()
  return (
    <Card as="section" aria-labelledby="resmi">
      <CardHead id="resmi" level={3} title={words.t('kertas.kept')} />
      <p className="px-4 pt-3 text-sm text-ink-2 sm:px-5">{words.t('kertas.kept.help')}</p>
      <ul className="divide-y divide-line">
        {kept.map(({ number, ratifiedAt, file }) => {
          const name =
            number === 0 ? words.t('kertas.kept.notula') : words.t('kertas.kept.koreksi', { n: number })
          return (
            <li key={number} className="flex flex-wrap items-center gap-3 px-4 py-4 sm:px-5">
              <Stamp aria-hidden className="size-5 flex-none text-accent" />
              <div className="min-w-0 flex-1 basis-56">
                <p className="font-semibold">{name}</p>
                {file === null ? (
                  <p className="text-sm text-ink-2">{words.t('kertas.kept.waiting')}</p>
                ) : (
                  <>
                    <p className="text-sm text-ink-2">
                      {words.t('kertas.kept.at', {
                        at: words.dateTime(ratifiedAt),
                        size: sizeIn(words, file.size),
                      })}
                    </p>
                    <p className="font-mono text-xs break-all text-ink-2">
                      {words.t('kertas.kept.hash', { hash: file.sha256 })}
                    </p>
                  </>
                )}
              </div>
              {file !== null && (
                <a
                  href={`/kertas/${id}/resmi-${number}`}
                  aria-label={words.t('kertas.download', { kind: name, format: 'PDF' })}
                  className={buttonClass(number === kept[0]?.number ? 'primary' : 'secondary')}
                >
                  <Download aria-hidden />
                  {words.t('kertas.download.short')}
                </a>
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
