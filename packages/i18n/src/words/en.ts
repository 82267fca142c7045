import type { Catalogue } from '../catalogue'
import { editorEn } from './editor.en'
import { keptEn } from './kept.en'
import { pageEn } from './page.en'

export const en: Catalogue = { ...pageEn, ...editorEn, ...keptEn }
