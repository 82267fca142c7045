export {
  type ExportValuesInput,
  exampleValues,
  exportChoices,
  exportValues,
  exportValuesInput,
} from './export'
export {
  IMPORT_CHOICES,
  type ImportChoice,
  importValues,
  reviewValueFile,
  reviewValues,
  type ValueReview,
} from './import'
export { MAX_VALUE_BYTES, type ValueRefusal, type ValueSheet } from './sheet'
