import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedSubtasks, MAX_SUBTASKS, type Subtask, type SubtaskChange } from './card-subtask'

const step = (id: string, title = id): Subtask => ({ id, title, done: false })
const list = [step('a'), step('b'), step('c')]
const ids = (steps: ReturnType<typeof changedSubtasks>) =>
  typeof steps === 'string' ? steps : steps.map(({ id }) => id).join('')

describe('[PP24] the steps of a card', () => {
  it('are moved by one, ticked and taken away, and stay as they are at an end', () => {
    expect(ids(changedSubtasks(list, { did: 'moved', id: 'b', way: 'up' }))).toBe('bac')
    expect(ids(changedSubtasks(list, { did: 'moved', id: 'b', way: 'down' }))).toBe('acb')
    expect(changedSubtasks(list, { did: 'moved', id: 'a', way: 'up' })).toBe(list)
    expect(ids(changedSubtasks(list, { did: 'removed', id: 'b' }))).toBe('ac')
    expect(changedSubtasks(list, { did: 'done', id: 'a' })).toMatchObject([
      { done: true },
      { done: false },
      {},
    ])
    expect(changedSubtasks(list, { did: 'undone', id: 'a' })).toBe(list)
    expect(changedSubtasks(list, { did: 'done', id: 'x' })).toBe('gone')
  })

  it('are renamed by who knows how they are called', () => {
    expect(changedSubtasks(list, { did: 'renamed', id: 'a', from: 'a', title: 'A' })).toMatchObject([
      { title: 'A' },
      {},
      {},
    ])
    expect(changedSubtasks(list, { did: 'renamed', id: 'a', from: 'x', title: 'A' })).toBe('changed')
    expect(changedSubtasks(list, { did: 'renamed', id: 'a', from: 'x', title: 'a' })).toBe(list)
  })

  it('are 50 at most, each once, whatever is done', () => {
    const id = fc.integer({ min: 0, max: 60 }).map(String)
    const change: fc.Arbitrary<SubtaskChange> = fc.oneof(
      fc.record({ did: fc.constant('added' as const), title: fc.string() }).map(one => ({ ...one, id: '' })),
      fc.record({ did: fc.constantFrom('done' as const, 'undone' as const, 'removed' as const), id }),
      fc.record({
        did: fc.constant('moved' as const),
        id,
        way: fc.constantFrom('up' as const, 'down' as const),
      }),
    )
    fc.assert(
      fc.property(fc.array(change, { maxLength: 120 }), changes => {
        let steps: readonly Subtask[] = []
        changes.forEach((one, n) => {
          const next = changedSubtasks(steps, one.did === 'added' ? { ...one, id: String(n) } : one)
          if (next === 'full') expect(steps).toHaveLength(MAX_SUBTASKS)
          if (typeof next === 'string') return
          if (one.did === 'moved') expect(ids([...next].sort(byId))).toBe(ids([...steps].sort(byId)))
          steps = next
        })
        expect(steps.length).toBeLessThanOrEqual(MAX_SUBTASKS)
        expect(new Set(steps.map(({ id: one }) => one)).size).toBe(steps.length)
      }),
    )
  })
})

const byId = (one: Subtask, other: Subtask): number => one.id.localeCompare(other.id)
