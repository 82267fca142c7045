import { hasNikLike } from '@mufakat/domain'
import type { FileView } from '@mufakat/services'
import { Badge, type Column, DataTable } from '@mufakat/ui'
import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useAllWords } from '~/frame/words'
import { KIND_ICONS, sizeIn } from './kinds'

function NameCell({ file }: { file: FileView }) {
  const words = useAllWords()
  const Icon = KIND_ICONS[file.kind]
  return (
    <span className="flex items-center gap-3">
      <span className="grid size-11 flex-none place-items-center overflow-hidden rounded-sm bg-sunken text-ink-2 print:hidden">
        {file.hasThumbnail ? (
          <img
            src={`/berkas/${file.id}/kecil`}
            alt=""
            width={44}
            height={44}
            loading="lazy"
            className="size-11 object-cover"
          />
        ) : (
          <Icon aria-hidden className="size-5" />
        )}
      </span>
      <span className="min-w-0">
        <a href={`/berkas/${file.id}`} download className="break-words text-ink no-underline hover:underline">
          {file.name}
        </a>
        {hasNikLike(file.name) && (
          <Badge tone="warn" icon={TriangleAlert} className="ml-2">
            {words.t('berkas.nik')}
          </Badge>
        )}
      </span>
    </span>
  )
}

/** Files to compare; `act` is what may be done with one. */
export function FileTable({
  files,
  caption,
  act,
}: {
  files: readonly FileView[]
  caption: string
  act: ((file: FileView) => ReactNode) | null
}) {
  const words = useAllWords()
  const columns: Column<FileView>[] = [
    {
      key: 'name',
      label: words.t('berkas.column.name'),
      lead: true,
      cell: file => <NameCell file={file} />,
    },
    {
      key: 'kind',
      label: words.t('berkas.column.kind'),
      width: 'md:w-36',
      cell: file => words.t(`berkas.kind.${file.kind}`),
    },
    {
      key: 'size',
      label: words.t('berkas.column.size'),
      width: 'md:w-24',
      align: 'end',
      cell: file => <span className="whitespace-nowrap">{sizeIn(words, file.size)}</span>,
    },
    {
      key: 'by',
      label: words.t('berkas.column.by'),
      width: 'md:w-48',
      cell: file => (
        <>
          {file.addedBy}
          <span className="block text-xs text-ink-2">{file.opd ?? words.t('berkas.no-opd')}</span>
        </>
      ),
    },
    {
      key: 'at',
      label: words.t('berkas.column.at'),
      width: 'md:w-54',
      cell: file => (
        <>
          <time dateTime={new Date(file.addedAt).toISOString()}>{words.dateTime(file.addedAt)}</time>
          {file.removed && (
            <span className="block text-xs text-ink-2">
              {words.t('berkas.removed.by', {
                name: file.removed.by,
                when: words.dateTime(file.removed.at),
              })}
            </span>
          )}
        </>
      ),
    },
    ...(act
      ? [
          {
            key: 'act',
            label: words.t('berkas.column.act'),
            width: 'md:w-36',
            align: 'end' as const,
            paper: 'hide' as const,
            cell: (file: FileView) => file.mayRemove && act(file),
          },
        ]
      : []),
  ]
  return <DataTable caption={caption} columns={columns} rows={files} rowKey={file => file.id} />
}
