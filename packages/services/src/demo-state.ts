import { readSetting } from '@mufakat/db'
import { z } from 'zod'
import type { ServiceContext } from './context'
import { DEMO_ACCOUNTS, DEMO_PASSWORD, demoEmail } from './demo/accounts'
import { settingOf } from './settings/settings'
import type { DemoState } from './views'

export const DEMO_SETTING = 'demo'

const demoSetting = z.object({ seeded: z.literal(true) })

/**
 * Whether this installation is the demo, and what the sign-in page then offers. Seen by everybody; a page
 * shows the accounts only when its settings allow a demo as well.
 */
export async function demoState(ctx: ServiceContext): Promise<DemoState> {
  const { db } = ctx.database
  const isDemo = demoSetting.safeParse(await readSetting(db, DEMO_SETTING)).success
  return {
    isDemo,
    regency: (await settingOf(db, 'regency')).name,
    accounts: isDemo
      ? DEMO_ACCOUNTS.map(({ login, role, label }) => ({ login: demoEmail(login), role, label }))
      : [],
    password: isDemo ? DEMO_PASSWORD : null,
  }
}
