import type { RemarkList, RemarkView } from '@mufakat/services'
import { useCallback, useEffect, useRef, useState } from 'react'

/** A list as it comes over the wire: moments are ISO texts. */
type OnWire<T> = T extends Date
  ? string
  : T extends readonly (infer Item)[]
    ? OnWire<Item>[]
    : T extends object
      ? { [Key in keyof T]: OnWire<T[Key]> }
      : T

const remarkOf = (remark: OnWire<RemarkView>): RemarkView =>
  ({
    ...remark,
    at: new Date(remark.at),
    replies: remark.replies.map(reply => ({ ...reply, at: new Date(reply.at) })),
    settled: remark.settled && { ...remark.settled, at: new Date(remark.settled.at) },
  }) as RemarkView

async function fetchRemarks(rapatId: string): Promise<RemarkList | null> {
  const answer = await fetch(`/rapat/${rapatId}/komentar/daftar`)
  if (!answer.ok) return null
  const list = (await answer.json()) as OnWire<RemarkList>
  return { ...list, remarks: list.remarks.map(remarkOf) }
}

/**
 * The remarks of a rapat, and how to ask for them anew. One question at a time; what is asked meanwhile is asked once
 * more after it. What cannot be had leaves what there is: the next word of the line asks again.
 */
export function useRemarks(
  rapatId: string,
  initial: RemarkList | null,
): readonly [list: RemarkList | null, refresh: () => void] {
  const [list, setList] = useState(initial)
  const state = useRef({ isAsking: false, isAskedAgain: false, isShown: true })
  useEffect(() => {
    const { current } = state
    current.isShown = true
    return () => {
      current.isShown = false
    }
  }, [])
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
        const next = await fetchRemarks(rapatId).catch(() => null)
        if (next !== null && current.isShown) setList(next)
      } while (current.isAskedAgain && current.isShown)
      current.isAsking = false
    }
    void ask()
  }, [rapatId])
  return [list, refresh]
}
