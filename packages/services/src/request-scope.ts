import { AsyncLocalStorage } from 'node:async_hooks'

const scope = new AsyncLocalStorage<string>()

/** Does the work under the id of the request that asked for it, so that what it causes elsewhere can be found by it. */
export const inRequest = <T>(requestId: string, work: () => T): T => scope.run(requestId, work)

/** Id of the request that is being answered; null outside of one. */
export const requestIdNow = (): string | null => scope.getStore() ?? null
