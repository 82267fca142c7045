/** Says which of a browser's tabs holds a lease, so that no tab sends the journal of another that is alive. */
export interface LeaseLocks {
  /** @returns how to give it back; null when another tab has it */
  tryHold(name: string): Promise<(() => void) | null>
}

/**
 * Web Locks where the browser has them (pages served over https or from localhost). Elsewhere a tab only knows of
 * itself, and the server decides: it takes edits from the connection that took the lease up last.
 */
export function browserLocks(): LeaseLocks {
  const held = new Set<string>()
  const locks = globalThis.navigator?.locks
  return {
    async tryHold(name) {
      if (held.has(name)) return null
      held.add(name)
      const letGo = () => held.delete(name)
      if (locks === undefined) return letGo
      return await new Promise(resolve => {
        void locks.request(name, { ifAvailable: true }, lock => {
          if (lock === null) {
            letGo()
            resolve(null)
            return
          }
          return new Promise<void>(release => {
            resolve(() => {
              letGo()
              release()
            })
          })
        })
      })
    },
  }
}
