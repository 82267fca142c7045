import { randomId } from '@mufakat/kernel'
import * as Y from 'yjs'
import { DEFAULT_KIND, LINE_ATTRS } from '../kinds'
import { isTableSegment } from '../line/layout'
import type { LineStore } from '../line/line-store'
import type { Segment } from '../line/segment'
import { Edits, type Insertion, pushUnits, type Token } from './edits'
import { forget, type Matched, type NewLine, type OldLine } from './match'
import { planMoves } from './moves'
import { Places } from './places'
import { lineAttrs } from './shown-line'
import { leadingUnits, planText, splitPlace } from './text-edits'

// From a match of lines to edits of the text.
// 1. No marker is deleted and no kept word is written again: a split puts a guard and a marker between words, a
//    join names a place for the second line, a move names a slot, a removed line keeps its marker. [N6][N7][N9]
// 2. Only what the person changed is written: attributes are compared with what was drawn.
// 3. What can't be said this way (steps that no command of ours makes) is said as deleting and typing.

export interface Plan {
  readonly edits: Edits
  /** Ids that lines of the new document must get: index of the line → id. */
  readonly ids: ReadonlyMap<number, string>
}

export interface PlanContext {
  readonly store: LineStore
  /** Whether a new line may take an id it brings along: that of a removed line of this document. [N8] */
  readonly mayRevive: (id: string) => boolean
}

interface Split {
  readonly root: Segment
  /** The cut is in a joined line, whose words stand elsewhere: what is new needs a slot behind the root. */
  readonly away: boolean
}

/** A place for new lines, made when the first thing is put there. */
interface Site {
  readonly insertion: () => Insertion
  /** The line that is being split here: the half below brings the guard that ends what is put here. */
  readonly split: Split | null
}

export function planEdits(context: PlanContext, matched: Matched, rootBefore: Segment | null): Plan {
  return new Planner(context, matched).plan(rootBefore)
}

class Planner {
  private readonly edits = new Edits()
  private readonly places: Places
  private readonly ids = new Map<number, string>()
  private readonly halves: ReadonlyMap<NewLine, OldLine>
  private readonly joins: ReadonlyMap<OldLine, NewLine>
  private movers: ReadonlySet<Segment> = new Set()
  private site: Site | null = null
  /** Behind the line that is being split, for what comes after its last half. */
  private home: Site | null = null

  constructor(
    private readonly context: PlanContext,
    private readonly matched: Matched,
  ) {
    this.places = new Places(context.store)
    this.halves = findHalves(matched)
    this.joins = findJoins(matched, this.halves)
  }

  plan(rootBefore: Segment | null): Plan {
    const { old, next } = this.matched
    this.movers = planMoves(this.matched, this.context.store, this.places, this.edits)
    this.site = this.behind(rootBefore)
    for (const line of next) {
      const split = this.halves.get(line)
      if (line.match) this.keptLine(line, line.match)
      else if (split) this.half(line, split)
      else this.newLine(line)
      const own = line.match ?? split
      if (own) this.goOn(line, own)
    }
    for (const line of old) {
      line.units.forEach((unit, i) => {
        const at = line.keptBy[i] ? null : this.places.unit(unit)
        if (at !== null) this.edits.delete(at)
      })
      if (!line.match && !this.joins.has(line)) this.edits.set(line.shown.root.marker, 'del', true)
    }
    return { edits: this.edits, ids: this.ids }
  }

  private behind(root: Segment | null): Site {
    let made: Insertion | null = null
    return {
      split: null,
      insertion: () => {
        if (made) return made
        const { at, pins } = this.places.after(root)
        made = this.edits.insertAt(at)
        for (const pin of pins) if (!this.movers.has(pin)) made.pins.push(this.slotFor(pin.marker))
        return made
      },
    }
  }

  private here(): Insertion & { split: Split | null } {
    const site = this.site
    if (!site) throw new Error('planning has no place')
    return { ...site.insertion(), split: site.split }
  }

  /** A new slot embed, named by the marker. */
  private slotFor(marker: Y.Map<unknown> | null): Token {
    const slot = randomId(8)
    this.edits.set(marker, 'slot', slot)
    return { embed: { slot }, attrs: null }
  }

