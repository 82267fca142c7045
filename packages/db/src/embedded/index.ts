export { type EmbeddedOptions, type EmbeddedPostgres, startEmbeddedPostgres } from './cluster'
export { type Durability, readDurability } from './durability'
export { endProcess, gone, isAlive, markProcess, type ProcessMark, pause, signal } from './process'
