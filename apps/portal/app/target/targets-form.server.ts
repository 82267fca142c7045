import type { TargetOf } from '@mufakat/domain'
import type { FormErrors } from '~/request/guard.server'
import { writtenAmount } from './amount'
import { type TypedTargets, targetName } from './target-names'

/** Boxes that are looked at. */
const MOST = 500
const BOX = /^t\.(20\d{2}|2100)\.([0-4])$/

/** Years that have targets, and so many around this one as a plan is made for. */
export function targetYears(targets: readonly TargetOf[], thisYear: number): number[] {
  const years = new Set([thisYear - 1, thisYear, thisYear + 1, thisYear + 2, ...targets.map(one => one.year)])
  return [...years].sort()
}

export const storedTargets = (targets: readonly TargetOf[]): TypedTargets =>
  Object.fromEntries(targets.map(one => [targetName(one.year, one.quarter), writtenAmount(one.value)]))

/** @param before what stands before the names of the boxes */
export function typedTargets(form: FormData, before = ''): TypedTargets {
  const boxes = [...form.keys()].filter(name => BOX.test(name)).slice(0, MOST)
  return Object.fromEntries(boxes.map(name => [name, String(form.get(before + name) ?? '')]))
}

/** The boxes in which something else was typed than what stood there, in the order of the form. */
export const changedTargets = (typed: { readonly from: TypedTargets; readonly to: TypedTargets }) =>
  Object.entries(typed.to).flatMap(([name, to]) => {
    const [, year, quarter] = BOX.exec(name) ?? []
    const from = typed.from[name] ?? ''
    return from.trim() === to.trim() ? [] : [{ name, year: Number(year), quarter: Number(quarter), from, to }]
  })

/** `targets.3.to` is what stands in the fourth box that was changed. */
export function targetErrors(errors: FormErrors, changed: readonly { readonly name: string }[]): FormErrors {
  const fields = Object.entries(errors.fields).map(([path, key]) => {
    const at = /^targets\.(\d+)/.exec(path)?.[1]
    return [at === undefined ? path : (changed[Number(at)]?.name ?? path), key]
  })
  return { ...errors, fields: Object.fromEntries(fields) }
}
