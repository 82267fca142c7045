export { type Inspected, inspectFile } from './inspect'
export { clamd, type Scan } from './scanner'
export { FileStore, type FileStoreOptions } from './store'
