export { OPEN_FORMATS, type OpenFormat, openIndicatorsFile, openValuesFile } from './files'
export { openCatalogue, openIndicator } from './read'
export type * from './views'
