import { listReachable, type Tx } from '@mufakat/db'

type Reachable = Awaited<ReturnType<typeof listReachable>>[number] & { readonly email: string }

/** Of these people, those that a letter reaches. */
export async function reachable(tx: Tx, ids: readonly (string | null)[]): Promise<Reachable[]> {
  const people = await listReachable(tx, [...new Set(ids.flatMap(id => id ?? []))])
  return people.flatMap(person =>
    person.active && person.email !== null ? [{ ...person, email: person.email }] : [],
  )
}
