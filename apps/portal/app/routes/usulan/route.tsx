import { AppError } from '@mufakat/kernel'
import { listProposals, listSeries, withdrawProposal } from '@mufakat/services'
import { buttonClass, Card, Empty, Notice } from '@mufakat/ui'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { MessageSquarePlus, TriangleAlert } from 'lucide-react'
import { PageHead } from '~/frame/page-head'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'
import { ProposalList } from '~/seri/proposal-list'
import { SeriesDone } from '~/seri/series-done'

export const handle = stillPage('usulan.title')

export const loader = guarded(async ({ context }: LoaderFunctionArgs) => {
  const actor = actorOf(context)
  const [proposals, series] = await Promise.all([
    listProposals(context.services, actor),
    listSeries(context.services, actor),
  ])
  return {
    proposals,
    series: series.filter(one => one.mayPropose).map(({ id, name }) => ({ id, name })),
  }
})

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const form = await request.formData()
  try {
    await withdrawProposal(context.services, actorOf(context), String(form.get('id') ?? ''))
    return redirect('/usulan?hasil=tarik')
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict')
      return data({ isConflict: true }, { status: 409 })
    throw error
  }
})

export default function ProposalsRoute() {
  const words = useAllWords()
  const { proposals, series } = useLoaderData<typeof loader>()
  const isConflict = useActionData<typeof action>()?.isConflict ?? false
  const propose = series.length > 0 && (
    <ul className="screen-only flex flex-wrap gap-2">
      {series.map(one => (
        <li key={one.id}>
          <Link to={`/rapat/seri/${one.id}/usul`} className={buttonClass('primary')}>
            <MessageSquarePlus aria-hidden />
            {words.t('usulan.propose.for', { series: one.name })}
          </Link>
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <PageHead
        title={words.t('usulan.title')}
        lead={words.t('usulan.lead')}
        back={{ to: '/', label: words.t('nav.beranda') }}
        end={proposals.length > 0 && propose}
      />
      <SeriesDone />
      {isConflict && (
        <Notice tone="warn" icon={TriangleAlert} role="alert" className="mb-4">
          {words.t('usulan.conflict')}
        </Notice>
      )}
      <Card>
        {proposals.length > 0 ? (
          <>
            <h2 className="sr-only">{words.t('usulan.title')}</h2>
            <ProposalList proposals={proposals} withSeries />
          </>
        ) : (
          <Empty
            icon={MessageSquarePlus}
            title={words.t('usulan.empty')}
            help={words.t('usulan.empty.help')}
            action={propose}
          />
        )}
      </Card>
    </>
  )
}
