import { AppError } from '@mufakat/kernel'
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
import { titledBy } from '~/frame/title'
import { answerDeed } from '~/kartu/deed.server'
import { KomentarSection } from '~/kartu/komentar/komentar-section'
import { loadPart, sentDeed } from '~/kartu/part.server'
import { PartPage } from '~/kartu/part-page'
import { guarded } from '~/request/guard.server'

export const handle = titledBy('diskusi.title')

export const loader = guarded((args: LoaderFunctionArgs) => loadPart(args, commentPart))

/** `maksud` says what: a new comment, one written anew, or what becomes of one. */
export const action = guarded(async (args: ActionFunctionArgs) => {
  const { services } = args.context
  const { actor, text, deed, command, nikConfirmed } = await sentDeed(args, 'komentar')
  const commentId = text('tentang')
  const written = { ...command, body: text('body'), nikConfirmed }
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

export default function KomentarRoute() {
  const { texts, ...loaded } = useLoaderData<typeof loader>()
  return (
    <PartPage cardId={loaded.cardId} title="diskusi.title" texts={texts}>
      <KomentarSection {...loaded} answer={useActionData<typeof action>()} />
    </PartPage>
  )
}
