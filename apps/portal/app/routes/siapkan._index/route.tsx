import { setupProgress } from '@mufakat/services'
import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'

/** Goes on where the guided start was left. */
export const loader = guarded(async ({ context }: LoaderFunctionArgs) => {
  const { next } = await setupProgress(context.services, actorOf(context))
  return redirect(`/siapkan/langkah/${next ?? 'selesai'}`)
})
