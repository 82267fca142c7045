import { findGuest, findPeople, listHoldings, listOpdRows, type Queryable } from '@mufakat/db'
import {
  ACTIONS,
  type Action,
  type Actor,
  mainHoldingOf,
  type Reason,
  type Role,
  whyMay,
} from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { authorise, isRowId, type ServiceContext } from './context'
import { personRef } from './people'
import { rapatFor, subjectOf } from './rapat-access'
import { todayOf } from './settings/today'
import type { PersonRef } from './views'

/** What somebody may do in a rapat at this moment, and by what. */
export interface PermissionsExplained {
  readonly person: PersonRef & { readonly role: Role; readonly byLink: boolean }
  readonly rapat: { readonly id: string; readonly title: string }
  readonly answers: readonly {
    readonly action: Action
    readonly allowed: boolean
    readonly reasons: readonly Reason[]
  }[]
}

/** Somebody as `may` sees them when they are signed in. */
async function actorOf(
  db: Queryable,
  personId: string,
  today: string,
): Promise<{ actor: Actor; ref: PersonRef }> {
  const [person] = isRowId(personId) ? await findPeople(db, [personId]) : []
  if (person === undefined) throw new AppError('not-found', 'person')
  const [holdings, guest, opds] = [
    await listHoldings(db, { on: today, personIds: [personId] }),
    await findGuest(db, personId),
    await listOpdRows(db),
  ]
  const holding = mainHoldingOf(holdings, personId, today)
  const opd = opds.find(one => one.id === holding?.opdId)
  return {
    actor: {
      personId,
      role: person.role,
      opdId: holding?.opdId ?? null,
      opdKind: opd?.kind ?? null,
      guestOf: guest?.rapatId ?? null,
    },
    ref: guest === null ? personRef(person, holding) : { ...personRef(person, null), jabatan: guest.agency },
  }
}

export async function explainPermissions(
  ctx: ServiceContext,
  actor: Actor | null,
  input: { personId: string; rapatId: string },
): Promise<PermissionsExplained> {
  authorise(actor, 'permission.read')
  const { db } = ctx.database
  const rapat = await rapatFor(db, actor, 'rapat.read', input.rapatId)
  const { actor: asked, ref } = await actorOf(db, input.personId, await todayOf(ctx))
  const subject = subjectOf(rapat)
  return {
    person: { ...ref, role: asked.role, byLink: asked.guestOf !== null },
    rapat: { id: rapat.id, title: rapat.title },
    answers: ACTIONS.map(action => ({ action, ...whyMay(asked, action, subject) })),
  }
}
