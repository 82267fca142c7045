import { listIndicatorNames, listNotulaIndicators, listSealedRecords } from '@mufakat/db'
import { type Actor, may } from '@mufakat/domain'
import { authorise, type ServiceContext } from '../context'
import { rapatFor } from '../rapat-access'
import { figuresOf } from './figures'
import type { Figure, IndicatorChoice, NotulaFigures } from './views'

/** More than anybody has just written down. */
const MOST_ASKED = 50

/**
 * What the indicators of a notula stand at. Who may read targets, or signs the notula, sees all of them, others those that are public; once it
 * is ratified they are part of it, and seen by whoever reads it (domain, SK6).
 * @param asked ids that were written down so recently that the rows do not know of them yet
 */
export async function notulaFigures(
  ctx: ServiceContext,
  actor: Actor | null,
  { rapatId, asked = [] }: { rapatId: string; asked?: readonly string[] },
): Promise<NotulaFigures> {
  const { db } = ctx.database
  const rapat = await rapatFor(db, actor, 'notula.read', rapatId)
  const [named, [record]] = await Promise.all([
    listNotulaIndicators(db, rapatId),
    listSealedRecords(db, rapatId),
  ])
  if (record !== undefined)
    return {
      // Written by freezeFigures alone.
      figures: Object.fromEntries(
        named.flatMap(({ indicatorId, figure }) =>
          figure === null ? [] : [[indicatorId, figure as Figure]],
        ),
      ),
      frozenAt: record.at,
    }
  const ids = [...named.map(({ indicatorId }) => indicatorId), ...asked.slice(0, MOST_ASKED)]
  // Nobody approves what they do not see.
  const signs = actor !== null && [rapat.chairId, rapat.notulisId].includes(actor.personId)
  const readsAll = signs || may(actor, 'target.read')
  const found = [...(await figuresOf(db, rapat, ids, ctx.clock.now()))]
  return {
    figures: Object.fromEntries(
      found.flatMap(([id, { figure, isPublic }]) => (readsAll || isPublic ? [[id, figure]] : [])),
    ),
    frozenAt: null,
  }
}

/** Indicators that may be named in a notula: those that are used. */
export async function indicatorChoices(
  ctx: ServiceContext,
  actor: Actor | null,
): Promise<readonly IndicatorChoice[]> {
  authorise(actor, 'target.read')
  const all = await listIndicatorNames(ctx.database.db)
  return all.flatMap(({ id, name, unit, programme, active }) =>
    active ? [{ id, name, unit, programme }] : [],
  )
}
