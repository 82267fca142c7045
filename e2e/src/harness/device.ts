import type { Page } from '@playwright/test'
import type { Account } from './sign-in'

/** Names of devices, by account; one process is one desk for each. */
const kept = new Map<Account, string>()

/**
 * Makes this browser the device that the account had before, as the one on their desk is: the server gives a person keys
 * for a dozen new devices, and then makes them wait.
 */
export async function onSameDevice(page: Page, account: Account): Promise<void> {
  const id = kept.get(account) ?? crypto.randomUUID()
  kept.set(account, id)
  await page.evaluate(
    name =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('mufakat-device', 1)
        opening.onupgradeneeded = () => opening.result.createObjectStore('device')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const writing = opening.result.transaction('device', 'readwrite')
          writing.objectStore('device').put(name, 'id')
          writing.onerror = () => reject(writing.error)
          writing.oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      }),
    id,
  )
}
