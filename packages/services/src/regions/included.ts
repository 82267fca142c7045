import { DISTRICTS_CSV, VILLAGES_CSV } from '../demo/wilayah-csv'

/** Regencies whose tables come along (ODbL 1.0, data/LICENSE-ODbL.md); every other one is read from files. */
export const INCLUDED_REGENCIES = [
  {
    code: '17.06',
    name: 'Kabupaten Mukomuko',
    province: 'Bengkulu',
    files: [DISTRICTS_CSV, VILLAGES_CSV],
  },
] as const
