const text = (form: FormData, name: string): string => String(form.get(name) ?? '')

const answerOf = (form: FormData, rapatId: string) => ({
  rapatId,
  lineId: text(form, 'baris'),
  hash: text(form, 'hash'),
  saidBy: text(form, 'saidBy'),
  nikConfirmed: form.get('nik') === 'ya',
})

export const acceptanceOf = answerOf

export const offerOf = (form: FormData, rapatId: string) => ({
  ...answerOf(form, rapatId),
  text: text(form, 'text'),
  ownerOpdId: text(form, 'ownerOpdId'),
  tenggat: text(form, 'tenggat'),
  reason: text(form, 'reason'),
})

export const decisionOf = (form: FormData, rapatId: string) => ({
  rapatId,
  answerId: text(form, 'tawaran'),
  deed: text(form, 'maksud'),
  note: text(form, 'note'),
  nikConfirmed: form.get('nik') === 'ya',
})
