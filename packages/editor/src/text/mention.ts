import type { Choice, Desk } from '../desk/desk'
import type { Trigger } from './trigger'

const SHOWN = 8

interface Named extends Choice {
  kind: 'opd' | 'person'
  /** Lower case, what is searched. */
  haystack: string
}

function named(desk: Desk): Named[] {
  return [
    ...desk.directory.opds.map(
      (opd): Named => ({
        id: opd.id,
        kind: 'opd',
        title: opd.shortName,
        hint: opd.name,
        icon: 'opd',
        haystack: `${opd.shortName} ${opd.name}`.toLocaleLowerCase(),
      }),
    ),
    ...desk.directory.people.map(
      (person): Named => ({
        id: person.id,
        kind: 'person',
        title: person.name,
        hint: person.opd ?? '',
        icon: 'person',
        haystack: person.name.toLocaleLowerCase(),
      }),
    ),
  ]
}

/** Those whose name begins with the query first, then those where a word does, then those that contain it. */
export function searchNamed(all: readonly Named[], query: string): Named[] {
  const wanted = query.trim().toLocaleLowerCase()
  const rank = (each: Named) =>
    each.haystack.startsWith(wanted)
      ? 0
      : each.haystack.includes(` ${wanted}`)
        ? 1
        : each.haystack.includes(wanted)
          ? 2
          : 3
  return all
    .map(each => ({ each, rank: rank(each) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, SHOWN)
    .map(({ each }) => each)
}

export function mentionTrigger(desk: Desk): Trigger {
  let all: Named[] | null = null
  return {
    // Names have spaces: up to three words, for as long as somebody of that name exists.
    pattern: /(^|[\s(\uFFFC])@([\p{L}\d.'&-]{0,30}(?: [\p{L}\d.'&-]{1,30}){0,2})$/u,
    label: desk.words.t('editor.mention'),
    listId: 'nt-mention-list',
    choices(query) {
      all ??= named(desk)
      return searchNamed(all, query)
    },
    pick(view, choice, from, to) {
      const type = view.state.schema.nodes.mention
      const found = all?.find(each => each.id === choice.id)
      if (!type || !found) return
      const node = type.create({ kind: found.kind, id: found.id, label: found.title })
      view.dispatch(view.state.tr.replaceWith(from, to, [node, view.state.schema.text(' ')]).scrollIntoView())
    },
  }
}
