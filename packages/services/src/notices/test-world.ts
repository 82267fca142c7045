import { type Database, findNoticeSetting, openDatabase, putNoticeSetting } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import type { MailingContext } from '../account/mail'
import { inTransaction } from '../context'
import * as services from '../index'
import { makeOrganisation, TestClock, type TestOrganisation } from '../test-organisation'
import { USUAL_SETTING } from './own-settings'

const TABLES = [
  'notice',
  'card_reminder',
  'rapat_mute',
  'notice_setting',
  'mail',
  'card_comment',
  'card_follower',
  'card_postponement',
  'card_activity',
  'card_command',
  'card_evidence',
  'card',
  'tindak_lanjut',
]

interface OfTest {
  readonly database: Database
  readonly ownerUrl: string
}

/** Two OPD, their cards, and what people are told of them. */
export class NoticeWorld {
  private constructor(
    readonly test: OfTest,
    readonly organisation: TestOrganisation,
  ) {}

  static async open(test: OfTest): Promise<NoticeWorld> {
    return new NoticeWorld(test, await makeOrganisation(test.database))
  }

  clock = new TestClock()

  get ctx(): MailingContext {
    return { database: this.test.database, clock: this.clock, baseUrl: 'https://rapat.contoh.go.id' }
  }

  /** Nobody was told of anything, at 10.00 WIB on 24 November 2026. */
  async clear(): Promise<void> {
    this.clock = new TestClock()
    // The role of the apps may not take away what happened.
    const owner = openDatabase(this.test.ownerUrl, { max: 1 })
    for (const table of TABLES) await owner.sql`delete from ${owner.sql(table)}`
    await owner.close()
    await this.test.database.sql`update person set email = null, active = true`
    await this.test.database.sql`update notice_cursor set revision = (select revision from board)`
  }

  boss = (): Actor => this.organisation.actor('sekretariat')
  head = (side: 'own' | 'other' = 'own'): Actor => this.organisation.actor('kepala_opd', side)
  staff = (side: 'own' | 'other' = 'own'): Actor => this.organisation.actor('staf_opd', side)

  /** The id of a new card of the own OPD. */
  async card(due: string | null = null, by = this.boss(), title = 'Menyusun daftar'): Promise<string> {
    const { card } = await services.addCard(this.ctx, by, {
      ...{ commandId: newId(), title, ownerOpdId: this.organisation.ownOpd, due },
      ...{ priority: null, strategy: null, status: 'belum', place: { end: 'last' } },
    })
    return card.id
  }

  move = (by: Actor, cardId: string, status: services.MoveCardInput['status'] = 'berjalan') =>
    services.moveCard(this.ctx, by, { commandId: newId(), cardId, status, place: { end: 'last' } })

  gather = () => services.gatherNotices(this.ctx)
  remind = () => services.remindOfTenggat(this.ctx)
  mail = () => services.mailNotices(this.ctx)

  /** What this person was told, the oldest first: kind, how many, whether it was read. */
  async told({ personId }: Actor): Promise<{ kind: string; merged: number; isRead: boolean }[]> {
    return this.test.database.sql`
      select kind, merged, read_at is not null as "isRead" from notice
      where person_id = ${personId} order by at, kind, read_at, id`
  }

  /** The same in short: 'changes 2'. */
  heard = async (actor: Actor): Promise<string[]> =>
    (await this.told(actor)).map(({ kind, merged }) => `${kind} ${merged}`)

  read = (actor: Actor) =>
    services.markRead(this.ctx, actor, { which: 'all', seenUntil: new Date('2199-01-01') })

  async setting({ personId }: Actor, changes: Partial<services.NoticeSetting>): Promise<void> {
    await inTransaction(this.ctx, async tx => {
      const before = (await findNoticeSetting(tx, personId)) ?? USUAL_SETTING
      await putNoticeSetting(tx, { ...before, ...changes, personId, now: this.clock.now() })
    })
  }

  address = ({ personId }: Actor) =>
    this.test.database.sql`update person set email = ${`${personId}@contoh.go.id`} where id = ${personId}`

  letters = () =>
    this.test.database.sql<{ event: string; data: { groups: { title: string; lines: object[] }[] } }[]>`
      select event, data from mail where template = 'notices' order by created_at, id`
}
