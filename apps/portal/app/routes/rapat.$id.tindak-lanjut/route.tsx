import { listTindakLanjut, workOfNotula } from '@mufakat/services'
import { Card, Empty } from '@mufakat/ui'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ListChecks } from 'lucide-react'
import { useWords } from '~/frame/words'
import type { WorkOfNotula } from '~/notula/use-work'
import { useRapat } from '~/rapat/rapat-context'
import { TindakLanjutTable } from '~/rapat/tindak-lanjut-table'
import { useFresh } from '~/rapat/use-fresh'
import { useLooking } from '~/rapat/use-looking'
import { actorOf } from '~/request/context.server'
import { guarded, rapatIdOf } from '~/request/guard.server'

export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => {
  const [actor, rapatId] = [actorOf(context), rapatIdOf(params, context)]
  const [rows, work] = await Promise.all([
    listTindakLanjut(context.services, actor, rapatId),
    workOfNotula(context.services, actor, rapatId),
  ])
  return { rows, work }
})

const asItIs = (work: WorkOfNotula): WorkOfNotula => work

export default function TindakLanjutRoute() {
  const words = useWords()
  const rapat = useRapat()
  const loaded = useLoaderData<typeof loader>()
  const [work, look] = useFresh(`/rapat/${rapat.id}/pekerjaan`, loaded.work, asItIs)
  useLooking(look)
  const rows = loaded.rows.map(row => ({ ...row, status: work[row.lineId]?.status ?? row.status }))
  return (
    <Card>
      <h2 className="sr-only">{words.t('tl.title')}</h2>
      {rows.length > 0 ? (
        <TindakLanjutTable
          rows={rows}
          rapatId={rapat.id}
          work={work}
          caption={`${words.t('tl.title')}: ${rapat.title}`}
        />
      ) : (
        <Empty icon={ListChecks} title={words.t('tl.empty')} help={words.t('tl.empty.help')} />
      )}
    </Card>
  )
}
