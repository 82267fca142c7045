import { listTindakLanjut } from '@mufakat/services'
import { Card, Empty } from '@mufakat/ui'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ListChecks } from 'lucide-react'
import { useWords } from '~/frame/words'
import { useRapat } from '~/rapat/rapat-context'
import { TindakLanjutTable } from '~/rapat/tindak-lanjut-table'
import { actorOf } from '~/request/context.server'
import { guarded, rapatIdOf } from '~/request/guard.server'

export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => ({
  rows: await listTindakLanjut(context.services, actorOf(context), rapatIdOf(params, context)),
}))

export default function TindakLanjutRoute() {
  const words = useWords()
  const rapat = useRapat()
  const { rows } = useLoaderData<typeof loader>()
  return (
    <Card>
      <h2 className="sr-only">{words.t('tl.title')}</h2>
      {rows.length > 0 ? (
        <TindakLanjutTable
          rows={rows}
          rapatId={rapat.id}
          caption={`${words.t('tl.title')}: ${rapat.title}`}
        />
      ) : (
        <Empty icon={ListChecks} title={words.t('tl.empty')} help={words.t('tl.empty.help')} />
      )}
    </Card>
  )
}
