import type { Words } from '@mufakat/i18n'
import type { RiwayatEntry } from '@mufakat/services'
import { Avatar, Card, CardHead, Empty } from '@mufakat/ui'
import { ChevronDown, History } from 'lucide-react'
import { useAllWords } from '~/frame/words'

/** Codes become words where there are some; what is not known is shown as it was recorded. */
function detailsOf(entry: RiwayatEntry, words: Words): string | null {
  const { from, to, fields } = entry.details
  if (typeof from === 'string' && typeof to === 'string') {
    const word = (code: string) => words.lookup(`status.rapat.${code}`, code)
    return `${word(from)} → ${word(to)}`
  }
  if (Array.isArray(fields)) {
    return fields.map(field => words.lookup(`riwayat.field.${field}`, String(field))).join(', ')
  }
  return null
}

/** More than these wait behind a button. */
const SHOWN = 20

function EntryList({ entries, now }: { entries: readonly RiwayatEntry[]; now: Date }) {
  const words = useAllWords()
  return (
    <ol className="divide-y divide-line">
      {entries.map(entry => {
        const who = entry.actor?.name ?? words.t('riwayat.system')
        const details = detailsOf(entry, words)
        return (
          <li key={entry.id} className="keep-together flex items-start gap-3 px-4 py-3 sm:px-5">
            <span className="print:hidden">
              <Avatar name={who} />
            </span>
            <div className="min-w-0 flex-1">
              <p className="font-medium">
                {words.lookup(
                  `riwayat.${entry.action}`,
                  words.t('riwayat.unknown', { action: entry.action }),
                )}
                {details && <span className="font-normal text-ink-2"> · {details}</span>}
              </p>
              <p className="text-sm text-ink-2">
                {who} ·{' '}
                <time dateTime={entry.at.toISOString()} title={words.relative(entry.at, now)}>
                  {words.dateTime(entry.at)}
                </time>
              </p>
            </div>
          </li>
        )
      })}
    </ol>
  )
}

/** Who changed what about the rapat. */
export function Entries({ entries, now }: { entries: readonly RiwayatEntry[]; now: Date }) {
  const words = useAllWords()
  const older = entries.slice(SHOWN)
  return (
    <Card as="section" aria-labelledby="catatan">
      <CardHead id="catatan" title={words.t('riwayat.entries')} />
      {entries.length === 0 ? (
        <Empty icon={History} title={words.t('riwayat.empty')} help={words.t('riwayat.empty.help')} />
      ) : (
        <>
          <EntryList entries={entries.slice(0, SHOWN)} now={now} />
          {older.length > 0 && (
            <details className="group border-t border-line">
              <summary className="flex min-h-12 cursor-pointer items-center gap-2 px-4 text-sm font-semibold sm:px-5">
                <ChevronDown aria-hidden className="size-4.5 transition-transform group-open:rotate-180" />
                {words.t('riwayat.entries.older', { n: older.length })}
              </summary>
              <EntryList entries={older} now={now} />
            </details>
          )}
        </>
      )}
    </Card>
  )
}
