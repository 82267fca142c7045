import { createContext, useContext } from 'react'

/** Known on the server only: a browser hides it from scripts, and nothing in the browser needs it. */
export const NonceContext = createContext<string | undefined>(undefined)
export const useNonce = () => useContext(NonceContext)
