import type { listEveryAccount } from '@mufakat/db'
import { normalizeNip } from '@mufakat/domain'
import { plainText, WrongCell } from './row'

export type KnownPerson = Awaited<ReturnType<typeof listEveryAccount>>[number]

/** How a person is written in a cell: NIP, e-mail, or a name that is nobody else's. */
export const keyOfPerson = ({ nip, email, name }: Pick<KnownPerson, 'nip' | 'email' | 'name'>): string =>
  nip ?? email ?? name

/** Whom a cell means. */
export function personIn(column: string, text: string, people: readonly KnownPerson[]): KnownPerson {
  const nip = normalizeNip(text)
  const wanted = plainText(text)
  const found =
    nip === null
      ? people.filter(one => one.email === wanted || plainText(one.name) === wanted)
      : people.filter(one => one.nip === nip)
  const [only] = found
  if (only === undefined) throw new WrongCell(column, 'person')
  if (found.length > 1) throw new WrongCell(column, 'person-twice')
  return only
}
