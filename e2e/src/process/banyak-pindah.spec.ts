// Two browsers and scripted clients move cards on one board at once, over lines that break, while realtime is killed: all
// come to one order, and what was acknowledged gives just that board. `BOARD_MOVES=10000` takes some minutes.
import { randomUUID } from 'node:crypto'
import { openDatabase } from '@mufakat/db'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { takeAway } from '../harness/away'
import { BoardLines, type Move } from '../harness/board-lines'
import { signIn } from '../harness/sign-in'
import { freePort, type RunningSystem, startSystem } from '../harness/system'
import { ScriptedMover, seeded } from './board-movers'

const MOVES = Number(process.env.BOARD_MOVES ?? 300)
const SCRIPTED = 3
/** So many moves of each scripted client wait in line: the more there are to be made, the longer it is. */
const AHEAD = MOVES < 2_000 ? 4 : 20
const CARDS = 40
const SEED = 20261126

test.describe.configure({ mode: 'serial', timeout: 240_000 + MOVES * 200 })

let system: RunningSystem
let realtimePort: number
test.beforeAll(async () => {
  realtimePort = await freePort()
  system = await startSystem({ env: { DEMO: '1', REALTIME_PORT: String(realtimePort) } })
})
test.afterAll(async () => {
  await system.close()
})

async function openBoard(context: BrowserContext): Promise<{ page: Page; lines: BoardLines }> {
  const page = await context.newPage()
  const lines = await BoardLines.of(page)
  await signIn(page, 'sekretariat')
  await page.goto('/tindak-lanjut')
  await expect(page.getByText('Langsung: perubahan orang lain')).toBeVisible({ timeout: 30_000 })
  return { page, lines }
}

/** Ids of each column as they stand on the screen, which shows all of them. */
const columnsOn = (page: Page): Promise<string[][]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('section ul')].map(list =>
      [...list.querySelectorAll('[data-card]')]
        .sort((one, other) => Number(one.ariaPosInSet) - Number(other.ariaPosInSet))
        .map(card => card.getAttribute('data-card') ?? ''),
    ),
  )

const KEYS = [
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Alt+ArrowUp',
  'Alt+ArrowDown',
  '1',
  '2',
  '3',
  'u',
]

