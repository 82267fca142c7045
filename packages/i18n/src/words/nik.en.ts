export const nikEn = {
  'nik.word': 'looks like a NIK',
  'nik.notice': '{n} {n|number in these minutes looks|numbers in these minutes look} like a NIK or KK.',
  'nik.notice.why': 'Population data of people is not kept in minutes.',
  'nik.show': 'Show',
  'nik.mask': 'Mask',
  'nik.masked':
    '{n} {n|number|numbers} masked. The history still has {n|it|them}; an admin can remove what is there for good.',
  'nik.put-off': 'Not now',
  'nik.title': 'This title has digits that look like a NIK or KK.',
} as const
