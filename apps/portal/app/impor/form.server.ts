import { AppError } from '@mufakat/kernel'

/** How much was put in just now, as the address says; null: nothing was. */
export function doneOf(request: Request): number | null {
  const done = Number(new URL(request.url).searchParams.get('hasil') ?? Number.NaN)
  return Number.isInteger(done) && done >= 0 ? done : null
}

/** The file that was handed in. @throws AppError `invalid-input` where there is none */
export async function fileOf(form: FormData): Promise<{ name: string; bytes: Uint8Array }> {
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0)
    throw new AppError('invalid-input', 'no file', { fields: { file: 'field.required' } })
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}

/** What `HandedOn` has carried. */
export const handedOn = (form: FormData) => ({
  sheet: String(form.get('lembar') ?? ''),
  mark: String(form.get('tanda') ?? ''),
})
