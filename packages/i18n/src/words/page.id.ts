import { doorId } from './door.id'
import { notulaId } from './notula.id'
import { rapatId } from './rapat.id'
import { shellId } from './shell.id'
import { unsentId } from './unsent.id'

/** The words of pages, without those that only the live editor says. */
export const pageId = { ...shellId, ...doorId, ...rapatId, ...notulaId, ...unsentId } as const
