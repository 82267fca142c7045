import type { RapatDetail } from '@mufakat/services'
import { useOutletContext } from '@remix-run/react'

/** The rapat that the page around a tab has loaded. */
export const useRapat = (): RapatDetail => useOutletContext<RapatDetail>()
