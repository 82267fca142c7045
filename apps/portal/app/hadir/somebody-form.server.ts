const FIELDS = ['name', 'nip', 'jabatan', 'agency', 'phone'] as const

/** Somebody without an account, as they are typed. */
export const typedSomebody = (form: FormData) =>
  Object.fromEntries(FIELDS.map(name => [name, String(form.get(name) ?? '')])) as Record<
    (typeof FIELDS)[number],
    string
  >
export type TypedSomebody = ReturnType<typeof typedSomebody>
