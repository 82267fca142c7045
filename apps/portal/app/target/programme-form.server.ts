import type { TypedProgramme } from './programme-fields'

export function typedProgramme(form: FormData): TypedProgramme {
  const text = (name: keyof TypedProgramme) => String(form.get(name) ?? '')
  return {
    name: text('name'),
    strategy: text('strategy'),
    ownerOpdId: text('ownerOpdId'),
    description: text('description'),
  }
}
