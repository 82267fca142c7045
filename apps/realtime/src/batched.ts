/**
 * Asks about many keys in one go: what is asked for while an answer is on its way goes together into the next
 * question. When hundreds come back at once this costs a few statements instead of hundreds, and nobody waits longer
 * than they would in line.
 * @param ask answers for those keys that have one; when it throws, so does every asking in it
 * @param most so many keys in one question; with large answers the first need not wait for the last
 */
export function batched<K, V>(
  ask: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
  most = Number.POSITIVE_INFINITY,
): (key: K) => Promise<V | undefined> {
  const waiting: { readonly key: K; resolve(value: V | undefined): void; reject(error: unknown): void }[] = []
  let isAsking = false
  const run = async () => {
    isAsking = true
    while (waiting.length > 0) {
      const asked = waiting.splice(0, most)
      try {
        const answers = await ask([...new Set(asked.map(({ key }) => key))])
        for (const { key, resolve } of asked) resolve(answers.get(key))
      } catch (error) {
        for (const { reject } of asked) reject(error)
      }
    }
    isAsking = false
  }
  return key =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject })
      if (!isAsking) void run()
    })
}
