import { z } from 'zod'

/** As it is kept: lines end in one way, and nothing that the database has no place for. */
export const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\u0000', '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim()

export const words = (max: number) => z.string().transform(clean).pipe(z.string().max(max, 'field.too-long'))

export const named = (max: number) => words(max).pipe(z.string().min(1, 'field.required'))
