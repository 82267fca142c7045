export { addCard } from './add'
export type { CommandDone } from './command'
export { addEvidence, evidenceOf, judgeEvidence } from './evidence'
export {
  type AddCardInput,
  type AddEvidenceInput,
  addCardInput,
  addEvidenceInput,
  type BoardStartInput,
  boardStartInput,
  type CardPlace,
  type JudgeEvidenceInput,
  judgeEvidenceInput,
  type MoveCardInput,
  moveCardInput,
} from './inputs'
export { moveCard } from './move'
export { boardRevision, boardScope, changesSince, changesWithin, readBoard } from './read-board'
export { boardStart } from './start'
export type {
  BoardChanges,
  BoardRights,
  BoardStart,
  BoardView,
  CardView,
  EvidenceView,
  WorkOfLine,
} from './views'
export { workOfNotula } from './work-of-notula'
