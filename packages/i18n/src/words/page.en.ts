import type { PageCatalogue } from '../catalogue'
import { notulaEn } from './notula.en'
import { rapatEn } from './rapat.en'
import { shellEn } from './shell.en'
import { unsentEn } from './unsent.en'

export const pageEn: PageCatalogue = { ...shellEn, ...rapatEn, ...notulaEn, ...unsentEn }
