export { acceptTindakLanjut, counterTindakLanjut, decideCounterOffer } from './answer'
export {
  type AcceptInput,
  acceptInput,
  type CounterInput,
  counterInput,
  type DecideCounterInput,
  decideCounterInput,
} from './inputs'
export { readBack } from './read'
export type * from './views'
