import type { RapatDetail, ReviewView } from '@mufakat/services'
import { useCallback } from 'react'
import { useLine, useSettled } from '~/rapat/use-line'
import { useReview } from '~/rapat/use-review'

interface Loaded {
  readonly mark: string
  readonly review: ReviewView
  readonly self: { readonly id: string } | null
}

/**
 * Keeps the page of a notula as its review is; told by the open text, or by a line of its own where the text is only
 * read. Edits count only where one would void an approval.
 */
export function useNews({ id, documentId }: RapatDetail, { mark, review, self }: Loaded, isLive: boolean) {
  const ask = useReview(id, mark)
  const settled = useSettled(ask)
  const isSealed = review.record !== null
  const isApproved = !isSealed && review.approvals.some(one => one.stands)
  const listens = !isLive && !isSealed && self !== null
  useLine({ documentId, personId: listens ? self.id : null }, { noted: ask, edited: settled })
  return useCallback(
    (what: 'noted' | 'edited') => {
      if (what === 'noted') ask()
      else if (isApproved) settled()
    },
    [ask, settled, isApproved],
  )
}
