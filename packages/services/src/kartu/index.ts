export { cardActivity } from './activity-page'
export { addCard } from './add'
export type { CommandDone } from './command'
export { addComment, editComment, settleComment } from './comment'
export { type CardCommentPart, type CardCommentView, commentPart } from './comment-read'
export { removeContribution, setContribution } from './contribution'
export { type ContributionPart, type ContributionView, contributionPart } from './contribution-read'
export { editCard } from './edit'
export {
  type CardInput,
  type ChangeSubtaskInput,
  cardInput,
  changeSubtaskInput,
  type EditCardInput,
  editCardInput,
  type HandOverCardInput,
  handOverCardInput,
  type PostponeCardInput,
  postponeCardInput,
  type RemoveContributionInput,
  type RepeatCardInput,
  removeContributionInput,
  repeatCardInput,
  type SetContributionInput,
  type SupportCardInput,
  setContributionInput,
  supportCardInput,
} from './edit-inputs'
export { addEvidence, askVerification, judgeEvidence, withdrawEvidence } from './evidence'
export { type EvidencePart, type EvidenceView, evidenceOf, evidencePart } from './evidence-read'
export { followCard, followingOfCard } from './follower'
export {
  type AddCardInput,
  type AddCommentInput,
  type AddEvidenceInput,
  type AskVerificationInput,
  addCardInput,
  addCommentInput,
  addEvidenceInput,
  askVerificationInput,
  type CardPlace,
  type EditCommentInput,
  editCommentInput,
  type FollowCardInput,
  followCardInput,
  type JudgeEvidenceInput,
  judgeEvidenceInput,
  type MoveCardInput,
  moveCardInput,
  type SettleCommentInput,
  settleCommentInput,
  type WithdrawEvidenceInput,
  withdrawEvidenceInput,
} from './inputs'
export { moveCard } from './move'
export { openCard } from './open-card'
export * from './other-views'
export type {
  ActivityEntry,
  ActivityPage,
  CardPage,
  CardPostponement,
  CardRights,
  DecidedLine,
  StatusWay,
} from './page-views'
export { handOverCard, postponeCard } from './postpone'
export { boardRevision, boardScope, changesSince, changesWithin, readableCard, readBoard } from './read-board'
export { removeCard, restoreCard } from './remove'
export { makeCopies, repeatCard } from './repeat'
export { boardStart } from './start'
export { changeSubtask } from './subtasks'
export { supportCard } from './support'
export type {
  BoardChanges,
  BoardRights,
  BoardStart,
  BoardView,
  CardView,
  FollowingView,
  WorkOfLine,
} from './views'
export { workOfNotula } from './work-of-notula'
