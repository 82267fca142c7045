export type {
  Directory,
  DirectoryPerson,
  IndicatorName,
  Opd,
  SignInAgainProps,
  UnsentProps,
} from './desk/desk'
export { NotulaDesk, type NotulaDeskProps } from './desk/notula-desk'
export { hasUnsaved } from './desk/save-words'
export type { FigureText, FigureTextById } from './figures'
export { NotulaEditor, type NotulaEditorProps } from './notula-editor'
export type { RemarksPort } from './remarks/port'
export type { LineWork, WorkByLine } from './work'
