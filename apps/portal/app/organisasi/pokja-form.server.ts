import { may } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { listOpd, listPeople } from '@mufakat/services'
import { type AppLoadContext, actorOf } from '~/request/context.server'
import { wholeNumber } from './opd-form.server'
import type { TypedPokja } from './pokja-fields'

/** Asked before a form is judged, so that nobody learns its rules without the right. */
export function requirePokjaEditor(context: AppLoadContext) {
  const actor = actorOf(context)
  if (!may(actor, 'pokja.edit')) throw new AppError(actor ? 'forbidden' : 'not-signed-in')
  return actor
}

/** Who can belong to a pokja. */
export async function pokjaMembers(context: AppLoadContext) {
  const actor = actorOf(context)
  const [opd, people] = await Promise.all([
    listOpd(context.services, actor),
    listPeople(context.services, actor),
  ])
  return { opd: opd.filter(one => one.active), people }
}

export function typedPokja(form: FormData): TypedPokja {
  const text = (name: string) => String(form.get(name) ?? '')
  return {
    name: text('name'),
    shortName: text('shortName'),
    chairId: text('chairId'),
    position: text('position'),
    opdIds: form.getAll('opd').map(String),
    personIds: form.getAll('anggota').map(String).filter(Boolean),
    active: form.has('active'),
  }
}

/** What was typed, as the schema of the use-case wants it. */
export const pokjaOf = (typed: TypedPokja) => ({ ...typed, position: wholeNumber(typed.position) })
