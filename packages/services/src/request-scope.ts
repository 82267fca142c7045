import { AsyncLocalStorage } from 'node:async_hooks'

/** Who looks at the portal as whom. */
export interface Viewing {
  readonly adminId: string
  readonly personId: string
}

interface Scope {
  readonly requestId: string
  viewing: Viewing | null
}

const scope = new AsyncLocalStorage<Scope>()

/** Does the work under the id of the request that asked for it, so that what it causes elsewhere can be found by it. */
export const inRequest = <T>(requestId: string, work: () => T): T =>
  scope.run({ requestId, viewing: null }, work)

/** Id of the request that is being answered; null outside of one. */
export const requestIdNow = (): string | null => scope.getStore()?.requestId ?? null

/** Says whose session asks, once it is known: what is recorded under the person looked at names the admin. */
export function noteViewing(viewing: Viewing | null): void {
  const store = scope.getStore()
  if (store !== undefined) store.viewing = viewing
}

export const viewingNow = (): Viewing | null => scope.getStore()?.viewing ?? null
