import * as Y from 'yjs'
import { isMarker } from '../line/segment'
import { type Authorship, isConcurrent, type Mark, wasSeen } from './authorship'

/** A character of a text, or what begins or ends a line; deleted ones too. */
export interface TextUnit {
  /** Empty for what is no character. */
  readonly char: string
  readonly client: number
  readonly clock: number
  readonly alive: boolean
  readonly marker: Y.Map<unknown> | null
  readonly writing: Mark | null
  readonly deletion: Mark | null
  /** Who set `del` on the line it begins. */
  readonly removal: Mark | null
}

/** All units of a text as they stand in Y; the document must not have been garbage collected. */
export function textUnits(doc: Y.Doc, root: string, authorship: Authorship): TextUnit[] {
  const units: TextUnit[] = []
  for (let item = doc.getText(root)._start; item !== null; item = item.right) {
    const { content, id, deleted } = item
    const type: unknown = content instanceof Y.ContentType ? content.type : null
    const marker = isMarker(type) && !deleted ? type : null
    const texts = content instanceof Y.ContentString ? content.str.split('') : item.countable ? [''] : []
    texts.forEach((char, i) => {
      const [client, clock] = [id.client, id.clock + i]
      const deletion = deleted ? authorship.deletion(client, clock) : null
      const del = marker?.get('del') === true ? marker._map.get('del') : undefined
      const removal = del ? authorship.writing(del.id.client, del.id.clock) : null
      const writing = authorship.writing(client, clock)
      units.push({ char, client, clock, alive: !deleted, marker, writing, deletion, removal })
    })
  }
  return units
}

/** Words that were deleted beside a living one, in the order in which they stood. */
export interface Missing {
  readonly words: string
  readonly beside: { readonly client: number; readonly clock: number }
  readonly side: 'before' | 'after'
}

/** Words of one person that stand between what another deleted at the same time. */
export interface Fragment {
  readonly writing: Mark
  readonly deletion: Mark
  /** Whether what was deleted lies around the words; else they are merely out of sight. */
  readonly inside: boolean
  readonly first: { readonly client: number; readonly clock: number }
  readonly last: { readonly client: number; readonly clock: number }
  readonly before: string
  readonly words: string
  readonly after: string
  readonly missing: readonly Missing[]
  readonly lineId: string | null
  readonly lineRemoved: boolean
}

/** @param hiding who put the whole text out of sight, if somebody did */
export function fragmentsOf(units: readonly TextUnit[], hiding: Mark | null): Fragment[] {
  const fragments: Fragment[] = []
  for (const line of linesOf(units))
    for (const run of runsOf(line)) {
      const fragment = fragmentOf(line, run, hiding)
      if (fragment) fragments.push(fragment)
    }
  return fragments
}

/** From one living marker to the next. */
function linesOf(units: readonly TextUnit[]): TextUnit[][] {
  const lines: TextUnit[][] = [[]]
  for (const unit of units) {
    if (unit.marker !== null) lines.push([])
    lines.at(-1)?.push(unit)
  }
  return lines
}

interface Run {
  /** Indexes in the line, of its first and last living unit. */
  readonly from: number
  readonly to: number
  readonly person: string
}

const isWord = (unit: TextUnit): boolean => unit.alive && unit.char !== '' && unit.char !== '\n'

/** Living words of one person next to each other; what is deleted between them does not part them. */
function runsOf(line: readonly TextUnit[]): Run[] {
  const runs: { from: number; to: number; person: string }[] = []
  let open: (typeof runs)[number] | null = null
  line.forEach((unit, i) => {
    if (!unit.alive) return
    const person = isWord(unit) ? unit.writing?.person : undefined
    if (open !== null && person === open.person) open.to = i
    else {
      open = person === undefined ? null : { from: i, to: i, person }
      if (open) runs.push(open)
    }
  })
  return runs
}

