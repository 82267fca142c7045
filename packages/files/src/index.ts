export { pictureForPaper, webpAsPng } from './image'
export { type Inspected, inspectFile, inspectTable } from './inspect'
export { clamd, type Scan } from './scanner'
export { FileStore, type FileStoreOptions } from './store'
