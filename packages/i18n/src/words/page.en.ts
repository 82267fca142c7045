import type { PageCatalogue } from '../catalogue'
import { notulaEn } from './notula.en'
import { rapatEn } from './rapat.en'
import { shellEn } from './shell.en'

export const pageEn: PageCatalogue = { ...shellEn, ...rapatEn, ...notulaEn }
