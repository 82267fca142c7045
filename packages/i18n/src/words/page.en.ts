import type { PageCatalogue } from '../catalogue'
import { doorEn } from './door.en'
import { notulaEn } from './notula.en'
import { rapatEn } from './rapat.en'
import { shellEn } from './shell.en'
import { unsentEn } from './unsent.en'

export const pageEn: PageCatalogue = { ...shellEn, ...doorEn, ...rapatEn, ...notulaEn, ...unsentEn }
