import type { Actor } from '@mufakat/domain'
import type { FileContext } from '../files/context'
import * as services from '../index'

type Call = (ctx: FileContext, actor: Actor | null, rapatId: string) => Promise<unknown>
type Answers = readonly [nobody: string, own: string, other: string]

const IN = 'not-signed-in'
const DEVICE = '3f1f6f0a-5a55-4a3e-9f0a-1c2d3e4f5a6b'
const mailContext = (ctx: services.ServiceContext): services.MailContext => ({
  ...ctx,
  vault: services.openVault('x'.repeat(32)),
  smtp: null,
})

/** What keeps an installation running: queue, backups, mail. */
export const operationRows: Record<string, { call: Call; answers: Answers }> = {
  readQueue: { call: (c, a) => services.readQueue(c, a), answers: [IN, 'yfffff', 'yfffff'] },
  retryFailed: {
    call: (c, a) => services.retryFailed(c, a, { what: 'all' }),
    answers: [IN, 'yfffff', 'yfffff'],
  },
  backupOverview: { call: (c, a) => services.backupOverview(c, a), answers: [IN, 'yfffff', 'yfffff'] },
  requestBackup: {
    call: async (c, a) => {
      await c.database.sql`update backup set state = 'failed', failure = 'interrupted', ended_at = now()
        where ended_at is null and ${a?.role === 'admin'}`
      return services.requestBackup(c, a)
    },
    answers: [IN, 'yfffff', 'yfffff'],
  },
  systemStatus: { call: (c, a) => services.systemStatus(c, a), answers: [IN, 'yfffff', 'yfffff'] },
  mailSettings: {
    call: (c, a) => services.mailSettings(mailContext(c), a),
    answers: [IN, 'yfffff', 'yfffff'],
  },
  saveMailSettings: {
    call: (c, a) => services.saveMailSettings(mailContext(c), a, { transport: 'outbox' }),
    answers: [IN, 'yfffff', 'yfffff'],
  },
  sendTestMail: {
    call: (c, a) => services.sendTestMail(c, a, { to: 'budi@contoh.go.id' }),
    answers: [IN, 'yfffff', 'yfffff'],
  },
  testMailState: {
    call: (c, a) => services.testMailState(c, a, DEVICE),
    answers: [IN, 'yfffff', 'yfffff'],
  },
}
