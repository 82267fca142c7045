import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { NOTICES_CHANGED } from '~/frame/notice-bell'

/** Loads the page anew whenever the bell of the frame has heard of something. */
export function useArrivals(): void {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    window.addEventListener(NOTICES_CHANGED, revalidate)
    return () => window.removeEventListener(NOTICES_CHANGED, revalidate)
  }, [revalidate])
}
