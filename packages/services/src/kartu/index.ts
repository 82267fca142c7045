export { addCard } from './add'
export type { CommandDone } from './command'
export { addEvidence, evidenceOf, judgeEvidence } from './evidence'
export {
  type AddCardInput,
  type AddEvidenceInput,
  addCardInput,
  addEvidenceInput,
  type CardPlace,
  type JudgeEvidenceInput,
  judgeEvidenceInput,
  type MoveCardInput,
  moveCardInput,
} from './inputs'
export { moveCard } from './move'
export { boardRevision, boardScope, changesSince, changesWithin, readBoard } from './read-board'
export type { BoardChanges, BoardView, CardView, EvidenceView } from './views'
