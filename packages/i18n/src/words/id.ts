import { editorId } from './editor.id'
import { notulaId } from './notula.id'
import { rapatId } from './rapat.id'
import { shellId } from './shell.id'

/** The Indonesian catalogue: the first language, whose keys and placeholders every other one must have. */
export const id = { ...shellId, ...rapatId, ...notulaId, ...editorId } as const
