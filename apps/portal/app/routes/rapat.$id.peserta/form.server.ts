/** Guests from the fields `tamu.<n>` (person) and `tamu.<n>.tulis` (may write); an empty choice is no guest. */
export function guestsOf(form: FormData): { personId: string; canWrite: boolean }[] {
  const guests = new Map<string, boolean>()
  for (const [name, value] of form.entries()) {
    if (/^tamu\.\d{1,3}$/.test(name) && typeof value === 'string' && value !== '') {
      guests.set(value, form.get(`${name}.tulis`) === '1')
    }
  }
  return [...guests].map(([personId, canWrite]) => ({ personId, canWrite }))
}
