/** One step of a card. */
export interface Subtask {
  readonly id: string
  readonly title: string
  readonly done: boolean
}

/** More is a card of its own. */
export const MAX_SUBTASKS = 50

export type SubtaskChange =
  | { readonly did: 'added'; readonly id: string; readonly title: string }
  | { readonly did: 'done' | 'undone' | 'removed'; readonly id: string }
  /** `from`: how it was called when it was renamed. */
  | { readonly did: 'renamed'; readonly id: string; readonly from: string; readonly title: string }
  | { readonly did: 'moved'; readonly id: string; readonly way: 'up' | 'down' }

/** `changed`: somebody else has called it otherwise meanwhile. */
export type SubtaskFault = 'full' | 'gone' | 'changed'

/** The steps after a change (SPEC.md PP24); the same list where nothing changes, or why it cannot be. */
export function changedSubtasks(
  list: readonly Subtask[],
  change: SubtaskChange,
): readonly Subtask[] | SubtaskFault {
  if (change.did === 'added') {
    if (list.length >= MAX_SUBTASKS) return 'full'
    return [...list, { id: change.id, title: change.title, done: false }]
  }
  const at = list.findIndex(one => one.id === change.id)
  const one = list[at]
  if (one === undefined) return 'gone'
  switch (change.did) {
    case 'done':
    case 'undone': {
      const done = change.did === 'done'
      return one.done === done ? list : list.with(at, { ...one, done })
    }
    case 'renamed':
      if (one.title === change.title) return list
      return one.title === change.from ? list.with(at, { ...one, title: change.title }) : 'changed'
    case 'removed':
      return list.toSpliced(at, 1)
    case 'moved': {
      const other = list[change.way === 'up' ? at - 1 : at + 1]
      if (other === undefined) return list
      return list.map(step => (step === one ? other : step === other ? one : step))
    }
  }
}
