export {
  type EmbeddedOptions,
  type EmbeddedPostgres,
  runningEmbedded,
  startEmbeddedPostgres,
} from './cluster'
export { endProcess, gone, isAlive, markProcess, type ProcessMark, pause, signal } from './process'
