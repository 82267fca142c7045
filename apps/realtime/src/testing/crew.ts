import { setTimeout as delay } from 'node:timers/promises'
import type { LiveDocument } from '@mufakat/live'
import { seeded, Typist, wordsIn } from './typist'
import { until } from './until'
import { words } from './world'

const LOGINS = ['sekretariat', 'bupati', 'kepala.perkim', 'staf.perkim'] as const
const NAMES = 'abcdefghijklmnopqrstuvwxyz'

/**
 * People who write in one document at the same time.
 *
 * Every word tells whose and which it is, so that afterwards each is counted: none lost, none doubled, the same
 * text on every screen and in the log.
 */
export class Crew {
  readonly typists: readonly Typist[]

  constructor(typists: readonly Typist[]) {
    this.typists = typists
  }

  get typed(): number {
    return this.typists.reduce((sum, typist) => sum + typist.typed.length, 0)
  }

  /** Everything somebody was told is saved, or has seen on another screen. */
  promised(): Set<string> {
    return new Set(this.typists.flatMap(typist => [...typist.acknowledged, ...typist.seen()]))
  }

  start(): void {
    for (const typist of this.typists) typist.start()
  }

  rest(): void {
    for (const typist of this.typists) typist.rest()
  }

  /** They write until so many words more are there. */
  async write(count: number): Promise<void> {
    const goal = this.typed + count
    this.start()
    await until(`${count} words are typed`, () => this.typed >= goal, {
      withinMs: 30_000 + count * 100,
      everyMs: 1,
    })
    this.rest()
  }

  async allAre(kind: 'saved' | 'offline', withinMs = 30_000): Promise<void> {
    const states = () => this.typists.map(({ live }) => live.save.get())
    await until(
      () => `everybody is ${kind}, but ${JSON.stringify(states())}`,
      () => states().every(state => state.kind === kind),
      { withinMs },
    )
  }

  /** Resolves when everything is saved and on every screen. */
  async meet(withinMs = 60_000): Promise<void> {
    await this.allAre('saved', withinMs)
    await until(
      'everybody sees the same',
      () => new Set(this.typists.map(({ live }) => words(live.doc))).size === 1,
      { withinMs },
    )
  }

  /** What is wrong with a text in which everything typed should stand once. */
  flawsOf(text: string, where: string): string[] {
    const found = wordsIn(text)
    const kept = new Set(found)
    const lost = this.typists.flatMap(({ typed }) => typed).filter(word => !kept.has(word))
    const flaws: string[] = []
    if (lost.length > 0) flaws.push(`${lost.length} lost ${where}: ${lost.slice(0, 5).join(' ')}`)
    if (kept.size < found.length) flaws.push(`${found.length - kept.size} doubled ${where}`)
    if (found.length > this.typed) flaws.push(`${found.length} words ${where}, ${this.typed} typed`)
    return flaws
  }

  /** Counts every word on the first screen and in the log; to be called after `meet`. */
  async flaws(log: () => Promise<string>): Promise<string[]> {
    const [first] = this.typists
    if (first === undefined) return ['nobody was there']
    const screen = words(first.live.doc)
    const stored = await log()
    return [
      ...this.flawsOf(screen, 'on the screens'),
      ...this.flawsOf(stored, 'in the log'),
      ...(screen === stored ? [] : ['the log reads differently']),
    ]
  }
}

/** So many people open the document; more than four have several windows. */
export async function openCrew(
  count: number,
  seed: number,
  open: (login: string) => Promise<LiveDocument>,
): Promise<Crew> {
  const random = seeded(seed)
  const typists: Typist[] = []
  for (let index = 0; index < count; index++) {
    const live = await open(LOGINS[index % LOGINS.length] ?? 'sekretariat')
    await live.ready
    typists.push(new Typist(NAMES.charAt(index), live, random))
    // Joining is limited to a few a second for each person.
    await delay(1)
  }
  return new Crew(typists)
}
