import type { Database } from '@mufakat/db'

/** Until the demo data exists there is nothing to put in. */
export async function seedWhenNew(_database: Database): Promise<void> {}
