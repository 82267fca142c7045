/** A whole number as people write it ("2.048", "2 048"); what is none stays NaN for the schema to refuse. */
export function numberOf(form: FormData, name: string): number {
  const text = String(form.get(name) ?? '').replace(/[.\s]/g, '')
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
}
