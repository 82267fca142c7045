import type { Actor } from '@mufakat/domain'
import { buktiTexts } from '@mufakat/i18n'
import { newId } from '@mufakat/kernel'
import type { ServiceContext } from '@mufakat/services'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { actorOf, localeOfSession } from '~/request/context.server'
import { rowIdOf } from '~/request/guard.server'
import { localeOf } from '~/request/locale.server'

/** What the page of a part of a card shows, as `read` has it. */
export async function loadPart<Part>(
  { request, params, context }: LoaderFunctionArgs,
  read: (ctx: ServiceContext, actor: Actor | null, cardId: string) => Promise<Part>,
) {
  const cardId = rowIdOf(params.id, context)
  return {
    cardId,
    part: await read(context.services, actorOf(context), cardId),
    commandId: newId(),
    texts: buktiTexts(localeOf(request.headers, localeOfSession(context))),
  }
}

/** A form of a part as it was sent; a browser without script comes back to `place` on the page of its card. */
export async function sentDeed({ request, params, context }: ActionFunctionArgs, place: string) {
  const cardId = rowIdOf(params.id, context)
  const form = await request.formData()
  const text = (name: string): string => String(form.get(name) ?? '')
  return {
    ...{ form, text },
    actor: actorOf(context),
    deed: { request, form, back: `/tindak-lanjut/${cardId}#${place}` },
    command: { commandId: text('commandId'), cardId },
    nikConfirmed: form.get('nik') === 'ya',
  }
}
