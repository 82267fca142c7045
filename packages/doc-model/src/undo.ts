import * as Y from 'yjs'
import { LOCAL_EDIT } from './notula-doc'

/** Origin for edits of titles and of anything else that is not typed in a line. */
export interface NotulaUndo extends Y.UndoManager {
  readonly titleOrigin: object
}

/** Changes closer together than this (ms) are taken back as one. */
const CAPTURE_TIMEOUT = 500

/**
 * One undo for a document: takes back what this person did, in items, titles, lines and cells, and never what
 * others did meanwhile. `lineSync(text, { undo })` makes what is typed in a view part of it. [N17]
 */
export function createUndo(doc: Y.Doc, options: { captureTimeout?: number } = {}): NotulaUndo {
  const titleOrigin = { title: true }
  const undo = new Y.UndoManager(doc, {
    trackedOrigins: new Set<unknown>([LOCAL_EDIT, titleOrigin]),
    captureTimeout: options.captureTimeout ?? CAPTURE_TIMEOUT,
  })
  return Object.assign(undo, { titleOrigin })
}
