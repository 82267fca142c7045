import type { CardView, ChangeFault } from '@mufakat/services'
import { Notice } from '@mufakat/ui'
import { CircleAlert, CircleCheckBig } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useAllWords } from '~/frame/words'
import type { ChangeAnswer } from './change-form.server'

const isFault = (verdict: string): verdict is ChangeFault => verdict !== 'done' && verdict !== 'same'

/** What became of a change: how many, and each that stays as it was, with the reason. */
export function Verdicts({
  answer,
  cards,
}: {
  answer: ChangeAnswer | undefined
  cards: readonly CardView[]
}) {
  const words = useAllWords()
  // A row may leave the page by the change itself, and is named all the same.
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map())
  useEffect(
    () => setTitles(old => new Map([...old, ...cards.map(card => [card.id, card.title] as const)])),
    [cards],
  )
  if (answer === undefined) return null
  const { verdicts, errors } = answer
  const done = verdicts.filter(({ verdict }) => verdict === 'done').length
  const same = verdicts.filter(({ verdict }) => verdict === 'same').length
  const refused = verdicts.flatMap(({ cardId, verdict }) => (isFault(verdict) ? [{ cardId, verdict }] : []))
  const isWrong = refused.length > 0 || errors !== null
  return (
    <Notice
      tone={isWrong ? 'warn' : 'success'}
      icon={isWrong ? CircleAlert : CircleCheckBig}
      role={isWrong ? 'alert' : 'status'}
      className="mb-3"
    >
      {errors !== null && <p>{words.t(`error.${errors.form ?? 'invalid-input'}`)}</p>}
      {done > 0 && <p>{words.t('tampilan.bulk.done', { n: done })}</p>}
      {same > 0 && <p>{words.t('tampilan.bulk.same', { n: same })}</p>}
      {refused.length > 0 && (
        <>
          <p>{words.t('tampilan.bulk.refused', { n: refused.length })}</p>
          <ul className="list-disc pl-5 font-normal">
            {refused.map(({ cardId, verdict }) => (
              <li key={cardId}>
                {words.t('tampilan.fault', {
                  title: titles.get(cardId) || words.t('tl.untitled'),
                  reason: words.t(`tampilan.fault.${verdict}`),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  )
}
