import type { Words } from '@mufakat/i18n'
import { Badge, type Column, DataTable } from '@mufakat/ui'
import { CircleCheck, FileQuestion, FolderOutput } from 'lucide-react'
import { sizeIn } from '~/berkas/kinds'
import { useAllWords } from '~/frame/words'
import type { ShownArchive } from './disk.server'

const HASH_SHOWN = 12

function State({ archive }: { archive: ShownArchive }) {
  const words = useAllWords()
  if (archive.isThere === false)
    return (
      <Badge tone="danger" icon={FileQuestion}>
        {words.t('cadangan.gone')}
      </Badge>
    )
  return archive.isThere === null ? (
    <Badge tone="neutral" icon={FolderOutput}>
      {words.t('cadangan.elsewhere')}
    </Badge>
  ) : (
    <Badge tone="success" icon={CircleCheck}>
      {words.t('cadangan.whole')}
    </Badge>
  )
}

const columnsOf = (words: Words): Column<ShownArchive>[] => [
  {
    key: 'taken',
    label: words.t('cadangan.taken'),
    lead: true,
    cell: archive => (
      <>
        {words.dateTime(archive.takenAt)}
        <span className="block text-xs font-normal text-ink-2 [overflow-wrap:anywhere]">{archive.name}</span>
      </>
    ),
  },
  {
    key: 'size',
    label: words.t('cadangan.size'),
    align: 'end',
    cell: archive => <span className="whitespace-nowrap">{sizeIn(words, archive.bytes)}</span>,
  },
  {
    key: 'content',
    label: words.t('cadangan.content'),
    cell: archive => (
      <code title={archive.contentHash} className="text-xs">
        {archive.contentHash.slice(0, HASH_SHOWN)}…
      </code>
    ),
  },
  { key: 'verified', label: words.t('cadangan.verified'), cell: archive => <State archive={archive} /> },
  {
    key: 'by',
    label: words.t('cadangan.by'),
    cell: archive => archive.requestedBy ?? words.t(`cadangan.kind.${archive.kind}`),
  },
]

/** Every good archive, the newest first. */
export function ArchiveTable({ archives }: { archives: readonly ShownArchive[] }) {
  const words = useAllWords()
  return (
    <DataTable
      caption={words.t('cadangan.archives')}
      columns={columnsOf(words)}
      rows={archives}
      rowKey={({ id }) => id}
    />
  )
}
