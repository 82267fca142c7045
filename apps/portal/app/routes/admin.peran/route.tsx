import { isCode, may, permissionTable } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { explainPermissions, listPeople, listPeserta, listRapat, rapatFilterInput } from '@mufakat/services'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageHead } from '~/frame/page-head'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { type AppLoadContext, actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'
import { COLUMNS, Matrix } from './matrix'
import { Why } from './why'

export const handle = stillPage('izin.title')

/** What is not there is told on the page; the rest goes on. */
const orNull = <T,>(asked: Promise<T>): Promise<T | null> =>
  asked.catch(error => {
    if (error instanceof AppError && error.code === 'not-found') return null
    throw error
  })

async function explanation(context: AppLoadContext, chosen: { person: string; rapat: string }) {
  const { services } = context
  const actor = actorOf(context)
  if (chosen.rapat === '') return { explained: null, guests: [] }
  const peserta = await orNull(listPeserta(services, actor, chosen.rapat))
  const guests = peserta?.guests.filter(guest => guest.byLink) ?? []
  const explained =
    peserta === null || chosen.person === ''
      ? null
      : await orNull(explainPermissions(services, actor, { personId: chosen.person, rapatId: chosen.rapat }))
  return { explained, guests: guests.map(({ id, name, jabatan }) => ({ id, name, note: jabatan })) }
}

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const actor = actorOf(context)
  if (!may(actor, 'permission.read')) throw new AppError(actor ? 'forbidden' : 'not-signed-in')
  const { searchParams } = new URL(request.url)
  const role = searchParams.get('peran')
  const chosen = { person: searchParams.get('orang') ?? '', rapat: searchParams.get('rapat') ?? '' }
  const [people, rapat, why] = await Promise.all([
    listPeople(context.services, actor),
    listRapat(context.services, actor, rapatFilterInput.parse({})),
    explanation(context, chosen),
  ])
  return {
    rows: permissionTable(),
    column: isCode(COLUMNS, role) ? role : ('sekretariat' as const),
    chosen,
    ...why,
    people: people.map(({ id, name, jabatan, opd }) => ({
      id,
      name,
      note: jabatan ?? opd?.shortName ?? null,
    })),
    rapat: rapat.map(({ id, title, date }) => ({ id, title, date })),
  }
})

export default function PermissionsRoute() {
  const words = useAllWords()
  const { rows, column, ...why } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title={words.t('izin.title')} lead={words.t('izin.lead')} />
      <div className="grid gap-6">
        <Why {...why} />
        <Matrix rows={rows} chosen={column} />
      </div>
    </>
  )
}
