export { BrokenArchive } from './manifest'
export { type CheckedArchive, checkArchive } from './read-archive'
export { NotEmpty, type Restored, restoreBackup } from './restore'
export { NothingThere, type Taken, takeBackup } from './take'
