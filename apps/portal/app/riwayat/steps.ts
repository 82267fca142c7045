import type { Words } from '@mufakat/i18n'
import type { TimelineEntry, TimelineStep } from '@mufakat/services'
import {
  BadgeCheck,
  CircleSlash,
  Eraser,
  FileCheck2,
  FilePen,
  FileX2,
  type LucideIcon,
  RotateCcw,
  SendHorizontal,
  Stamp,
  Undo,
  Undo2,
} from 'lucide-react'

type Step = Extract<TimelineEntry, { kind: 'step' }>

const GOOD = 'bg-success-soft text-success-ink'
const CALM = 'bg-neutral-soft text-neutral-ink'
const BACK = 'bg-warn-soft text-warn-ink'

/** Each step has a colour, an icon and its word. */
export const STEP_LOOKS: Record<TimelineStep, readonly [ground: string, icon: LucideIcon]> = {
  diajukan: ['bg-violet-soft text-violet-ink', SendHorizontal],
  dikembalikan: [BACK, Undo2],
  ditarik: [CALM, Undo],
  disetujui: [GOOD, BadgeCheck],
  gugur: ['bg-danger-soft text-danger-ink', CircleSlash],
  disahkan: [GOOD, Stamp],
  'koreksi-diajukan': ['bg-violet-soft text-violet-ink', FilePen],
  'koreksi-dikembalikan': [BACK, FileX2],
  'koreksi-ditarik': [CALM, FileX2],
  'koreksi-disetujui': [GOOD, FileCheck2],
  'koreksi-disahkan': [GOOD, Stamp],
  dipulihkan: ['bg-info-soft text-info-ink', RotateCcw],
  diredaksi: ['bg-danger-soft text-danger-ink', Eraser],
}

/** The text was the same at once before and after them, so that they are places to compare from. */
const POINTS: ReadonlySet<TimelineStep> = new Set([
  'diajukan',
  'dikembalikan',
  'ditarik',
  'disetujui',
  'disahkan',
])

export const isPoint = (entry: TimelineEntry): boolean => entry.kind !== 'step' || POINTS.has(entry.step)

export function stepText({ step, roles, number }: Step, words: Words): string {
  const [first] = roles
  const role = words.t(`sahkan.panel.role.${roles.length === 1 && first ? first : 'both'}`)
  return words.t(`riwayat.step.${step}`, { role, n: number })
}
