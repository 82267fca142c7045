import type { Readable } from '@mufakat/live'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Signal } from '../signal'
import type { Desk } from './desk'

/** Draws again whenever the value changes. */
export function useValue<T>(value: Signal<T> | Readable<T>): T {
  return useSyncExternalStore(value.subscribe, value.get, value.get)
}

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('useDesk outside of a desk')
  return desk
}
