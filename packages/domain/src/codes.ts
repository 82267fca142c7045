/**
 * The closed sets of the domain. They are codes: words for people are in `i18n` under the same names.
 * Source: the working terms of the regency (SPEC.md, "Codes").
 */
export const ROLES = ['admin', 'sekretariat', 'pimpinan', 'kepala_opd', 'staf_opd', 'tamu'] as const
export type Role = (typeof ROLES)[number]

export const RAPAT_STATUSES = [
  'draf',
  'terjadwal',
  'berlangsung',
  'selesai',
  'ditunda',
  'dibatalkan',
] as const
export type RapatStatus = (typeof RAPAT_STATUSES)[number]

export const NOTULA_STATES = ['draf', 'diajukan', 'dikembalikan', 'disahkan'] as const
export type NotulaState = (typeof NOTULA_STATES)[number]

export const TINDAK_LANJUT_STATUSES = [
  'belum',
  'berjalan',
  'menunggu_verifikasi',
  'selesai',
  'dibatalkan',
] as const
export type TindakLanjutStatus = (typeof TINDAK_LANJUT_STATUSES)[number]

/** Of bukti dukung: handed in, accepted by the sekretariat, sent back with a note, or taken back by who handed it in. */
export const EVIDENCE_STATES = ['diajukan', 'diterima', 'dikembalikan', 'ditarik'] as const
export type EvidenceState = (typeof EVIDENCE_STATES)[number]

export const PRIORITIES = ['rendah', 'sedang', 'tinggi', 'mendesak'] as const
export type Priority = (typeof PRIORITIES)[number]

/**
 * The three strategies against extreme poverty (Inpres 4/2022, kept by Inpres 8/2025):
 * a pengurangan beban pengeluaran, b peningkatan pendapatan, c penurunan kantong kemiskinan.
 */
export const STRATEGIES = ['a', 'b', 'c'] as const
export type Strategy = (typeof STRATEGIES)[number]

/** What the invited answer, and how they were there in the end. */
export const RSVPS = ['hadir', 'diwakilkan', 'izin'] as const
export type Rsvp = (typeof RSVPS)[number]

export const PRESENCES = [...RSVPS, 'tanpa_keterangan'] as const
export type Presence = (typeof PRESENCES)[number]

/** How a jabatan is held: appointed, acting while vacant (Plt.), or acting while its holder is away (Plh.). */
export const HOLDING_KINDS = ['definitif', 'plt', 'plh'] as const
export type HoldingKind = (typeof HOLDING_KINDS)[number]

export const OPD_KINDS = ['sekretariat', 'inspektorat', 'badan', 'dinas', 'kecamatan', 'lainnya'] as const
export type OpdKind = (typeof OPD_KINDS)[number]

/** `open` until an admin decides; `withdrawn` by the person. */
export const ERASURE_STATES = ['open', 'granted', 'refused', 'withdrawn'] as const
export type ErasureState = (typeof ERASURE_STATES)[number]

/** How a series of rapat repeats: each triwulan, each month, or on days of its own. */
export const CADENCES = ['triwulan', 'bulan', 'tanggal'] as const
export type Cadence = (typeof CADENCES)[number]

/** A topic that an OPD proposes: `open` until the sekretariat decides; `withdrawn` by its person. */
export const PROPOSAL_STATES = ['open', 'accepted', 'returned', 'withdrawn'] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

export const LOCALES = ['id', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** Narrows an unchecked string to one of a closed set. */
export const isCode = <T extends string>(codes: readonly T[], value: unknown): value is T =>
  typeof value === 'string' && (codes as readonly string[]).includes(value)
