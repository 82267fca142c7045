import type { ErrorCode } from '@mufakat/kernel'
import type { FileList, FileView } from '@mufakat/services'
import { Button, Card, CardHead, Empty, IconButton, Notice, useToast } from '@mufakat/ui'
import { useFetcher } from '@remix-run/react'
import { CircleAlert, FolderOpen, Lock, RotateCcw, Trash2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { FileTable } from '~/berkas/file-table'
import { FormOutcome } from '~/berkas/form-outcome'
import { Unfinished } from '~/berkas/unfinished'
import { UploadBox } from '~/berkas/upload-box'
import { UploadRows } from '~/berkas/upload-rows'
import { useUploads } from '~/berkas/use-uploads'
import { useAllWords } from '~/frame/words'
import { useRapat } from '~/rapat/rapat-context'

/** Removing and bringing back: at once, with a way to take it back. */
function useRemoval(): (file: FileView) => JSX.Element {
  const words = useAllWords()
  const toast = useToast()
  const fetcher = useFetcher<{ code: ErrorCode | null }>({ key: 'berkas' })
  const asked = useRef<FileView | null>(null)
  const { data, state } = fetcher
  useEffect(() => {
    const file = asked.current
    if (state !== 'idle' || data === undefined || file === null) return
    asked.current = null
    const restore = () => fetcher.submit({ maksud: 'pulihkan', id: file.id }, { method: 'post' })
    if (data.code !== null) toast({ text: words.t(`error.${data.code}`), tone: 'danger' })
    else if (file.removed) toast({ text: words.t('berkas.restored') })
    else toast({ text: words.t('berkas.removed', { name: file.name }), undo: restore })
  }, [data, state, fetcher, toast, words])
  return file => (
    <fetcher.Form
      method="post"
      onSubmit={() => {
        asked.current = file
      }}
    >
      <input type="hidden" name="id" value={file.id} />
      <input type="hidden" name="maksud" value={file.removed ? 'pulihkan' : 'hapus'} />
      {file.removed ? (
        <Button type="submit" kind="secondary" size="sm">
          <RotateCcw aria-hidden />
          {words.t('berkas.restore')}
        </Button>
      ) : (
        <IconButton type="submit" label={words.t('berkas.remove', { name: file.name })}>
          <Trash2 aria-hidden />
        </IconButton>
      )}
    </fetcher.Form>
  )
}

export function BerkasPage({ list, code }: { list: FileList; code: ErrorCode | null }) {
  const words = useAllWords()
  const rapat = useRapat()
  const subject = { kind: 'rapat', id: rapat.id } as const
  const { uploads, shown } = useUploads(subject)
  const removal = useRemoval()
  const { files, removed, mayAdd, maxBytes } = list
  const caption = `${words.t('berkas.title')}: ${rapat.title}`
  const isActed = (rows: readonly FileView[]) => (rows.some(file => file.mayRemove) ? removal : null)
  return (
    <div className="grid gap-5">
      <h2 className="sr-only">{words.t('berkas.title')}</h2>
      <FormOutcome />
      {code && (
        <Notice tone="danger" icon={CircleAlert} role="alert">
          {words.t(`error.${code}`)}
        </Notice>
      )}
      {mayAdd ? (
        <UploadBox subject={subject} maxBytes={maxBytes} onFiles={chosen => uploads.add(chosen, maxBytes)} />
      ) : (
        (rapat.status === 'dibatalkan' || rapat.notulaState === 'disahkan') && (
          <Notice tone="neutral" icon={Lock} className="screen-only">
            {words.t('berkas.closed')}
          </Notice>
        )
      )}
      <UploadRows shown={shown} uploads={uploads} />
      <Unfinished list={list.unfinished.filter(one => shown.every(({ uploadId }) => uploadId !== one.id))} />
      <Card as="section" aria-labelledby="berkas">
        <CardHead
          id="berkas"
          level={3}
          title={words.t('berkas.title')}
          end={<span className="text-sm text-ink-2">{words.t('berkas.count', { n: files.length })}</span>}
        />
        {files.length > 0 ? (
          <FileTable files={files} caption={caption} act={isActed(files)} />
        ) : (
          <Empty
            icon={FolderOpen}
            title={words.t('berkas.empty')}
            help={words.t(mayAdd ? 'berkas.empty.add' : 'berkas.empty.help')}
          />
        )}
      </Card>
      {removed.length > 0 && (
        <Card as="section" aria-labelledby="berkas-dihapus" className="screen-only">
          <CardHead id="berkas-dihapus" level={3} title={words.t('berkas.removed.title')} />
          <p className="px-4 pt-3 text-sm text-ink-2 sm:px-5">{words.t('berkas.removed.help')}</p>
          <FileTable files={removed} caption={words.t('berkas.removed.title')} act={isActed(removed)} />
        </Card>
      )}
    </div>
  )
}
