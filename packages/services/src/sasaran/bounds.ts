import type { Queryable } from '@mufakat/db'
import { type BandBounds, DEFAULT_BANDS } from '@mufakat/domain'
import { settingOf } from '../settings/settings'

/** Lower bounds of the bands that hold now. */
export const readBounds = async (db: Queryable): Promise<BandBounds> => ({
  ...DEFAULT_BANDS,
  ...(await settingOf(db, 'bands')),
})
