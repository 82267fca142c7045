import { AppError } from '@mufakat/kernel'
import { followCard, followCardInput } from '@mufakat/services'
import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { actorOf } from '~/request/context.server'
import { guarded, rowIdOf } from '~/request/guard.server'

/** Follows a card, mutes it, or follows it no more. */
export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const cardId = rowIdOf(params.id, context)
  const form = await request.formData()
  const parsed = followCardInput.safeParse({ cardId, following: form.get('following') })
  if (!parsed.success) throw new AppError('invalid-input')
  const view = await followCard(context.services, actorOf(context), parsed.data)
  if (request.headers.get('Sec-Fetch-Dest') === 'document') return redirect(`/tindak-lanjut/${cardId}`)
  return view
})
