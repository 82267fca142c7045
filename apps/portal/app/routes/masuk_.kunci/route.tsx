import { AppError } from '@mufakat/kernel'
import { signInQuestion, signInWithPasskey } from '@mufakat/services'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { enter, visitorOf } from '~/request/enter.server'
import { safePath } from '~/request/guard.server'

/** What authenticators are asked by whom we do not know yet: fetched when somebody wants it, and written nowhere. */
export const loader = async ({ context }: LoaderFunctionArgs) =>
  Response.json(await signInQuestion(context.services), { headers: { 'Cache-Control': 'no-store' } })

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const form = await request.formData()
  const target = safePath(String(form.get('ke') ?? ''))
  try {
    const answer = String(form.get('jawaban') ?? '')
    const token = await signInWithPasskey(context.services, { ...visitorOf(request, context), answer })
    return await enter(context, { next: 'inside', token }, target)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return redirect(`/masuk?tolak=${error.code}&ke=${encodeURIComponent(target)}`)
  }
}
