export {
  type EmbeddedOptions,
  type EmbeddedPostgres,
  runningEmbedded,
  startEmbeddedPostgres,
} from './cluster'
export { findBinaries, folderFor, type RunAs, runAs } from './place'
export { endProcess, gone, isAlive, markProcess, type ProcessMark, pause, signal } from './process'
