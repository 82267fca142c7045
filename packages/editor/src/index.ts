export type { Directory, DirectoryPerson, Opd, SignInAgainProps, UnsentProps } from './desk/desk'
export { NotulaDesk, type NotulaDeskProps } from './desk/notula-desk'
export { hasUnsaved } from './desk/save-words'
export { NotulaEditor, type NotulaEditorProps } from './notula-editor'
