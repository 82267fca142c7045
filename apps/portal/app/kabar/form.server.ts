import { may } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { markRead, markReadInput, muteRapat, muteRapatInput } from '@mufakat/services'
import { type AppLoadContext, actorOf } from '~/request/context.server'

/** Does what a form of the inbox, or of its settings, asks for. @returns what was done */
export async function actOnNotices(
  context: AppLoadContext,
  form: FormData,
): Promise<'dibaca' | 'bisu' | 'bunyi'> {
  const actor = actorOf(context)
  // Asked before a form is judged.
  if (!may(actor, 'kabar.use', actor ?? undefined)) throw new AppError(actor ? 'forbidden' : 'not-signed-in')
  const maksud = form.get('maksud')
  if (maksud === 'bisu' || maksud === 'bunyi') {
    const parsed = muteRapatInput.safeParse({ rapatId: form.get('rapat'), muted: maksud === 'bisu' })
    if (!parsed.success) throw new AppError('invalid-input')
    await muteRapat(context.services, actor, parsed.data)
    return maksud
  }
  const which = maksud === 'baca-semua' ? 'all' : form.getAll('id').map(String)
  const parsed = markReadInput.safeParse({ which, seenUntil: form.get('dilihat') })
  if (!parsed.success) throw new AppError('invalid-input')
  await markRead(context.services, actor, parsed.data)
  return 'dibaca'
}
