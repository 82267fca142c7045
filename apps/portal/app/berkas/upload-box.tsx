import { FILE_ENDINGS } from '@mufakat/domain'
import { buttonClass, classes } from '@mufakat/ui'
import { Camera, Plus } from 'lucide-react'
import { type DragEvent, type ReactNode, useState } from 'react'
import { useAllWords } from '~/frame/words'
import { sizeIn } from './kinds'
import type { UploadSubject } from './send-file'

const ACCEPT = Object.values(FILE_ENDINGS)
  .flat()
  .map(ending => `.${ending}`)
  .join(',')

const PICTURES = 'image/*'

/** A button that opens the chooser of files, or on a phone its camera. */
function FileButton({ isCamera, onFiles }: { isCamera: boolean; onFiles: (files: readonly File[]) => void }) {
  const words = useAllWords()
  const Icon = isCamera ? Camera : Plus
  return (
    <label
      className={buttonClass(
        isCamera ? 'secondary' : 'primary',
        'md',
        classes(
          'relative cursor-pointer has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-accent',
          isCamera && 'sm:pointer-fine:hidden',
        ),
      )}
    >
      <Icon aria-hidden />
      {words.t(isCamera ? 'berkas.camera' : 'berkas.choose')}
      <input
        type="file"
        name="berkas"
        multiple
        accept={isCamera ? PICTURES : ACCEPT}
        {...(isCamera && { capture: 'environment' })}
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
  )
}

/** Where files are chosen or dropped; without script a form that sends them in one go. */
export function UploadBox({
  subject,
  maxBytes,
  onFiles,
  withCamera = false,
  children,
}: {
  subject: UploadSubject
  maxBytes: number
  onFiles: (files: readonly File[]) => void
  withCamera?: boolean
  /** Fields that go before the files. */
  children?: ReactNode
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
      action={`/berkas/formulir/${subject.kind}/${subject.id}${subject.part ? `?bagian=${subject.part}` : ''}`}
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
      {children}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {withCamera && <FileButton isCamera onFiles={onFiles} />}
        <FileButton isCamera={false} onFiles={onFiles} />
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
