export { BrokenArchive } from './manifest'
export { checkArchive } from './read-archive'
export { NotEmpty, type Restored, restoreBackup } from './restore'
export { type Taken, takeBackup } from './take'
