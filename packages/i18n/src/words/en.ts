import type { Catalogue } from '../catalogue'
import { editorEn } from './editor.en'
import { notulaEn } from './notula.en'
import { rapatEn } from './rapat.en'
import { shellEn } from './shell.en'

export const en: Catalogue = { ...shellEn, ...rapatEn, ...notulaEn, ...editorEn }
