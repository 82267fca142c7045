import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** False on the server and in the first render, so that what needs script appears only where script runs. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