  private keptLine(line: NewLine, old: OldLine): void {
    const { root } = old.shown
    if (root.marker === null) {
      this.strayLine(line, root)
      return
    }
    if (this.movers.has(root)) this.here().tokens.push(this.slotFor(root.marker))
    else this.site = this.behind(root)
    this.home = this.site
    this.writeAttrs(line, old.node.attrs, root.marker)
    if (root.marker.get('del') === true) this.edits.set(root.marker, 'del', null)
    if (root.id !== null && line.node.attrs.id !== root.id) this.ids.set(line.index, root.id)
    planText(this.edits, this.places, line, this.places.contentStart(root), 0)
  }

  /** Words before any marker, or the line an empty item shows, become a line when somebody writes there. */
  private strayLine(line: NewLine, root: Segment): void {
    const start = this.edits.insertAt(root.start)
    start.tokens.push({ marker: this.marker(line, this.newId(line)) })
    let end = start
    if (root.shown === 0) {
      pushUnits(start.tokens, line.units)
      start.tokens.push({ guard: true })
    } else {
      planText(this.edits, this.places, line, root.start, 0)
      end = this.edits.insertAt(this.places.end(root))
      if (!root.pieces.some(piece => piece.type === 'guard')) end.tokens.push({ guard: true })
    }
    this.site = { split: null, insertion: () => end }
    this.home = this.site
  }

  private newLine(line: NewLine): void {
    const { at, tokens, split } = this.here()
    if (this.revive(line, tokens)) return
    const id = this.newId(line)
    if (split) {
      const structure: Record<string, unknown> = { from: split.root.marker?.get('id') }
      if (split.away) structure.slot = this.slotAtHome()
      tokens.push({ guard: true }, { marker: this.marker(line, id, structure) })
      pushUnits(tokens, line.units)
      return
    }
    const place = this.places.forMarker(at)
    const slot = place.needsSlot ? randomId(8) : undefined
    if (slot) tokens.push({ embed: { slot }, attrs: null })
    const target = slot ? this.edits.insertAt(place.at).tokens : tokens
    target.push({ marker: this.marker(line, id, { slot }) })
    pushUnits(target, line.units)
    target.push({ guard: true })
  }

  /** A slot right behind the line that is being split. */
  private slotAtHome(): string {
    const slot = randomId(8)
    this.home?.insertion().tokens.push({ embed: { slot }, attrs: null })
    return slot
  }

  /** A line that was cut and is pasted comes back with its id and its attributes, at the new place. [N8] */
  private revive(line: NewLine, tokens: Token[]): boolean {
    const id: unknown = line.node.attrs.id
    if (typeof id !== 'string' || this.isGiven(id)) return false
    const root = this.context.store.layout.hidden.find(gone => gone.root.id === id)?.root
    if (!root?.marker) return false
    this.ids.set(line.index, id)
    const slot = this.places.slot(root)
    if (slot !== null) this.edits.delete(slot)
    tokens.push(this.slotFor(root.marker))
    this.edits.set(root.marker, 'del', null)
    this.writeAttrs(line, lineAttrs(root), root.marker)
    pushUnits(this.edits.insertAt(this.places.contentStart(root)).tokens, line.units)
    return true
  }

  /** The second half of a split: a guard for the first, a marker, and the words stay where they are. */
  private half(line: NewLine, old: OldLine): void {
    const { tokens } = this.here()
    const from = old.shown.root.marker?.get('id')
    const cut = splitPlace(this.places, this.matched, line, old)
    const structure: Record<string, unknown> = { from }
    if (cut.segment !== old.shown.root) structure.slot = this.slotAtHome()
    tokens.push({ guard: true }, { marker: this.marker(line, this.newId(line), structure) })
    const leading = leadingUnits(line)
    pushUnits(tokens, line.units.slice(0, leading))
    planText(this.edits, this.places, line, cut.at, leading)
    this.carryOver(old, cut.segment)
  }

  /** Lines joined behind the place of a split go with the second half. */
  private carryOver(old: OldLine, cut: Segment): void {
    const { host } = this.context.store.layout
    const parts = old.shown.parts.map(part => part.segment)
    const carried = new Set([cut])
    let last = cut
    for (const part of parts.slice(parts.indexOf(cut) + 1)) {
      const place = host.get(part)
      if (!place || !carried.has(place)) {
        const name = part.marker?.get('into')
        const embed = typeof name === 'string' ? this.places.embed('join', name) : null
        if (embed !== null) this.edits.delete(embed)
        this.joinTo(part, last)
      }
      carried.add(part)
      last = part
    }
  }

