import { openDatabase } from '@mufakat/db'
import { expect, it } from 'vitest'
import { testDatabase } from './index'

it('gives each suite a database of its own', async () => {
  const [one, two] = await Promise.all([testDatabase(), testDatabase()])
  const owner = openDatabase(one.ownerUrl, { max: 1 })
  await owner.sql`create table only_here (n int)`
  await owner.close()
  const seen = await two.database.sql`select to_regclass('only_here') as found`
  expect(seen[0]?.found).toBeNull()
  await Promise.all([one.close(), two.close()])
})
