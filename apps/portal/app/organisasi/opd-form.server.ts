import { may } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { listOpd, listRegions } from '@mufakat/services'
import { type AppLoadContext, actorOf } from '~/request/context.server'
import type { TypedOpd } from './opd-fields'

/** Asked before a form is judged, so that nobody learns its rules without the right. */
export function requireOpdEditor(context: AppLoadContext) {
  const actor = actorOf(context)
  if (!may(actor, 'opd.edit')) throw new AppError(actor ? 'forbidden' : 'not-signed-in')
  return actor
}

/** What an OPD can stand under and govern. */
export async function opdChoices(context: AppLoadContext) {
  const actor = actorOf(context)
  const [opd, districts] = await Promise.all([
    listOpd(context.services, actor),
    listRegions(context.services, actor),
  ])
  return {
    parents: opd.filter(one => one.active).map(({ id, shortName, name }) => ({ id, shortName, name })),
    districts: districts.filter(one => one.active).map(({ code, name }) => ({ code, name })),
    /** Where a new one stands: at the end. */
    next: opd.length,
  }
}

export function typedOpd(form: FormData): TypedOpd {
  const text = (name: keyof TypedOpd) => String(form.get(name) ?? '')
  return {
    name: text('name'),
    shortName: text('shortName'),
    aliases: text('aliases'),
    kind: text('kind'),
    parentId: text('parentId'),
    districtCode: text('districtCode'),
    position: text('position'),
  }
}

/** A whole number; anything else NaN, which the schema refuses. */
export const wholeNumber = (text: string): number =>
  /^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN

/** What was typed, as the schema of the use-case wants it. */
export const opdOf = ({ aliases, position, ...rest }: TypedOpd) => ({
  ...rest,
  aliases: aliases
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean),
  position: wholeNumber(position),
})
