import { useRapat } from '~/rapat/rapat-context'
import { useLine } from '~/rapat/use-line'
import { useReview } from '~/rapat/use-review'

/**
 * Keeps a page of review as the review is: what others do to it, and edits that void what was approved.
 * @param personId who is here; null: nobody in the room
 */
export function useReviewLine({ personId, mark }: { personId: string | null; mark: string }): void {
  const { id, documentId } = useRapat()
  const ask = useReview(id, mark)
  useLine({ documentId, personId }, { noted: ask, edited: ask })
}