test(`${MOVES} moves at once give one order, and those acknowledged give it again`, async ({ browser }) => {
  const { sql, close } = openDatabase((await system.launch.databaseUrls()).ownerUrl, { max: 2 })
  const boardNow = async () =>
    (await sql<{ id: string; status: string }[]>`
      select c.id, c.status from card c left join rapat r on r.id = c.rapat_id
      where c.removed_at is null and c.status <> 'dibatalkan' and r.status is distinct from 'dibatalkan'
      order by c.rank`) as { id: string; status: string }[]
  await sql`
    insert into card (id, title, owner_opd_id, status, rank, revision, created_by, created_at, updated_at)
    select gen_random_uuid(), 'Kartu ' || n, (select id from opd where active order by position limit 1), 'belum',
      'd0' || to_char(n, 'FM000'), (select revision from board), (select id from person limit 1), now(), now()
    from generate_series(100, 99 + ${CARDS}) n`
  const first = await boardNow()
  const [begun] = await sql<{ revision: string }[]>`select revision from board`
  const random = seeded(SEED)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T

  // Tall enough that every card is drawn.
  const look = { baseURL: system.baseUrl, locale: 'id-ID', viewport: { width: 1280, height: 16_000 } }
  const screens = await Promise.all(
    [browser.newContext(look), browser.newContext(look)].map(async c => openBoard(await c)),
  )
  const cookies = await (screens[0] as (typeof screens)[0]).page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const scripted = await Promise.all(
    Array.from({ length: SCRIPTED }, () => ScriptedMover.open({ system, realtimePort, cookie, sql })),
  )
  const acknowledged = () =>
    new Map<string, Move>(
      [...screens.map(({ lines }) => lines), ...scripted].flatMap(one => [...one.acknowledged]),
    )

  let back: (() => Promise<void>) | null = null
  let wasAway = false
  const startedAt = performance.now()
  for (let round = 0; acknowledged().size < MOVES; round++) {
    for (const one of scripted) {
      for (let i = 0; i < AHEAD; i++) {
        const cards = one.cards().filter(({ status }) => status !== 'selesai')
        const place = random() < 0.8 ? { after: pick(cards).id } : { end: pick(['first', 'last'] as const) }
        const status = pick(['belum', 'berjalan', 'menunggu_verifikasi'] as const)
        one.move({ commandId: randomUUID(), cardId: pick(cards).id, status, place })
      }
    }
    await Promise.all(
      screens.map(async ({ page }) => {
        // By any card, also after the focus was lost with one that went elsewhere.
        await page
          .locator('[data-card]')
          .nth(Math.floor(random() * CARDS))
          .focus()
        for (let i = 0; i < 6; i++) await page.keyboard.press(pick(KEYS))
      }),
    )
    if (round % 6 === 3) pick([...screens.map(({ lines }) => lines), ...scripted]).drop()
    if (!wasAway && acknowledged().size >= MOVES / 2) {
      back = await takeAway(system.launch, 'realtime', realtimePort)
      wasAway = true
    } else if (back !== null) {
      await back()
      back = null
    }
    await expect
      .poll(() => back !== null || scripted.every(one => one.waiting() < AHEAD), {
        timeout: 120_000,
        intervals: [20],
      })
      .toBe(true)
  }

  for (const { page } of screens) {
    await expect(page.getByText('Langsung: perubahan orang lain')).toBeVisible({ timeout: 120_000 })
    await expect(page.getByText('menunggu dikirim')).toBeHidden({ timeout: 120_000 })
  }
  await expect
    .poll(() => scripted.every(one => one.waiting() === 0 && one.isOnline()), { timeout: 120_000 })
    .toBe(true)

  const seconds = Math.round((performance.now() - startedAt) / 1_000)

  const after = await boardNow()
  const columns = ['belum', 'berjalan', 'menunggu_verifikasi', 'selesai'].map(status =>
    after.filter(card => card.status === status).map(({ id }) => id),
  )
  for (const { page, lines } of screens) {
    // What has come into view is drawn a few cards with each frame, of which a busy machine makes few.
    await expect.poll(() => columnsOn(page), { timeout: 120_000 }).toEqual(columns)
    // A finished card that somebody else has opened meanwhile does not become finished again by being moved up: what was
    // meant and why it was not done is told, each time.
    for (const { move, code } of lines.refused.values())
      expect([code, move.status]).toEqual(['invalid-input', 'selesai'])
    await expect(page.getByRole('alert').getByText('Dimaksud: Selesai.')).toHaveCount(lines.refused.size)
  }
  for (const one of scripted) {
    expect(one.refused()).toEqual([])
    await expect.poll(() => one.cards().map(({ id, status }) => ({ id, status }))).toEqual(after)
  }

  // Each was done once, and played again on the board as it was at first they give the board that there is.
  const done = await sql<{ id: string; revision: string }[]>`
    select id, revision from card_command where revision > ${begun?.revision ?? 0} order by revision`
  const told = acknowledged()
  for (const { lines } of screens) expect(lines.acknowledged.size).toBeGreaterThan(0)
  expect([...told.keys()].sort()).toEqual(done.map(({ id }) => id).sort())
  const replayed = first.map(card => ({ ...card }))
  for (const { id } of done) put(replayed, told.get(id) as Move)
  expect(replayed).toEqual(after)
  await close()
  const byBrowsers = screens.map(({ lines }) => lines.acknowledged.size)
  const refused = screens.map(({ lines }) => lines.refused.size)
  console.log(
    `${done.length} moves in ${seconds} s, ${byBrowsers.join(' + ')} of them by browsers, refused to them ${refused.join(' + ')}`,
  )
})

/** What a move means, told by itself. */
function put(cards: { id: string; status: string }[], { cardId, status, place }: Move): void {
  const from = cards.findIndex(({ id }) => id === cardId)
  const beside = 'after' in place ? place.after : 'before' in place ? place.before : null
  if (beside === cardId) {
    cards.splice(from, 1, { id: cardId, status })
    return
  }
  cards.splice(from, 1)
  const at = cards.findIndex(({ id }) => id === beside)
  const end = 'end' in place && place.end === 'first' ? 0 : cards.length
  cards.splice(beside === null ? end : 'after' in place ? at + 1 : at, 0, { id: cardId, status })
}
