import type { FileList } from '@mufakat/services'
import { Card, CardHead, IconButton } from '@mufakat/ui'
import { useRevalidator } from '@remix-run/react'
import { CirclePause, X } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { giveUp } from './send-file'

/** A person's own uploads that broke off, from this device or another. */
export function Unfinished({ list }: { list: FileList['unfinished'] }) {
  const words = useAllWords()
  const { revalidate } = useRevalidator()
  if (list.length === 0) return null
  return (
    <Card as="section" aria-labelledby="belum-selesai" className="screen-only">
      <CardHead id="belum-selesai" level={3} title={words.t('berkas.unfinished')} />
      <ul className="divide-y divide-line">
        {list.map(({ id, name, size, received }) => (
          <li key={id} className="flex items-start gap-3 px-4 py-3 sm:px-5">
            <CirclePause aria-hidden className="mt-0.5 size-5 flex-none text-warn-ink" />
            <div className="min-w-0 flex-1">
              <p className="font-medium break-words">{name}</p>
              <p className="text-sm text-ink-2">
                {words.t('berkas.unfinished.help', { percent: words.percent(received / size, 0) })}
              </p>
            </div>
            <IconButton
              label={words.t('berkas.upload.cancel', { name })}
              className="-my-1.5"
              onClick={() => void giveUp(id).then(revalidate)}
            >
              <X aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </Card>
  )
}
