import { maskNikLike } from '@mufakat/domain'
import { Button, Card, CardHead, classes, IconButton } from '@mufakat/ui'
import {
  CircleAlert,
  CirclePause,
  Clock,
  ShieldAlert,
  TriangleAlert,
  Upload as UploadIcon,
  X,
} from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { sizeIn } from './kinds'
import type { Upload, Uploads } from './uploads'

const ICONS = {
  asks: TriangleAlert,
  waiting: Clock,
  sending: UploadIcon,
  paused: CirclePause,
  checking: ShieldAlert,
  refused: CircleAlert,
} as const
const TONES = {
  asks: 'text-warn-ink',
  waiting: 'text-ink-2',
  sending: 'text-accent',
  paused: 'text-warn-ink',
  checking: 'text-accent',
  refused: 'text-danger-ink',
} as const

/** The browser's own bar in our colours: it needs no style that a policy would have to allow. */
const BAR = classes(
  'h-2 w-full appearance-none overflow-hidden rounded-full border-0 bg-neutral-soft',
  '[&::-webkit-progress-bar]:bg-neutral-soft [&::-webkit-progress-value]:bg-accent [&::-moz-progress-bar]:bg-accent',
)

/** Reasons that pass: the same file may be sent again. */
const PASSING = ['scanner-away', 'disk-full', 'quota-full', 'too-many']

function useTold(upload: Upload): string {
  const words = useAllWords()
  const percent = words.percent(upload.size === 0 ? 0 : upload.sent / upload.size, 0)
  switch (upload.state) {
    case 'asks':
      return words.t('berkas.nik.ask')
    case 'waiting':
      return words.t('berkas.upload.waiting')
    case 'paused':
      return words.t('berkas.upload.paused', { percent })
    case 'checking':
      return words.t('berkas.upload.checking')
    case 'refused':
      return upload.reason === null
        ? words.lookup(`error.${upload.code}`, words.t('berkas.refused.other'))
        : words.lookup(`berkas.refused.${upload.reason}`, words.t('berkas.refused.other'))
    case 'sending':
      return words.t('berkas.upload.sending', {
        percent,
        done: sizeIn(words, upload.sent),
        all: sizeIn(words, upload.size),
      })
  }
}

function UploadRow({ upload, uploads }: { upload: Upload; uploads: Uploads }) {
  const words = useAllWords()
  const told = useTold(upload)
  const Icon = ICONS[upload.state]
  const { key, name, state } = upload
  const mayRetry = state === 'refused' && (upload.reason === null || PASSING.includes(upload.reason))
  return (
    <li className="flex items-start gap-3 px-4 py-3 sm:px-5">
      <Icon aria-hidden className={`mt-0.5 size-5 flex-none ${TONES[state]}`} />
      <div className="grid min-w-0 flex-1 gap-1.5">
        <p className="font-medium break-words">{name}</p>
        {(state === 'sending' || state === 'paused' || state === 'checking') && (
          <progress
            className={BAR}
            max={upload.size}
            value={state === 'checking' ? upload.size : upload.sent}
            aria-label={words.t('berkas.upload.progress', {
              name,
              done: sizeIn(words, upload.sent),
              all: sizeIn(words, upload.size),
            })}
          />
        )}
        <p
          role={state === 'refused' ? 'alert' : undefined}
          className={`text-sm ${state === 'refused' ? TONES.refused : 'text-ink-2'}`}
        >
          {told}
        </p>
        {state === 'asks' && (
          <div className="flex flex-wrap gap-2">
            <Button size="sm" onClick={() => uploads.go(key, 'masked')}>
              {words.t('berkas.nik.mask', { name: maskNikLike(name) })}
            </Button>
            <Button kind="secondary" size="sm" onClick={() => uploads.go(key, 'as-named')}>
              {words.t('berkas.nik.go')}
            </Button>
          </div>
        )}
        {mayRetry && (
          <Button kind="secondary" size="sm" className="w-fit" onClick={() => uploads.go(key)}>
            {words.t('action.retry')}
          </Button>
        )}
      </div>
      <IconButton
        label={words.t(state === 'refused' ? 'berkas.upload.dismiss' : 'berkas.upload.cancel', { name })}
        onClick={() => uploads.cancel(key)}
        className="-my-1.5"
      >
        <X aria-hidden />
      </IconButton>
    </li>
  )
}

/** What is being sent from here, each with how far it is. */
export function UploadRows({ shown, uploads }: { shown: readonly Upload[]; uploads: Uploads }) {
  const words = useAllWords()
  if (shown.length === 0) return null
  return (
    <Card as="section" aria-labelledby="sedang-diunggah" className="screen-only">
      <CardHead id="sedang-diunggah" level={3} title={words.t('berkas.upload.list')} />
      <ul className="divide-y divide-line">
        {shown.map(upload => (
          <UploadRow key={upload.key} upload={upload} uploads={uploads} />
        ))}
      </ul>
    </Card>
  )
}
