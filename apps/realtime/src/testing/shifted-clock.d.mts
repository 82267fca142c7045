/** Moves this process's wall clock by so many ms. */
export function jump(ms: number): void
