// What table, calendar and kept views ask for; the board's own is in index.ts.
export {
  type BoardStartInput,
  boardStartInput,
  type CardTableInput,
  cardFilterInput,
  cardTableInput,
} from './filter-inputs'
export { cardTable } from './table'
export type { CardTableView } from './table-views'
