import { buktiTexts } from '@mufakat/i18n'
import { AppError, newId } from '@mufakat/kernel'
import {
  addComment,
  addCommentInput,
  commentPart,
  editComment,
  editCommentInput,
  settleComment,
  settleCommentInput,
} from '@mufakat/services'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MoreWords } from '~/frame/more-words'
import { PageHead } from '~/frame/page-head'
import { titledBy } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { answerDeed } from '~/kartu/deed.server'
import { KomentarSection } from '~/kartu/komentar/komentar-section'
import type { KomentarSectionProps } from '~/kartu/komentar/props'
import { actorOf, localeOfSession } from '~/request/context.server'
import { guarded, rowIdOf } from '~/request/guard.server'
import { localeOf } from '~/request/locale.server'

export const handle = titledBy('diskusi.title')

export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const cardId = rowIdOf(params.id, context)
  return {
    cardId,
    part: await commentPart(context.services, actorOf(context), cardId),
    commandId: newId(),
    texts: buktiTexts(localeOf(request.headers, localeOfSession(context))),
  }
})

/** `maksud` says what: a new comment, one written anew, or what becomes of one. */
export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const { services } = context
  const cardId = rowIdOf(params.id, context)
  const form = await request.formData()
  const text = (name: string): string => String(form.get(name) ?? '')
  const actor = actorOf(context)
  const commentId = text('tentang')
  const deed = { request, form, back: `/tindak-lanjut/${cardId}#komentar` }
  const command = { commandId: text('commandId'), cardId }
  const written = { ...command, body: text('body'), nikConfirmed: form.get('nik') === 'ya' }
  switch (text('maksud')) {
    case 'tulis':
      return answerDeed(deed, addCommentInput.safeParse(written), input => addComment(services, actor, input))
    case 'ubah':
      return answerDeed(deed, editCommentInput.safeParse({ ...written, commentId }), input =>
        editComment(services, actor, input),
      )
    case 'keadaan': {
      const parsed = settleCommentInput.safeParse({ ...command, commentId, deed: text('deed') })
      return answerDeed(deed, parsed, input => settleComment(services, actor, input))
    }
    default:
      throw new AppError('invalid-input')
  }
})

function KomentarPage(props: KomentarSectionProps) {
  const words = useAllWords()
  const back = { to: `/tindak-lanjut/${props.cardId}`, label: words.t('bukti.back') }
  return (
    <div className="max-w-3xl">
      <PageHead title={words.t('diskusi.title')} back={back} />
      <KomentarSection {...props} />
    </div>
  )
}

/** The part of a card alone: where a form that was refused comes back to without script. */
export default function KomentarRoute() {
  const { texts, ...loaded } = useLoaderData<typeof loader>()
  return (
    <MoreWords texts={texts}>
      <KomentarPage {...loaded} answer={useActionData<typeof action>()} />
    </MoreWords>
  )
}
