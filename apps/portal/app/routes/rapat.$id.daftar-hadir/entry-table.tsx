import { PRESENCES } from '@mufakat/domain'
import type { AttendanceEntry } from '@mufakat/services'
import { buttonClass, type Column, DataTable } from '@mufakat/ui'
import { Form } from '@remix-run/react'
import { Pencil } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { PresenceBadge, presenceIcon } from '~/hadir/presence'
import { useRapat } from '~/rapat/rapat-context'

const anchorOf = ({ key }: AttendanceEntry): string => key.replace(':', '-')
const nameOf = (entry: AttendanceEntry): string => entry.opd?.shortName ?? entry.name ?? ''

function Who({ entry }: { entry: AttendanceEntry }) {
  const words = useAllWords()
  const isOpd = entry.as === null
  return (
    <div id={anchorOf(entry)} className="scroll-mt-24">
      {isOpd ? entry.opd?.shortName : entry.name}
      <span className="block text-sm font-normal text-ink-2">
        {(isOpd
          ? [entry.name ?? words.t('undangan.vacant'), entry.jabatan]
          : [entry.as && words.t(`hadir.as.${entry.as}`), entry.jabatan, entry.agency]
        )
          .filter(Boolean)
          .join(' · ')}
      </span>
      {entry.phone && (
        <a href={`tel:${entry.phone}`} className="inline-flex min-h-8 items-center text-sm tabular-nums">
          {entry.phone}
        </a>
      )}
    </div>
  )
}

function Presence({ entry }: { entry: AttendanceEntry }) {
  const words = useAllWords()
  const isSaid = entry.presence === null || entry.presence === 'izin'
  return (
    <>
      <PresenceBadge presence={entry.presence} />
      {entry.presence === 'diwakilkan' && entry.deputy && (
        <span className="block text-sm text-ink-2">
          {[entry.deputy.name, entry.deputy.jabatan].filter(Boolean).join(', ')}
        </span>
      )}
      {isSaid && entry.rsvp && (
        <span className="block text-sm text-ink-2">
          {words.t('hadir.answered', { answer: words.t(`rsvp.${entry.rsvp}`) })}
          {entry.rsvp === 'diwakilkan' &&
            entry.deputy &&
            ` ${words.t('rsvp.by', { name: entry.deputy.name })}`}
          {entry.rsvpReason && ` – ${entry.rsvpReason}`}
        </span>
      )}
    </>
  )
}

/** One press each; what needs more stands in the form of the line. */
function Marks({ entry }: { entry: AttendanceEntry }) {
  const words = useAllWords()
  const rapat = useRapat()
  const name = nameOf(entry)
  return (
    <div className="flex flex-wrap items-center gap-1">
      <Form method="post" className="contents">
        <input type="hidden" name="maksud" value="tandai" />
        <input type="hidden" name="key" value={entry.key} />
        <input type="hidden" name="revision" value={entry.revision} />
        {PRESENCES.map(presence => {
          const Icon = presenceIcon(presence)
          const label = words.t('hadir.mark.of', { presence: words.t(`presence.${presence}`), name })
          return (
            <button
              key={presence}
              type="submit"
              name="presence"
              value={presence}
              aria-label={label}
              title={label}
              aria-pressed={entry.presence === presence}
              className={buttonClass(
                'quiet',
                'sm',
                'min-w-11 px-2 pointer-fine:min-w-10 aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-strong',
              )}
            >
              <Icon aria-hidden />
            </button>
          )
        })}
      </Form>
      <a
        href={`/rapat/${rapat.id}/daftar-hadir?ubah=${entry.key}#ubah`}
        aria-label={words.t('hadir.edit.of', { name })}
        title={words.t('hadir.edit.of', { name })}
        className={buttonClass('quiet', 'sm', 'min-w-11 px-2 pointer-fine:min-w-10')}
      >
        <Pencil aria-hidden />
      </a>
    </div>
  )
}

/** Lines of the list on a screen. */
export function EntryTable({
  caption,
  entries,
  edits,
}: {
  caption: string
  entries: readonly AttendanceEntry[]
  /** Marks can be made. */
  edits: boolean
}) {
  const words = useAllWords()
  const columns: Column<AttendanceEntry>[] = [
    {
      key: 'no',
      label: words.t('hadir.column.no'),
      narrow: 'hide',
      width: 'w-12',
      align: 'end',
      cell: (_, at) => at + 1,
    },
    { key: 'who', label: caption, lead: true, cell: entry => <Who entry={entry} /> },
    {
      key: 'presence',
      label: words.t('hadir.column.presence'),
      cell: entry => <Presence entry={entry} />,
    },
    {
      key: 'times',
      label: words.t('hadir.column.times'),
      width: 'w-32',
      cell: ({ arrivedAt, leftAt }) =>
        arrivedAt === null
          ? '–'
          : [words.time(arrivedAt), leftAt && words.time(leftAt)].filter(Boolean).join(' – '),
    },
    ...(edits
      ? [
          {
            key: 'acts',
            label: words.t('hadir.column.acts'),
            width: 'w-72',
            cell: (entry: AttendanceEntry) => <Marks entry={entry} />,
          },
        ]
      : []),
  ]
  return <DataTable caption={caption} columns={columns} rows={entries} rowKey={entry => entry.key} />
}
