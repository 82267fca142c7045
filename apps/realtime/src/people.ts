import { type Limited, MAX_SOCKETS_OF_PERSON, PERSON_MEMORY_MS, PERSON_RATES } from './limits'
import { Rates } from './rate'

/** Someone with all their connections to this node: what each may do, all may not do together without end. */
export interface Person {
  readonly rates: Rates<Limited>
  connections: number
  leftAt: number
}

export class People {
  readonly #people = new Map<string, Person>()

  /** @returns null when this person has too many connections */
  enter(personId: string): Person | null {
    const person = this.#people.get(personId) ?? {
      rates: new Rates(PERSON_RATES),
      connections: 0,
      leftAt: 0,
    }
    if (person.connections >= MAX_SOCKETS_OF_PERSON) return null
    person.connections += 1
    this.#people.set(personId, person)
    return person
  }

  leave(person: Person): void {
    person.connections -= 1
    person.leftAt = performance.now()
  }

  tidy(now = performance.now()): void {
    for (const [personId, { connections, leftAt }] of this.#people)
      if (connections === 0 && now - leftAt > PERSON_MEMORY_MS) this.#people.delete(personId)
  }
}
