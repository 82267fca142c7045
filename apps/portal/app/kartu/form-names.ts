/** The forms of the page of a card, as `maksud` names them. */
export const FORM_NAMES = [
  'judul',
  'uraian',
  'keterangan',
  'capaian',
  'mulai',
  'tenggat',
  'pemilik',
  'pendukung',
  'langkah',
  'status',
  'kontribusi-baru',
  'kontribusi',
  'kontribusi-hapus',
  'berkala',
  'singkirkan',
  'kembalikan',
] as const
export type FormName = (typeof FORM_NAMES)[number]
