import { listTindakLanjut, workOfNotula } from '@mufakat/services'
import { Card, Empty } from '@mufakat/ui'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useRevalidator } from '@remix-run/react'
import { ListChecks } from 'lucide-react'
import { useWords } from '~/frame/words'
import { useRapat } from '~/rapat/rapat-context'
import { TindakLanjutTable } from '~/rapat/tindak-lanjut-table'
import { useLine } from '~/rapat/use-line'
import { actorOf } from '~/request/context.server'
import { guarded, rapatIdOf } from '~/request/guard.server'

export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => {
  const [actor, rapatId] = [actorOf(context), rapatIdOf(params, context)]
  const [rows, work] = await Promise.all([
    listTindakLanjut(context.services, actor, rapatId),
    workOfNotula(context.services, actor, rapatId),
  ])
  return {
    rows,
    cards: Object.fromEntries(Object.entries(work).map(([lineId, { cardId }]) => [lineId, cardId])),
    // Who looks as another person is nobody in the room.
    selfId: context.session?.viewing ? null : (context.session?.person?.id ?? null),
  }
})

export default function TindakLanjutRoute() {
  const words = useWords()
  const rapat = useRapat()
  const { rows, cards, selfId } = useLoaderData<typeof loader>()
  const { revalidate } = useRevalidator()
  // Both what the text says and how far the work is.
  useLine({ documentId: rapat.documentId, personId: selfId }, { noted: revalidate, edited: revalidate })
  return (
    <Card>
      <h2 className="sr-only">{words.t('tl.title')}</h2>
      {rows.length > 0 ? (
        <TindakLanjutTable
          rows={rows}
          rapatId={rapat.id}
          cards={cards}
          caption={`${words.t('tl.title')}: ${rapat.title}`}
        />
      ) : (
        <Empty icon={ListChecks} title={words.t('tl.empty')} help={words.t('tl.empty.help')} />
      )}
    </Card>
  )
}
