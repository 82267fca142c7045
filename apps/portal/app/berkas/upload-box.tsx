import { FILE_ENDINGS } from '@mufakat/domain'
import { buttonClass, classes } from '@mufakat/ui'
import { Plus } from 'lucide-react'
import { type DragEvent, useState } from 'react'
import { useAllWords } from '~/frame/words'
import { sizeIn } from './kinds'

const ACCEPT = Object.values(FILE_ENDINGS)
  .flat()
  .map(ending => `.${ending}`)
  .join(',')

/** Where files are chosen or dropped; without script a form that sends them in one go. */
export function UploadBox({
  rapatId,
  maxBytes,
  onFiles,
}: {
  rapatId: string
  maxBytes: number
  onFiles: (files: readonly File[]) => void
}) {
  const words = useAllWords()
  const [isOver, setIsOver] = useState(false)
  const drag = (over: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setIsOver(over)
  }
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={`/berkas/formulir/rapat/${rapatId}`}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={event => {
        drag(false)(event)
        onFiles([...event.dataTransfer.files])
      }}
      className={classes(
        'screen-only grid justify-items-start gap-2 rounded-lg border-2 border-dashed p-4 transition-colors sm:p-5',
        isOver ? 'border-accent bg-accent-soft' : 'border-line-strong bg-surface',
      )}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <label
          className={buttonClass(
            'primary',
            'md',
            'relative cursor-pointer has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-accent',
          )}
        >
          <Plus aria-hidden />
          {words.t('berkas.choose')}
          <input
            type="file"
            name="berkas"
            multiple
            accept={ACCEPT}
            className="absolute inset-0 cursor-pointer opacity-0 file:cursor-pointer"
            onChange={event => {
              const { files } = event.currentTarget
              if (files === null) return
              onFiles([...files])
              // The same file chosen again is news, too.
              event.currentTarget.value = ''
            }}
          />
        </label>
        <span className="hidden text-sm text-ink-2 pointer-fine:inline">{words.t('berkas.drop')}</span>
      </div>
      <p className="text-sm text-ink-2">{words.t('berkas.kinds', { max: sizeIn(words, maxBytes) })}</p>
      <noscript>
        <p className="mb-2 text-sm text-ink-2">{words.t('berkas.send.help')}</p>
        <button type="submit" className={buttonClass('secondary')}>
          {words.t('berkas.send')}
        </button>
      </noscript>
    </form>
  )
}
