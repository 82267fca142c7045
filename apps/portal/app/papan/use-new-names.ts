import type { LiveBoard } from '@mufakat/live'
import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useNames } from './board-names'

/** A card may come from a rapat, or go to an OPD, that the page has not heard of yet: its names are then read anew, once. */
export function useNewNames(live: LiveBoard): void {
  const { opdById, rapatById } = useNames()
  const { revalidate } = useRevalidator()
  const asked = useRef(new Set<string>())
  useEffect(
    () =>
      live.onOthers(cards => {
        const before = asked.current.size
        // One that this person may not open stays unknown.
        for (const { opdId, from } of cards) {
          if (opdId !== null && !opdById.has(opdId)) asked.current.add(opdId)
          if (from !== null && !rapatById.has(from.rapatId)) asked.current.add(from.rapatId)
        }
        if (asked.current.size > before) revalidate()
      }),
    [live, opdById, rapatById, revalidate],
  )
}
