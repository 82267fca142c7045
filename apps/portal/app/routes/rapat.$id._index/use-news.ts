import type { RapatDetail, ReviewView } from '@mufakat/services'
import { useCallback } from 'react'
import type { WorkOfNotula } from '~/notula/use-work'
import { useLine, useSettled } from '~/rapat/use-line'
import { useReview } from '~/rapat/use-review'

interface Loaded {
  readonly mark: string
  readonly review: ReviewView
  readonly self: { readonly id: string } | null
  readonly work: WorkOfNotula
}

/**
 * Keeps the page of a notula as its review is; told by the open text, or by a line of its own where the text is only
 * read; and with it how far the work is, and what indicators stand at. Edits count only where one would void an approval.
 */
export function useNews(
  { id, documentId }: RapatDetail,
  { mark, review, self, work }: Loaded,
  { isLive, askWork, askFigures }: { isLive: boolean; askWork: () => void; askFigures: () => void },
) {
  const ask = useReview(id, mark)
  const settled = useSettled(ask)
  const isSealed = review.record !== null
  const isApproved = !isSealed && review.approvals.some(one => one.stands)
  // Of what is sealed nothing changes but how far the work is.
  const changes = !isSealed || Object.keys(work).length > 0
  const listens = !isLive && changes && self !== null
  const noted = useCallback(() => {
    ask()
    askWork()
    askFigures()
  }, [ask, askWork, askFigures])
  useLine({ documentId, personId: listens ? self.id : null }, { noted, edited: settled })
  return useCallback(
    (what: 'noted' | 'edited') => {
      if (what === 'noted') noted()
      else if (isApproved) settled()
    },
    [noted, settled, isApproved],
  )
}
