export { type AuthoredLine, authoredLines } from './authored'
export { isAhead, LineBinding } from './binding/line-binding'
export type { LineSyncOptions, LineSyncPlugin } from './binding/line-sync'
export { lineSync, lineSyncKey } from './binding/line-sync'
export {
  deleteLine,
  indent,
  joinBackward,
  joinForward,
  moveLine,
  outdent,
  selectedLines,
  setKind,
  setLineAttrs,
  splitLine,
  toggleKind,
} from './commands'
export type { ContentItem, ContentLine, ContentTable, NotulaContent, RemovedContent } from './content'
export { canonicalJson, itemPlainText, lineText, readLines, readNotula, readRemoved } from './content'
export type { GateAuthor, GateReason, Refusal } from './gate/admissible'
export { admissible, refusalCode } from './gate/admissible'
export type { Inspection } from './gate/inspect'
export { inspectUpdate, MAX_UPDATE_BYTES } from './gate/inspect'
export type { BringBackScope } from './history/bring-back'
export { bringBack } from './history/bring-back'
export { bringSentenceBack } from './history/bring-sentence-back'
export type {
  Change,
  ComparedFact,
  ComparedItem,
  ComparedLine,
  ComparedTable,
  ComparedWords,
  Comparison,
} from './history/compare'
export { compareNotula } from './history/compare'
export type { PassageOccurrence } from './history/passage-finder'
export { PassageFinder } from './history/passage-finder'
export { purgeUpdate, type Units } from './history/purge-update'
export type { Loss, Rescue } from './history/rescue-finder'
export { RescueFinder } from './history/rescue-finder'
export { indicatorOf, namedIndicators } from './indicators'
export type { Item } from './items'
export {
  addItem,
  itemText,
  itemTitle,
  listAllItems,
  listItems,
  moveItem,
  removeItem,
  restoreItem,
  setItemMinutes,
  setItemPresenter,
  subscribeItems,
} from './items'
export { canonicalJson as canonicalText, type Json, type JsonObject } from './json'
export type { LineAttr, LineKind, MarkName, Mention, NamedIndicator } from './kinds'
export { DEFAULT_KIND, LINE_ATTRS, LINE_KINDS, MARKS, MAX_LEVEL } from './kinds'
export type { Span } from './line/spans'
export { embedText, spansText } from './line/spans'
export { type Anchor, anchorAt, type Place, type Pointed, readPlaces, type UnitName } from './notes/anchor'
export { changeLine, type LineChange, reword } from './notes/reword'
export {
  createNotulaDoc,
  documentVersion,
  isNewerThanThisBuild,
  LOCAL_EDIT,
  NOTULA_VERSION,
  newClientId,
  rootName,
  withoutFormattingCleanup,
} from './notula-doc'
export { lineNodeAttrs, notulaSchema } from './schema'
export type { SeedItem, SeedLine } from './seed'
export { appendLines, seedNotula } from './seed'
export type { TableGrid } from './tables'
export {
  addColumn,
  addRow,
  cellText,
  deleteColumn,
  deleteRow,
  fillTable,
  moveColumn,
  moveRow,
  subscribeTable,
  tableGrid,
} from './tables'
export type { NotulaUndo } from './undo'
export { createUndo } from './undo'
export type { WrittenPassage } from './written'
export { appendPassages, writtenText } from './written'
