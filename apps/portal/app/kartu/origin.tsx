import type { CardPage } from '@mufakat/services'
import { useAllWords } from '~/frame/words'
import { useCard, useOpdName } from './card-context'
import { Section } from './section'

type Source = NonNullable<CardPage['source']>

/** What the rapat decided beside what holds now, as far as they differ. */
function useDifferences({ decided }: Source) {
  const words = useAllWords()
  const { page } = useCard()
  const opdName = useOpdName()
  const { card } = page
  const day = (date: string | null) => (date === null ? words.t('kartu.due.none') : words.date(date))
  const code = (kind: 'priority' | 'strategy', value: string | null) =>
    value === null ? '–' : words.lookup(`${kind}.${value}`, value)
  const owner = (id: string | null) => opdName(id, words.t('kartu.owner.none'))
  const rows = [
    ['kartu.origin.field', decided.text, card.title],
    ['kartu.owner', owner(decided.ownerOpdId), owner(card.opdId)],
    ['kartu.jabatan', decided.jabatan ?? '–', card.jabatan ?? '–'],
    ['kartu.due', day(decided.tenggat), day(card.due)],
    ['kartu.priority', code('priority', decided.priority), code('priority', card.priority)],
    ['kartu.strategy', code('strategy', decided.strategy), code('strategy', card.strategy)],
  ] as const
  return rows.filter(([, then, now]) => then !== now)
}

function Decided({ source }: { source: Source }) {
  const words = useAllWords()
  const differences = useDifferences(source)
  const { date, title, isReadable, isDraft, rapatId, decided } = source
  const name = date === null ? title : `${title}, ${words.date(date, 'short')}`
  return (
    <>
      <p className="text-sm">{isReadable ? <a href={`/rapat/${rapatId}`}>{name}</a> : name}</p>
      <figure className="grid gap-1">
        <figcaption className="text-xs font-semibold text-ink-2">
          {words.t(isDraft ? 'kartu.origin.draft' : 'kartu.origin.decided')}
        </figcaption>
        <blockquote className="border-l-2 border-accent pl-3 wrap-anywhere">
          {decided.text || words.t('tl.untitled')}
        </blockquote>
      </figure>
      {!isDraft && differences.length === 0 && (
        <p className="text-sm text-ink-2">{words.t('kartu.origin.same')}</p>
      )}
      {!isDraft && differences.length > 0 && (
        <dl className="grid gap-3">
          {differences.map(([label, then, now]) => (
            <div key={label} className="grid gap-1 rounded-md bg-sunken px-3 py-2 text-sm">
              <dt className="font-semibold">{words.t(label)}</dt>
              <dd className="wrap-anywhere text-ink-2">
                <span className="text-xs">{words.t('kartu.origin.decided')}: </span>
                {then}
              </dd>
              <dd className="wrap-anywhere">
                <span className="text-xs text-ink-2">{words.t('kartu.origin.now')}: </span>
                {now}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}

/** Where the card came from: what a rapat has decided stays readable beside what holds now. */
export function OriginSection() {
  const words = useAllWords()
  const { page } = useCard()
  return (
    <Section id="asal" title={words.t('kartu.origin')}>
      {page.source === null ? (
        <p className="text-ink-2">{words.t('kartu.origin.own')}</p>
      ) : (
        <Decided source={page.source} />
      )}
    </Section>
  )
}
