import { newId } from '@mufakat/kernel'
import type { CardView, ChangedField } from '@mufakat/services'
import { useFetcher } from '@remix-run/react'
import { useCallback } from 'react'
import { VIEW_PATHS } from '~/saringan/address'
import type { ChangeAnswer } from './change-form.server'
import { standingValue } from './fields'

export interface Changes {
  readonly answer: ChangeAnswer | undefined
  readonly isBusy: boolean
  change(cards: readonly CardView[], field: ChangedField, value: string, reason: string): void
}

/** Sends changes; each names what stood there, so that nothing of somebody else's is written over. */
export function useChanges(): Changes {
  const fetcher = useFetcher<ChangeAnswer>()
  const { submit } = fetcher
  const change = useCallback<Changes['change']>(
    (cards, field, value, reason) => {
      const named = cards.map(card => ({ id: card.id, from: standingValue(card, field) }))
      submit(
        { commandId: newId(), field, value, reason, cards: JSON.stringify(named) },
        { method: 'post', action: VIEW_PATHS.tabel },
      )
    },
    [submit],
  )
  return { answer: fetcher.data, isBusy: fetcher.state !== 'idle', change }
}
