import { useCallback, useEffect, useRef, useState } from 'react'

/** As something comes over the wire: moments are ISO texts. */
export type OnWire<T> = T extends Date
  ? string
  : T extends readonly (infer Item)[]
    ? OnWire<Item>[]
    : T extends object
      ? { [Key in keyof T]: OnWire<T[Key]> }
      : T

/**
 * What an address answers, and how to ask for it anew. One question at a time; what is asked meanwhile is asked once
 * more after it. What cannot be had leaves what there is: the next word of the line asks again.
 * @param read makes of what came what it is; the same function each time
 */
export function useFresh<T>(
  address: string,
  initial: T,
  read: (answer: OnWire<T>) => T,
): readonly [value: T, refresh: () => void] {
  const [value, setValue] = useState(initial)
  const state = useRef({ isAsking: false, isAskedAgain: false, isShown: true })
  useEffect(() => {
    const { current } = state
    current.isShown = true
    return () => {
      current.isShown = false
    }
  }, [])
  // A page that was loaded anew knows better.
  useEffect(() => setValue(initial), [initial])
  const refresh = useCallback(() => {
    const { current } = state
    if (current.isAsking) {
      current.isAskedAgain = true
      return
    }
    current.isAsking = true
    const ask = async () => {
      do {
        current.isAskedAgain = false
        const answer = await fetch(address).catch(() => null)
        const next =
          answer?.ok === true ? ((await answer.json().catch(() => null)) as OnWire<T> | null) : null
        if (next !== null && current.isShown) setValue(read(next))
      } while (current.isAskedAgain && current.isShown)
      current.isAsking = false
    }
    void ask()
  }, [address, read])
  return [value, refresh]
}
