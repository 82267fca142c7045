import { createHash } from 'node:crypto'
import { findRapat } from '@mufakat/db'
import { defined, newId } from '@mufakat/kernel'
import type { ServiceContext } from '../context'
import { makeRapat, TEST_NOW, type TestOrganisation } from '../test-organisation'
import { TestWriter } from '../test-writer'

export type Row = Record<string, unknown>

let made = 0
const next = (): number => ++made
/** Of 32 bytes, and no two the same. */
export const hash = (): Buffer => createHash('sha256').update(`${next()}`).digest()
/** Likewise, as the code of a record. */
export const recordCode = (): string => `${next()}`.padStart(10, '0')
export const at = TEST_NOW
export const later = new Date(TEST_NOW.getTime() + 86_400_000)

/** Rows about and around one person, each called by `mark` and the column that names them. */
export class Traces {
  constructor(
    private readonly ctx: ServiceContext,
    private readonly organisation: TestOrganisation,
    readonly me: string,
    private readonly mark: string,
  ) {}

  /** Who does what the person does not. */
  get other(): string {
    return this.organisation.actor('sekretariat').personId
  }

  called = (place: string): string => `${this.mark} ${place}`

  async put(table: string, row: Row): Promise<void> {
    const { sql } = this.ctx.database
    await sql`insert into ${sql(table)} ${sql(row as Record<string, string>)}`
  }

  /** The same with an id. */
  async add(table: string, row: Row): Promise<string> {
    const id = newId()
    await this.put(table, { id, ...row })
    return id
  }

  /** A rapat of the other's, as far as it is not said. */
  async rapat(place: string, columns: Row = {}): Promise<string> {
    const id = await makeRapat(this.ctx, this.organisation, { title: this.called(place) })
    const { sql } = this.ctx.database
    if (Object.keys(columns).length > 0)
      await sql`update rapat set ${sql(columns as Record<string, string>)} where id = ${id}`
    return id
  }

  async ratified(place: string): Promise<string> {
    const id = await this.rapat(place, { notula_state: 'disahkan' })
    await this.ctx.database.sql`update document set state = 'closed' where id = ${await this.documentOf(id)}`
    return id
  }

  documentOf = async (rapatId: string): Promise<string> =>
    defined(await findRapat(this.ctx.database.db, rapatId), 'rapat').documentId

  card = (place: string, by = this.other): Promise<string> =>
    this.add('card', {
      ...{ title: this.called(place), rank: `t${next()}`, revision: 0 },
      ...{ created_by: by, created_at: at, updated_at: at },
    })

  opd = (place: string): Promise<string> =>
    this.add('opd', {
      ...{ name: this.called(place), short_name: this.called(place), kind: 'dinas', position: 9 },
    })

  programme = (place: string, by = this.other): Promise<string> =>
    this.add('programme', {
      ...{ name: this.called(place), strategy: 'a', owner_opd_id: this.organisation.ownOpd, position: 1 },
      ...{ created_by: by, created_at: at, updated_at: at },
    })

  async indicator(place: string, by = this.other): Promise<string> {
    return this.add('indicator', {
      ...{ programme_id: await this.programme(`${place} (program)`), name: this.called(place), unit: 'jiwa' },
      ...{ direction: 'turun', level: 'kabupaten', roll_up: 'tidak', accumulation: 'terakhir' },
      ...{ frequency: 'triwulan', source: 'Dinas', owner_opd_id: this.organisation.ownOpd, position: 1 },
      ...{ created_by: by, created_at: at, updated_at: at },
    })
  }

  async report(place: string, columns: Row = {}): Promise<string> {
    const of = { opd_id: await this.opd(place), year: 2026, quarter: 3, created_at: at }
    return this.add('opd_report', { ...of, ...columns })
  }

  series = (place: string, columns: Row = {}): Promise<string> => {
    const { sql } = this.ctx.database
    return this.add('series', {
      ...{ name: this.called(place), cadence: 'triwulan', dates: sql.json([]), title: 'Rapat' },
      ...{ agenda: sql.json([]), created_by: this.other, created_at: at, updated_at: at, ...columns },
    })
  }

  person = (place: string): Promise<string> =>
    this.add('person', { name: this.called(place), role: 'tamu', created_at: at })

  file = (place: string, columns: Row = {}): Promise<string> =>
    this.add('file', {
      ...{ subject_kind: 'rapat', subject_id: newId(), kind: 'pdf', name: this.called(place) },
      ...{ stored_name: newId(), size: 1, sha256: hash(), thumbnail_size: 0 },
      ...{ added_by: this.other, added_at: at, ...columns },
    })

  async write(place: string): Promise<void> {
    const writer = await TestWriter.open(
      this.ctx,
      await this.documentOf(await this.rapat(`${place} (rapat)`)),
      this.me,
    )
    writer.text().insert(1, this.called(place))
    await writer.commit()
  }
}
