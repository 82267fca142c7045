import { AppError } from '@mufakat/kernel'
import { tablesFor } from '@mufakat/services'
import { buttonClass, Card, CardHead } from '@mufakat/ui'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { FileUp } from 'lucide-react'
import { PageHead } from '~/frame/page-head'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { TableFiles } from '~/organisasi/table-files'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'

export const handle = stillPage('tabel.title')

export const loader = guarded(async ({ context }: LoaderFunctionArgs) => {
  const actor = actorOf(context)
  const tables = tablesFor(actor)
  if (tables.length === 0) throw new AppError(actor ? 'forbidden' : 'not-signed-in')
  return { tables }
})

export default function TablesRoute() {
  const words = useAllWords()
  const { tables } = useLoaderData<typeof loader>()
  return (
    <div className="grid max-w-4xl gap-6">
      <PageHead title={words.t('tabel.title')} lead={words.t('tabel.lead')} />
      {tables.map(table => (
        <Card key={table} as="section" aria-labelledby={table}>
          <CardHead
            id={table}
            title={words.t(`tabel.name.${table}`)}
            end={
              <Link
                to={`/admin/impor/${table}`}
                aria-label={words.t('tabel.open', { name: words.t(`tabel.name.${table}`) })}
                className={buttonClass('secondary', 'sm')}
              >
                <FileUp aria-hidden />
                {words.t('tabel.upload')}
              </Link>
            }
          />
          <div className="grid gap-4 p-4 sm:p-5">
            <p className="text-sm text-ink-2">{words.t(`tabel.about.${table}`)}</p>
            <TableFiles table={table} />
          </div>
        </Card>
      ))}
    </div>
  )
}
