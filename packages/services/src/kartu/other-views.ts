// What table, calendar and kept views ask for; the board's own is in index.ts.
export {
  CHANGED_FIELDS,
  type ChangeCardsInput,
  type ChangedField,
  type ChangeFault,
  type ChangeVerdict,
  changeCards,
  changeCardsInput,
} from './bulk'
export { cardCalendar, cardCalendarInput } from './calendar'
export {
  type BoardStartInput,
  boardStartInput,
  type CardTableInput,
  cardFilterInput,
  cardTableInput,
} from './filter-inputs'
export {
  importPaste,
  type JudgedPaste,
  type PasteDone,
  type PasteField,
  type PasteInput,
  type PasteReview,
  pasteInput,
  readPaste,
  reviewPaste,
} from './paste'
export { PASTE_FIELDS } from './paste-cells'
export {
  MAX_SAVED_FILTERS,
  removeSavedFilter,
  type SavedFilterView,
  type SaveFilterInput,
  savedFilter,
  savedFilters,
  saveFilter,
  saveFilterInput,
} from './saved-filters'
export { cardTable, exportCards } from './table'
export type { CardCalendarView, CardTableView } from './table-views'
