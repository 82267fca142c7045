import type { Action } from './permission-action'

/** Papers of one rapat that leave the house. */
export const PAPER_KINDS = [
  'undangan',
  'daftar_hadir',
  'notula',
  'cuplikan',
  'berita_acara',
  'matriks',
] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

/** Every paper that is made: those, and the report of a triwulan, which is of no rapat. */
export const MADE_KINDS = [...PAPER_KINDS, 'laporan'] as const
export type MadeKind = (typeof MADE_KINDS)[number]

export const PAPER_FORMATS = ['pdf', 'docx', 'xlsx'] as const
export type PaperFormat = (typeof PAPER_FORMATS)[number]

/** The ways each paper goes: to be printed and kept, to be worked on, to be reckoned with. */
export const FORMATS_OF: Readonly<Record<PaperKind, readonly PaperFormat[]>> = {
  undangan: ['pdf', 'docx'],
  daftar_hadir: ['pdf', 'docx'],
  notula: ['pdf', 'docx'],
  cuplikan: ['pdf', 'docx'],
  berita_acara: ['pdf', 'docx'],
  matriks: ['pdf', 'docx', 'xlsx'],
}

/** What became of a paper that was asked for. */
export const PAPER_STATES = ['waiting', 'making', 'ready', 'failed'] as const
export type PaperState = (typeof PAPER_STATES)[number]

const ACTION_OF: Partial<Record<PaperKind, Action>> = {
  undangan: 'undangan.read',
  // It carries telephone numbers.
  daftar_hadir: 'peserta.contact',
}

/** What somebody has to be allowed to take a paper along (SPEC.md, P23). */
export const actionOfPaper = (kind: PaperKind): Action => ACTION_OF[kind] ?? 'kertas.read'
