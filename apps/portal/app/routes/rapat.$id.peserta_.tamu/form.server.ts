/** A guest as it is typed. */
export const typedGuest = (form: FormData) => {
  const text = (name: string) => String(form.get(name) ?? '')
  return {
    personId: text('personId'),
    name: text('name'),
    agency: text('agency'),
    right: text('right') === 'tulis' ? ('tulis' as const) : ('baca' as const),
    lastDay: text('lastDay'),
    email: text('email'),
  }
}
export type TypedGuest = ReturnType<typeof typedGuest>

export const guestInput = (rapatId: string, { right, ...typed }: TypedGuest) => ({
  ...typed,
  rapatId,
  canWrite: right === 'tulis',
})
