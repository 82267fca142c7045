const TEXTS = [
  'number',
  'letterDate',
  'nature',
  'attachments',
  'subject',
  'basis',
  'note',
  'copies',
  'signerId',
  'signerTitle',
  'signerRank',
] as const

/** The letter as it is typed: every field a text. */
export const typedLetter = (form: FormData) => ({
  ...(Object.fromEntries(TEXTS.map(name => [name, String(form.get(name) ?? '')])) as Record<
    (typeof TEXTS)[number],
    string
  >),
  revision: Number(form.get('revision') ?? Number.NaN),
  nik: form.get('nik') === 'ya',
})
export type TypedLetter = ReturnType<typeof typedLetter>

export const letterInput = (rapatId: string, { nik, copies, ...typed }: TypedLetter) => ({
  ...typed,
  rapatId,
  copies: copies
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== ''),
  nikConfirmed: nik,
})
