import { AppError, errorKind } from '@mufakat/kernel'
import {
  decideProposal,
  decideProposalInput,
  getSeries,
  openNextInput,
  openNextRapat,
  withdrawProposal,
} from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { type PageHandle, STILL } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { type FormErrors, formErrors, guarded, issueErrors, rowIdOf } from '~/request/guard.server'
import { SeriesPage } from './page'

export const handle: PageHandle<{ series: { name: string } }> & typeof STILL = {
  ...STILL,
  title: (_words, { series }) => series.name,
}

export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => ({
  series: await getSeries(context.services, actorOf(context), rowIdOf(params.id, context)),
}))

/** `maksud` says what: open the next rapat, or accept, return or withdraw a topic. */
export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const actor = actorOf(context)
  const { services } = context
  const seriesId = rowIdOf(params.id, context)
  const form = await request.formData()
  const maksud = String(form.get('maksud') ?? '')
  const proposalId = String(form.get('id') ?? '')
  const note = String(form.get('note') ?? '')
  const done = (what: string) => redirect(`/rapat/seri/${seriesId}?hasil=${what}`)
  const refuse = (errors: FormErrors) =>
    data(
      { maksud, id: proposalId, note, errors },
      { status: errorKind(errors.form ?? 'invalid-input').status },
    )
  try {
    switch (maksud) {
      case 'buka': {
        const input = openNextInput.safeParse({ seriesId, latestId: String(form.get('terakhir') ?? '') })
        if (!input.success) return refuse(issueErrors(input.error.issues))
        return redirect(`/rapat/${await openNextRapat(services, actor, input.data)}`)
      }
      case 'tarik':
        await withdrawProposal(services, actor, proposalId)
        return done('tarik')
      case 'terima':
      case 'kembalikan': {
        const decision = maksud === 'terima' ? 'accepted' : 'returned'
        const nikConfirmed = form.get('nik') === 'ya'
        const rapatId = String(form.get('rapat') ?? '')
        const input = decideProposalInput.safeParse({ decision, proposalId, rapatId, note, nikConfirmed })
        if (!input.success) return refuse(issueErrors(input.error.issues))
        await decideProposal(services, actor, input.data)
        return done(maksud === 'kembalikan' ? 'kembali' : rapatId === '' ? 'terima' : 'terima-rapat')
      }
      default:
        throw new AppError('invalid-input')
    }
  } catch (error) {
    if (error instanceof AppError && error.code === 'forbidden') throw error
    return refuse(formErrors(error))
  }
})

export default function SeriesRoute() {
  const { series } = useLoaderData<typeof loader>()
  return <SeriesPage series={series} refused={useActionData<typeof action>()} />
}
