import type { RapatStatus } from '@mufakat/domain'

/** Of rapat that are still to come, or under way: they name who takes part from now on. */
export const PLANNED: readonly RapatStatus[] = ['draf', 'terjadwal', 'berlangsung', 'ditunda']
