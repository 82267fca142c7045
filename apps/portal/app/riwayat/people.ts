import type { Words } from '@mufakat/i18n'

/** Names of at most this many people; the rest is a number. */
const NAMED = 3

export function peopleOf(people: readonly { readonly name: string }[], words: Words): string {
  if (people.length === 0) return words.t('versi.nobody')
  const names = people.map(person => person.name)
  if (names.length <= NAMED) return names.join(', ')
  return words.t('versi.more', { names: names.slice(0, NAMED).join(', '), n: names.length - NAMED })
}

/** "09.00–09.40 WIB"; one moment when it began and ended in the same minute. The day stands above. */
export function hoursOf(from: Date, to: Date, words: Words): string {
  const [start, end] = [words.time(from), words.time(to)]
  const isOneDay = words.date(from) === words.date(to)
  const begun = isOneDay ? start : `${words.date(from, 'short')}, ${start}`
  return `${start === end && isOneDay ? start : `${begun}–${end}`} ${words.zone}`
}
