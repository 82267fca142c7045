/** Says which of a browser's tabs holds a lease, so that no tab sends the journal of another that is alive. */
export interface LeaseLocks {
  /** @returns how to give it back; null when another tab has it */
  tryHold(name: string): Promise<(() => void) | null>
  /** Waits until no other tab has it. @returns as `tryHold`; null when `signal` ended the wait, or nobody can tell */
  holdWhenFree(name: string, signal: AbortSignal): Promise<(() => void) | null>
}

/**
 * Web Locks where the browser has them (pages served over https or from localhost). Elsewhere a tab only knows of
 * itself, and the server decides: it takes edits from the connection that took the lease up last.
 */
export function browserLocks(): LeaseLocks {
  const held = new Set<string>()
  const locks = globalThis.navigator?.locks
  const request = (name: string, options: LockOptions): Promise<(() => void) | null> =>
    new Promise((resolve, reject) => {
      locks
        .request(name, options, lock => {
          if (lock === null) return resolve(null)
          held.add(name)
          return new Promise<void>(release => {
            resolve(() => {
              held.delete(name)
              release()
            })
          })
        })
        .catch(reject)
    })
  return {
    async tryHold(name) {
      if (held.has(name)) return null
      held.add(name)
      if (locks === undefined) return () => held.delete(name)
      const letGo = await request(name, { ifAvailable: true })
      if (letGo === null) held.delete(name)
      return letGo
    },
    async holdWhenFree(name, signal) {
      if (locks === undefined || held.has(name)) return null
      return request(name, { signal }).catch(() => null)
    },
  }
}
