import type { Words } from '@mufakat/i18n'
import type { Present } from '@mufakat/live'
import { Avatar } from '@mufakat/ui'
import { colourOf } from './carets'

const SHOWN = 4

/** One entry a person, however many tabs they have open; oneself first. */
export function distinctPeople(presence: readonly Present[], self: string): Present[] {
  const people = new Map<string, Present>()
  for (const present of presence) if (!people.has(present.personId)) people.set(present.personId, present)
  const own = people.get(self)
  return own ? [own, ...[...people.values()].filter(each => each !== own)] : [...people.values()]
}

export function PresentList({
  presence,
  self,
  words,
}: {
  presence: readonly Present[]
  self: string
  words: Words
}) {
  const people = distinctPeople(presence, self)
  const named = (present: Present) => {
    const name =
      present.personId === self ? words.t('editor.present.self', { name: present.name }) : present.name
    return present.opd === null ? name : `${name}, ${present.opd}`
  }
  const more = people.slice(SHOWN)
  return (
    <ul className="nt-present" aria-label={words.t('editor.present', { n: people.length })}>
      {people.slice(0, SHOWN).map(present => (
        <li key={present.personId} className={`nt-person-${colourOf(present)}`}>
          <Avatar small name={present.name} colour={colourOf(present)} label={named(present)} />
        </li>
      ))}
      {more.length > 0 && (
        <li>
          <span
            className="nt-present-more"
            role="img"
            aria-label={more.map(named).join('; ')}
            title={more.map(named).join('\n')}
          >
            +{more.length}
          </span>
        </li>
      )}
    </ul>
  )
}
