export { acceptTindakLanjut, counterTindakLanjut, decideCounterOffer } from './answer'
export {
  type AcceptInput,
  acceptInput,
  type CounterInput,
  counterInput,
  type DecideCounterInput,
  decideCounterInput,
} from './inputs'
export type { OwnerAnswer } from './owner-answer'
export { readBack } from './read'
export type * from './views'
