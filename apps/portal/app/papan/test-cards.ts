import type { CardView } from '@mufakat/services'

/** A card for tests, which nobody has decided. */
export const testCard = (id: string, more: Partial<CardView> = {}): CardView => ({
  ...{ id, title: id, opdId: null, jabatan: null, due: null, postponed: 0, priority: null, strategy: null },
  ...{
    status: 'belum',
    progress: 0,
    evidence: 0,
    accepted: 0,
    comments: 0,
    rank: id,
    revision: 1,
    from: null,
  },
  ...more,
})
