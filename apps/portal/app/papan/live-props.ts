import type { ReactNode } from 'react'
import type { BoardLook } from './view'

export interface LiveBoardProps {
  look: BoardLook
  personId: string
  commandId: string
  /** What is read until the live board has come. */
  placeholder: ReactNode
}
