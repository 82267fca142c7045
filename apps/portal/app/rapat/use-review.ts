import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { useFresh } from './use-fresh'

const asItIs = (mark: string): string => mark

/**
 * Loads a page anew once its rapat or its notula's way to ratification has gone on from what the page was loaded with.
 * @param mark of the page as it was loaded
 * @returns asks whether it has; for who hears that something happened
 */
export function useReview(rapatId: string, mark: string): () => void {
  const [now, ask] = useFresh(`/rapat/${rapatId}/keadaan`, mark, asItIs)
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (now !== mark) revalidate()
  }, [now, mark, revalidate])
  return ask
}
