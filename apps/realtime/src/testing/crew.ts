import { setTimeout as delay } from 'node:timers/promises'
import type { LiveDocument, SaveState } from '@mufakat/live'
import { type Pace, seeded, Typist, wordsIn } from './typist'
import { until } from './until'
import { words } from './world'

const LOGINS = ['sekretariat', 'bupati', 'kepala.perkim', 'staf.perkim'] as const
/** A clock that nobody sets and the wall clock of the database drift apart by no more than this in a long run. */
const CLOCKS_DIFFER_MS = 1_000
const NAMES = 'abcdefghijklmnopqrstuvwxyz'

/** A document's log as it stands. */
export interface LogReading {
  /** The words of the first item. */
  readonly text: string
  /** Word → when it was written into the log, in ms since 1970. */
  readonly committedAt: ReadonlyMap<string, number>
}

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
    return new Set(this.typists.flatMap(typist => [...typist.acknowledged.keys(), ...typist.seen()]))
  }

  start(pace?: Pace): void {
    for (const typist of this.typists) typist.start(pace)
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

  /** Everybody has once been told so from now on; they need not be told the same at the same time. */
  async wereAll(kind: 'saved' | 'offline', withinMs = 30_000): Promise<void> {
    const missing = new Set(this.typists)
    await until(
      () => `everybody was ${kind}, but not ${[...missing].map(({ name }) => name).join(' ')}`,
      () => {
        for (const typist of missing) if (typist.live.save.get().kind === kind) missing.delete(typist)
        return missing.size === 0
      },
      { withinMs, everyMs: 1 },
    )
  }

  /** Looks at what everybody is told, until stopped; `wrong` says what is wrong with it. */
  watch(wrong: (state: SaveState, typist: Typist) => string | null): () => string[] {
    const seen = new Set<string>()
    const timer = setInterval(() => {
      for (const typist of this.typists) {
        const flaw = wrong(typist.live.save.get(), typist)
        if (flaw !== null) seen.add(flaw)
      }
    }, 5)
    return () => {
      clearInterval(timer)
      return [...seen]
    }
  }

  /** Resolves when everything is saved and on every screen. */
  async meet(withinMs = 60_000): Promise<void> {
    await this.allAre('saved', withinMs)
    await until(
      () => `everybody sees the same, but ${this.#differences()}`,
      () => new Set(this.typists.map(({ live }) => words(live.doc))).size === 1,
      { withinMs },
    )
  }

  /** Whose screen lacks which words, and what they are told. */
  #differences(): string {
    const typed = this.typists.flatMap(typist => typist.typed)
    return this.typists
      .map(({ name, live }) => {
        const found = wordsIn(words(live.doc))
        const there = new Set(found)
        const lacking = typed.filter(word => !there.has(word))
        const first = lacking.slice(0, 3).join(' ')
        return `${name} (${live.save.get().kind}) has ${found.length} of ${typed.length}, lacks ${lacking.length} ${first}`
      })
      .join('; ')
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

  /** Words that were called saved before they were in the log. */
  #tooSoon({ committedAt }: LogReading): string[] {
    return this.typists.flatMap(({ acknowledged }) =>
      [...acknowledged].flatMap(([word, at]) =>
        at + CLOCKS_DIFFER_MS < (committedAt.get(word) ?? Number.POSITIVE_INFINITY) ? [word] : [],
      ),
    )
  }

  /** Counts every word on the first screen and in the log; to be called after `meet`. */
  async flaws(log: () => Promise<LogReading>): Promise<string[]> {
    const [first] = this.typists
    if (first === undefined) return ['nobody was there']
    const screen = words(first.live.doc)
    const stored = await log()
    const tooSoon = this.#tooSoon(stored)
    return [
      ...this.flawsOf(screen, 'on the screens'),
      ...this.flawsOf(stored.text, 'in the log'),
      ...(screen === stored.text ? [] : ['the log reads differently']),
      ...(tooSoon.length > 0
        ? [`${tooSoon.length} called saved too soon: ${tooSoon.slice(0, 5).join(' ')}`]
        : []),
    ]
  }
}

/** So many people open the document; more than four have several windows. `first` counts their names. */
export async function openCrew(
  count: number,
  seed: number,
  open: (login: string) => Promise<LiveDocument>,
  first = 0,
): Promise<Crew> {
  const random = seeded(seed)
  const typists: Typist[] = []
  for (let index = 0; index < count; index++) {
    const live = await open(LOGINS[index % LOGINS.length] ?? 'sekretariat')
    await live.ready
    typists.push(new Typist(NAMES.charAt(first + index), live, random))
    // Joining is limited to a few a second for each person.
    await delay(1)
  }
  return new Crew(typists)
}