  private joinTo(segment: Segment, last: Segment): void {
    const join = randomId(8)
    this.edits.set(segment.marker, 'into', join)
    this.edits.insertAt(this.places.end(last)).tokens.push({ embed: { join }, attrs: null })
  }

  /** After a line of an old one: joins at its end, and the place where what follows belongs. */
  private goOn(line: NewLine, own: OldLine): void {
    let last = own.shown.parts.at(-1)?.segment ?? own.shown.root
    for (const [other, into] of this.joins) {
      if (into !== line) continue
      this.joinTo(other.shown.root, last)
      last = other.shown.parts.at(-1)?.segment ?? other.shown.root
    }
    const next = nextHalf(this.matched, this.halves, line, own)
    if (!next) {
      if (this.home) this.site = this.home
      return
    }
    const cut = splitPlace(this.places, this.matched, next, own)
    const insertion = this.edits.insertAt(cut.at)
    const { root } = own.shown
    this.site = { split: { root, away: cut.segment !== root }, insertion: () => insertion }
  }

  private isGiven(id: string): boolean {
    for (const given of this.ids.values()) if (given === id) return true
    return false
  }

  private newId(line: NewLine): string {
    const wanted: unknown = line.match ? null : line.node.attrs.id
    const free = typeof wanted === 'string' && !this.isGiven(wanted) && this.context.mayRevive(wanted)
    const id = free ? wanted : randomId()
    this.ids.set(line.index, id)
    return id
  }

  private marker(
    line: NewLine,
    id: string,
    structure: Readonly<Record<string, unknown>> = {},
  ): Y.Map<unknown> {
    const entries: [string, unknown][] = [['id', id]]
    const { kind, level } = line.node.attrs
    if (kind !== DEFAULT_KIND) entries.push(['kind', kind])
    if (level) entries.push(['level', level])
    for (const name of LINE_ATTRS) {
      const value: unknown = line.node.attrs[name]
      if (value !== null && value !== undefined) entries.push([name, value])
    }
    for (const entry of Object.entries(structure)) if (entry[1] !== undefined) entries.push(entry)
    return new Y.Map(entries)
  }

  private writeAttrs(line: NewLine, before: Readonly<Record<string, unknown>>, marker: Y.Map<unknown>): void {
    for (const name of ['kind', 'level', ...LINE_ATTRS]) {
      const value: unknown = line.node.attrs[name] ?? null
      if (value !== (before[name] ?? null)) this.edits.set(marker, name, value)
    }
  }
}

/** New lines that begin with words of a line which goes on above them, with only new lines between. */
function findHalves({ next }: Matched): Map<NewLine, OldLine> {
  const halves = new Map<NewLine, OldLine>()
  let open: OldLine | null = null
  for (const line of next) {
    if (line.match) {
      open = line.match
      continue
    }
    const first = line.sources.find(source => source !== null)
    if (!first) continue
    if (first.line === open && open.shown.root.marker) halves.set(line, open)
    else line.sources.forEach((_, i) => void forget(line, i))
  }
  return halves
}

/** Old lines whose rest now ends another line. Other foreign words are let go, to be written again. */
function findJoins({ next }: Matched, halves: ReadonlyMap<NewLine, OldLine>): Map<OldLine, NewLine> {
  const joins = new Map<OldLine, NewLine>()
  for (const line of next) {
    const own = line.match ?? halves.get(line)
    let last: OldLine | null = null
    line.sources.forEach((source, i) => {
      if (!source || source.line === own) return
      const other = source.line
      if (other === last) return
      const whole =
        own?.shown.root.marker &&
        !other.match &&
        !joins.has(other) &&
        other.shown.root.marker !== null &&
        !isTableSegment(other.shown.root) &&
        other.keptBy.every(by => by === null || by === line) &&
        line.sources.slice(i).every(later => later?.line !== own)
      if (whole) {
        joins.set(other, line)
        last = other
      } else forget(line, i)
    })
  }
  return joins
}

function nextHalf(
  { next }: Matched,
  halves: ReadonlyMap<NewLine, OldLine>,
  line: NewLine,
  own: OldLine,
): NewLine | null {
  for (const later of next.slice(next.indexOf(line) + 1)) {
    if (halves.get(later) === own) return later
    if (later.match || halves.has(later)) return null
  }
  return null
}
