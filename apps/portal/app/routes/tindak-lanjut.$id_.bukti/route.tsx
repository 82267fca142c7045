import { buktiTexts } from '@mufakat/i18n'
import { AppError, newId } from '@mufakat/kernel'
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
import { MoreWords } from '~/frame/more-words'
import { PageHead } from '~/frame/page-head'
import { titledBy } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { BuktiSection } from '~/kartu/bukti/bukti-section'
import type { BuktiSectionProps } from '~/kartu/bukti/props'
import { answerDeed } from '~/kartu/deed.server'
import { actorOf, localeOfSession } from '~/request/context.server'
import { guarded, rowIdOf } from '~/request/guard.server'
import { localeOf } from '~/request/locale.server'

export const handle = titledBy('bukti.title')

export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const cardId = rowIdOf(params.id, context)
  return {
    cardId,
    part: await evidencePart(context.services, actorOf(context), cardId),
    commandId: newId(),
    texts: buktiTexts(localeOf(request.headers, localeOfSession(context))),
  }
})

/** `maksud` says what: hand in a link, ask for verification, accept, return, or take back. */
export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const { services } = context
  const cardId = rowIdOf(params.id, context)
  const form = await request.formData()
  const text = (name: string): string => String(form.get(name) ?? '')
  const actor = actorOf(context)
  const deed = { request, form, back: `/tindak-lanjut/${cardId}#bukti` }
  const command = { commandId: text('commandId'), cardId }
  const nikConfirmed = form.get('nik') === 'ya'
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

function BuktiPage(props: BuktiSectionProps) {
  const words = useAllWords()
  const back = { to: `/tindak-lanjut/${props.cardId}`, label: words.t('bukti.back') }
  return (
    <div className="max-w-3xl">
      <PageHead title={words.t('bukti.title')} back={back} />
      <BuktiSection {...props} />
    </div>
  )
}

/** The part of a card alone: where a form that was refused comes back to without script. */
export default function BuktiRoute() {
  const { texts, ...loaded } = useLoaderData<typeof loader>()
  return (
    <MoreWords texts={texts}>
      <BuktiPage {...loaded} answer={useActionData<typeof action>()} />
    </MoreWords>
  )
}
