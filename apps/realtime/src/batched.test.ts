import { expect, it } from 'vitest'
import { batched } from './batched'

it('asks for the first at once, for all who come meanwhile together, and for each key once', async () => {
  const questions: (readonly string[])[] = []
  const lengthOf = batched(async (keys: readonly string[]) => {
    questions.push(keys)
    return new Map(keys.filter(key => key !== '').map(key => [key, key.length]))
  })
  const answers = await Promise.all(['a', 'bb', 'ccc', 'bb', ''].map(lengthOf))
  expect(answers).toEqual([1, 2, 3, 2, undefined])
  expect(questions).toEqual([['a'], ['bb', 'ccc', '']])
  expect(await lengthOf('dddd')).toBe(4)
})

it('fails those whose question failed, and no others', async () => {
  let fails = true
  const ask = batched(async (keys: readonly number[]) => {
    if (fails) throw new Error('away')
    return new Map(keys.map(key => [key, key]))
  })
  const failed = [ask(1).catch(error => error.message), ask(2).catch(error => error.message)]
  expect(await failed[0]).toBe('away')
  expect(await failed[1]).toBe('away')
  fails = false
  expect(await ask(3)).toBe(3)
})
