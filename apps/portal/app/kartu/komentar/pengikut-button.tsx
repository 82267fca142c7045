import type { FollowingView } from '@mufakat/services'
import { Button } from '@mufakat/ui'
import { useFetcher } from '@remix-run/react'
import { Bell, BellOff, BellPlus, BellRing } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { Section } from '../section'

/** Whether one hears of a card, and buttons to change that. */
export function PengikutButton({ cardId, view }: { cardId: string; view: FollowingView }) {
  const words = useAllWords()
  const fetcher = useFetcher()
  const { following, isOwn, mayChange } = view
  const ways = {
    ikut: [
      { to: 'bisu', word: 'ikut.do.bisu', icon: BellOff },
      ...(isOwn ? [] : ([{ to: 'tidak', word: 'ikut.do.tidak', icon: Bell }] as const)),
    ],
    bisu: [
      { to: 'ikut', word: 'ikut.do.bunyi', icon: BellRing },
      ...(isOwn ? [] : ([{ to: 'tidak', word: 'ikut.do.tidak', icon: Bell }] as const)),
    ],
    tidak: [{ to: 'ikut', word: 'ikut.do.ikut', icon: BellPlus }],
  } as const
  return (
    <Section id="ikut" title={words.t('ikut.title')} className="screen-only">
      <div role="status" className="grid gap-0.5">
        <p>{words.t(`ikut.${following}`)}</p>
        {isOwn && following === 'ikut' && <p className="text-xs text-ink-2">{words.t('ikut.own')}</p>}
      </div>
      {mayChange && (
        <fetcher.Form
          method="post"
          action={`/tindak-lanjut/${cardId}/pengikut`}
          className="flex flex-wrap gap-2"
        >
          {ways[following].map(({ to, word, icon: Icon }) => (
            <Button
              key={to}
              type="submit"
              name="following"
              value={to}
              kind="secondary"
              size="sm"
              busy={fetcher.state !== 'idle'}
            >
              <Icon aria-hidden />
              {words.t(word)}
            </Button>
          ))}
        </fetcher.Form>
      )}
    </Section>
  )
}
