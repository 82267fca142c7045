import type { NotulaContent } from '@mufakat/doc-model'
import { may } from '@mufakat/domain'
import { lanjutanTexts } from '@mufakat/i18n'
import {
  agendaNotes,
  getRapat,
  indicatorChoices,
  koreksiOf,
  listOpd,
  listPeople,
  listRemarksOf,
  listTindakLanjut,
  notulaContent,
  notulaFigures,
  notulaReview,
  type RemarkList,
  reviewMark,
  workOfNotula,
} from '@mufakat/services'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { panelTextsOf } from '~/pengesahan/texts.server'
import { actorOf, localeOfSession } from '~/request/context.server'
import { guarded, rapatIdOf } from '~/request/guard.server'
import { localeOf } from '~/request/locale.server'
import { NotulaPage } from './page'

/** The stored text, so that it can be read before any script has come, and what the editor needs beside it. */
export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const actor = actorOf(context)
  const rapatId = rapatIdOf(params, context)
  const [
    mark,
    { content },
    tindakLanjut,
    work,
    figures,
    indicators,
    review,
    koreksi,
    notes,
    opd,
    people,
    remarks,
  ] = await Promise.all([
    reviewMark(context.services, actor, rapatId),
    notulaContent(context.services, actor, rapatId),
    listTindakLanjut(context.services, actor, rapatId),
    workOfNotula(context.services, actor, rapatId),
    notulaFigures(context.services, actor, { rapatId }),
    may(actor, 'target.read') ? indicatorChoices(context.services, actor) : [],
    notulaReview(context.services, actor, rapatId),
    koreksiOf(context.services, actor, rapatId),
    agendaNotes(context.services, actor, rapatId),
    // A guest by link has no directory: they know the OPD of their rapat.
    may(actor, 'directory.read')
      ? listOpd(context.services, actor)
      : getRapat(context.services, actor, rapatId).then(({ invitedOpd }) => invitedOpd),
    may(actor, 'people.read') ? listPeople(context.services, actor) : [],
    listRemarksOf(context.services, actor, rapatId),
  ])
  // Who looks as another person is nobody in the room: they read the stored text.
  const person = context.session?.viewing ? null : (context.session?.person ?? null)
  const hasNotes = notes.carried !== null || notes.postponed.length > 0 || notes.mayPostpone
  return {
    mark,
    review,
    // The page shows corrections, not every line that could be corrected.
    koreksi: { ...koreksi, items: [], opd: koreksi.koreksi.length === 0 ? [] : koreksi.opd },
    content,
    answers: Object.fromEntries(
      tindakLanjut.flatMap(({ lineId, answer }) => (answer ? [[lineId, answer]] : [])),
    ),
    ...{ work, figures, indicators },
    remarks,
    notes,
    texts: {
      ...panelTextsOf(request, context),
      ...(hasNotes && lanjutanTexts(localeOf(request.headers, localeOfSession(context)))),
    },
    opd: opd.map(({ id, shortName, name }) => ({ id, shortName, name })),
    people: people.map(({ id, name, opd: of }) => ({ id, name, opd: of?.shortName ?? null })),
    self: person && { id: person.id, name: person.name, opd: person.opd?.shortName ?? null },
  }
})

export default function NotulaRoute() {
  const data = useLoaderData<typeof loader>()
  // Remix widens optional keys to undefined; what came over the wire is plain JSON as it was stored.
  return <NotulaPage {...data} content={data.content as NotulaContent} remarks={data.remarks as RemarkList} />
}
