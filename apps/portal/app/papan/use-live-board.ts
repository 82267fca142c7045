import { type LiveBoard, openBoard, type WholeBoard } from '@mufakat/live'
import type { BoardView } from '@mufakat/services'
import { useEffect, useState } from 'react'
import { type PackedBoard, unpackBoard } from './packed'
import { moveQueue } from './queue'

async function load(): Promise<WholeBoard & BoardView> {
  const answer = await fetch('/tindak-lanjut/kartu', { redirect: 'manual' })
  if (!answer.ok) throw new Error(`board: ${answer.status}`)
  return unpackBoard((await answer.json()) as PackedBoard)
}

const RETRY_MS = 3_000

/** The live board of this person; null until all of it has come. */
export function useLiveBoard(personId: string): LiveBoard | null {
  const [board, setBoard] = useState<LiveBoard | null>(null)
  useEffect(() => {
    let opened: LiveBoard | null = null
    let isOver = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const open = async () => {
      try {
        const first = await load()
        if (isOver) return
        const queue = moveQueue(personId, window.localStorage)
        opened = openBoard({ url: '', first, load, queue })
        setBoard(opened)
      } catch {
        if (!isOver) timer = setTimeout(open, RETRY_MS)
      }
    }
    void open()
    return () => {
      isOver = true
      clearTimeout(timer)
      opened?.close()
      setBoard(null)
    }
  }, [personId])
  return board
}
