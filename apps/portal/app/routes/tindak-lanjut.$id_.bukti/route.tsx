import { AppError } from '@mufakat/kernel'
import {
  addEvidence,
  addEvidenceInput,
  askVerification,
  askVerificationInput,
  evidencePart,
  judgeEvidence,
  judgeEvidenceInput,
  withdrawEvidence,
  withdrawEvidenceInput,
} from '@mufakat/services'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { titledBy } from '~/frame/title'
import { BuktiSection } from '~/kartu/bukti/bukti-section'
import { answerDeed } from '~/kartu/deed.server'
import { loadPart, sentDeed } from '~/kartu/part.server'
import { PartPage } from '~/kartu/part-page'
import { guarded } from '~/request/guard.server'

export const handle = titledBy('bukti.title')

export const loader = guarded((args: LoaderFunctionArgs) => loadPart(args, evidencePart))

/** `maksud` says what: hand in a link, ask for verification, accept, return, or take back. */
export const action = guarded(async (args: ActionFunctionArgs) => {
  const { services } = args.context
  const { actor, form, text, deed, command, nikConfirmed } = await sentDeed(args, 'bukti')
  const evidenceId = text('tentang')
  switch (text('maksud')) {
    case 'tautan': {
      const facts = { title: text('title'), url: text('url'), ask: form.get('ajukan') === 'ya' }
      const parsed = addEvidenceInput.safeParse({ ...command, ...facts, nikConfirmed })
      return answerDeed(deed, parsed, input => addEvidence(services, actor, input))
    }
    case 'ajukan':
      return answerDeed(deed, askVerificationInput.safeParse(command), input =>
        askVerification(services, actor, input),
      )
    case 'terima': {
      const facts = { state: 'diterima', finish: form.get('selesai') === 'ya' }
      const parsed = judgeEvidenceInput.safeParse({ ...command, evidenceId, ...facts })
      return answerDeed(deed, parsed, input => judgeEvidence(services, actor, input))
    }
    case 'kembali': {
      const facts = { state: 'dikembalikan', note: text('note'), nikConfirmed }
      const parsed = judgeEvidenceInput.safeParse({ ...command, evidenceId, ...facts })
      return answerDeed(deed, parsed, input => judgeEvidence(services, actor, input))
    }
    case 'tarik':
      return answerDeed(deed, withdrawEvidenceInput.safeParse({ ...command, evidenceId }), input =>
        withdrawEvidence(services, actor, input),
      )
    default:
      throw new AppError('invalid-input')
  }
})

export default function BuktiRoute() {
  const { texts, ...loaded } = useLoaderData<typeof loader>()
  return (
    <PartPage cardId={loaded.cardId} title="bukti.title" texts={texts}>
      <BuktiSection {...loaded} answer={useActionData<typeof action>()} />
    </PartPage>
  )
}
