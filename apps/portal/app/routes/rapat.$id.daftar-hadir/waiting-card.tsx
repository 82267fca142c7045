import type { AttendanceEntry } from '@mufakat/services'
import { Button, Card, CardHead } from '@mufakat/ui'
import { Form } from '@remix-run/react'
import { Check, X } from 'lucide-react'
import { useAllWords } from '~/frame/words'

function Act({ entry, act }: { entry: AttendanceEntry; act: 'konfirmasi' | 'tolak' }) {
  const words = useAllWords()
  const name = entry.name ?? ''
  const isConfirm = act === 'konfirmasi'
  const Icon = isConfirm ? Check : X
  const label = isConfirm ? words.t('hadir.confirm.of', { name }) : words.t('hadir.reject.of', { name })
  return (
    <Form method="post">
      <input type="hidden" name="maksud" value={act} />
      <input type="hidden" name="key" value={entry.key} />
      <input type="hidden" name="revision" value={entry.revision} />
      <Button type="submit" size="sm" kind={isConfirm ? 'primary' : 'danger'} aria-label={label}>
        <Icon aria-hidden />
        {words.t(isConfirm ? 'hadir.confirm' : 'hadir.reject')}
      </Button>
    </Form>
  )
}

/** Who filled in the form of the code and waits. */
export function WaitingCard({ entries }: { entries: readonly AttendanceEntry[] }) {
  const words = useAllWords()
  if (entries.length === 0) return null
  return (
    <Card as="section" aria-labelledby="menunggu" className="screen-only">
      <CardHead id="menunggu" level={3} title={`${words.t('hadir.waiting')} (${entries.length})`} />
      <p className="px-4 pt-3 text-sm text-ink-2 sm:px-5">{words.t('hadir.waiting.lead')}</p>
      <ul className="grid">
        {entries.map(entry => (
          <li
            key={entry.key}
            className="flex flex-wrap items-center justify-between gap-3 px-4 py-3 sm:px-5 [&+&]:border-t [&+&]:border-line"
          >
            <div className="min-w-0">
              <p className="font-medium">{entry.name}</p>
              <p className="text-sm text-ink-2">
                {[entry.jabatan, entry.agency, entry.phone].filter(Boolean).join(' · ')}
              </p>
            </div>
            <div className="flex gap-2">
              <Act entry={entry} act="konfirmasi" />
              <Act entry={entry} act="tolak" />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