function fragmentOf(line: readonly TextUnit[], run: Run, hiding: Mark | null): Fragment | null {
  const removal = line[0]?.removal ?? null
  const [left, right] = [besides(line, run, -1), besides(line, run, 1)]
  const deletion = hiding ?? deletionAround(line[run.from]?.writing ?? null, removal, left, right)
  if (deletion === null) return null
  const own = line
    .slice(run.from, run.to + 1)
    .filter(unit => isWord(unit) && unit.writing !== null && isConcurrent(unit.writing, deletion))
  const [first, last] = [own[0], own.at(-1)]
  const words = own.map(unit => unit.char).join('')
  if (!first?.writing || !last?.writing || !/[\p{L}\p{N}]/u.test(words)) return null
  const seen = (part: readonly TextUnit[]) => part.filter(unit => isSeen(unit, last.writing as Mark))
  const before = seen(line.slice(0, line.indexOf(first)))
  const after = seen(line.slice(line.indexOf(last) + 1))
  const sentence = { before: sentenceBefore(textOf(before)), after: sentenceAfter(textOf(after)) }
  const isGone = (unit: TextUnit): boolean => !unit.alive && unit.deletion?.person === deletion.person
  const goneBefore = before.slice(before.findLastIndex(unit => !isGone(unit)) + 1)
  const firstKept = after.findIndex(unit => !isGone(unit))
  const goneAfter = firstKept < 0 ? after : after.slice(0, firstKept)
  const lettersBefore = lettersOf(goneBefore)
  const lost = {
    before: lettersBefore.slice(lettersBefore.length - sentenceBefore(textOf(lettersBefore)).length),
    after: lettersOf(goneAfter).slice(0, sentenceAfter(textOf(goneAfter)).length),
  }
  return {
    writing: last.writing,
    deletion,
    inside: hiding === null,
    first: { client: first.client, clock: first.clock },
    last: { client: last.client, clock: last.clock },
    ...sentence,
    words,
    missing: [
      ...missingBeside(line, lost.before, first, 'before'),
      ...missingBeside(line, lost.after, last, 'after'),
    ],
    lineId: idOf(line),
    lineRemoved: removal !== null,
  }
}

/**
 * What is missing on one side of a fragment, each piece beside the living word next to it, on the side of the fragment:
 * words that others wrote into the same sentence stay where they wrote them.
 */
function missingBeside(
  line: readonly TextUnit[],
  gone: readonly TextUnit[],
  fragment: TextUnit,
  side: Missing['side'],
): Missing[] {
  const pieces: { words: string; beside: TextUnit; side: Missing['side'] }[] = []
  const wanted = new Set(gone)
  let beside = fragment
  const step = side === 'before' ? -1 : 1
  for (let at = line.indexOf(fragment) + step; wanted.size > 0; at += step) {
    const unit = line[at] as TextUnit
    if (isWord(unit)) beside = unit
    if (!wanted.delete(unit)) continue
    const open = pieces.at(-1)
    if (open?.beside !== beside) pieces.push({ words: unit.char, beside, side })
    else open.words = side === 'before' ? unit.char + open.words : open.words + unit.char
  }
  return pieces.map(({ words, beside: { client, clock } }) => ({ words, beside: { client, clock }, side }))
}

const idOf = (line: readonly TextUnit[]): string | null => {
  const id = line[0]?.marker?.get('id')
  return typeof id === 'string' ? id : null
}

/** What stands next to a run: the deletion of what was still there for its author; `edge` of the line; or words. */
function besides(line: readonly TextUnit[], run: Run, step: 1 | -1): Mark | 'edge' | 'words' {
  const writing = (step < 0 ? line[run.from] : line[run.to])?.writing
  for (let at = (step < 0 ? run.from : run.to) + step; ; at += step) {
    const unit = line[at]
    if (!unit || unit.marker !== null || (unit.alive && unit.char === '\n')) return 'edge'
    if (unit.alive) {
      if (unit.char === '') continue
      return 'words'
    }
    if (
      unit.char !== '' &&
      unit.char !== '\n' &&
      writing &&
      unit.deletion &&
      isConcurrent(writing, unit.deletion)
    )
      return unit.deletion
  }
}

type Beside = ReturnType<typeof besides>

function deletionAround(
  writing: Mark | null,
  removal: Mark | null,
  left: Beside,
  right: Beside,
): Mark | null {
  if (writing === null) return null
  if (removal !== null && isConcurrent(writing, removal)) return removal
  if (left === 'words' || right === 'words') return null
  return left !== 'edge' ? left : right !== 'edge' ? right : null
}

/** Whether a unit was there for the author of `of`. */
const isSeen = (unit: TextUnit, of: Mark): boolean =>
  wasSeen(unit.writing, of) && (unit.alive || (unit.deletion !== null && !wasSeen(unit.deletion, of)))

const lettersOf = (units: readonly TextUnit[]): TextUnit[] =>
  units.filter(unit => unit.char !== '' && unit.char !== '\n')

const textOf = (units: readonly TextUnit[]): string =>
  lettersOf(units)
    .map(unit => unit.char)
    .join('')

const LONGEST = 400

/** From the last end of a sentence on. */
const sentenceBefore = (text: string): string =>
  (/(?:^|[.!?…]\s+)((?:(?![.!?…]\s).)*)$/su.exec(text)?.[1] ?? text).slice(-LONGEST)

/** Up to and with the first end of a sentence, and the gap behind it. */
const sentenceAfter = (text: string): string =>
  (/^.*?[.!?…](?:\s+|$)/su.exec(text)?.[0] ?? text).slice(0, LONGEST)
