/** To read, to write, or to write in some agenda items. */
const RIGHTS = ['baca', 'tulis', 'acara'] as const

/** A guest as it is typed. */
export const typedGuest = (form: FormData) => {
  const text = (name: string) => String(form.get(name) ?? '')
  return {
    personId: text('personId'),
    name: text('name'),
    agency: text('agency'),
    right: RIGHTS.find(right => right === text('right')) ?? ('baca' as const),
    items: form.getAll('acara').map(String),
    lastDay: text('lastDay'),
    email: text('email'),
  }
}
export type TypedGuest = ReturnType<typeof typedGuest>

export const guestInput = (rapatId: string, { right, items, ...typed }: TypedGuest) => ({
  ...typed,
  rapatId,
  canWrite: right !== 'baca',
  itemIds: right === 'acara' ? items : null,
})
