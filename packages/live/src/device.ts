import { openDB } from 'idb'

/**
 * A random name of this browser profile, made once and kept with the journal: the two are deleted together.
 * In one transaction, or two tabs could each make one and seal under a key that is never found again.
 */
export async function deviceId(): Promise<string> {
  const db = await openDB('mufakat-device', 1, {
    upgrade(database) {
      database.createObjectStore('device')
    },
  })
  const tx = db.transaction('device', 'readwrite')
  const id: unknown = await tx.store.get('id')
  const made = typeof id === 'string' ? id : crypto.randomUUID()
  if (made !== id) await tx.store.put(made, 'id')
  await tx.done
  db.close()
  return made
}
