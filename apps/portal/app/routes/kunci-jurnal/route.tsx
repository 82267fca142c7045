import { AppError, errorKind } from '@mufakat/kernel'
import { journalKeyFor, journalKeyInput } from '@mufakat/services'
import type { ActionFunctionArgs } from '@remix-run/node'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'

const HEADERS = { 'Cache-Control': 'no-store' }

/**
 * The key under which this person's unsent text is kept on this device; `personId` says whose, because another tab
 * may have signed in as somebody else. A POST: what makes a key must come from a page of ours.
 */
export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const parsed = journalKeyInput.safeParse(Object.fromEntries(await request.formData()))
  if (!parsed.success) return Response.json({ code: 'invalid-input' }, { status: 400, headers: HEADERS })
  try {
    const actor = actorOf(context)
    const key = await journalKeyFor(context.services, actor, parsed.data)
    const body = { personId: actor?.personId, key: Buffer.from(key).toString('base64') }
    return Response.json(body, { headers: HEADERS })
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'not-signed-in') throw error
    return Response.json({ code: error.code }, { status: errorKind(error.code).status, headers: HEADERS })
  }
})
