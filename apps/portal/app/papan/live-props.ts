import type { ReactNode } from 'react'
import type { BoardLook } from './view'

interface BoardProps {
  look: BoardLook
  personId: string
  commandId: string
}

export interface LiveBoardProps extends BoardProps {
  /** What is read until the live board has come. */
  placeholder: ReactNode
}

export interface LiveDeskProps extends BoardProps {
  isShown: boolean
  /** Told whether all of the board is here. */
  onCome: (hasCome: boolean) => void
}
