import { catalogueFor } from '@mufakat/i18n'
import { AppError } from '@mufakat/kernel'
import { editPeserta, editPesertaInput, getRapat, listOpd, listPeople, listPeserta } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { opdOfPokja, pokjaOffer } from '~/rapat/pokja-form.server'
import { actorOf, localeOfSession } from '~/request/context.server'
import { formErrors, guarded, issueErrors, rapatIdOf } from '~/request/guard.server'
import { localeOf } from '~/request/locale.server'
import { guestsOf } from './form.server'
import { PesertaPage } from './page'

export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const actor = actorOf(context)
  const rapatId = rapatIdOf(params, context)
  const [peserta, rapat] = await Promise.all([
    listPeserta(context.services, actor, rapatId),
    getRapat(context.services, actor, rapatId),
  ])
  const choices = rapat.allowed.editPeserta
    ? {
        opd: (await listOpd(context.services, actor)).filter(one => one.active),
        people: await listPeople(context.services, actor),
        ...(await pokjaOffer(request, context)),
      }
    : null
  const locale = localeOf(request.headers, localeOfSession(context))
  const words = catalogueFor(locale)
  const page = (isSeen: boolean, path: string, key: 'tamu.title' | 'undangan.title' | 'hadir.title') =>
    isSeen ? { href: `/rapat/${rapatId}/${path}`, label: words[key] } : null
  const { manageGuests, undangan, attendance } = rapat.allowed
  return {
    peserta,
    choices,
    links: {
      guests: page(manageGuests, 'peserta/tamu', 'tamu.title'),
      invitation: page(undangan, 'undangan', 'undangan.title'),
      attendance: page(attendance, 'daftar-hadir', 'hadir.title'),
    },
  }
})

export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const actor = actorOf(context)
  const rapatId = rapatIdOf(params, context)
  const form = await request.formData()
  const rapat = await getRapat(context.services, actor, rapatId)
  if (!rapat.allowed.editPeserta) throw new AppError('forbidden')
  const invitedOpdIds = (await opdOfPokja(form, context)) ?? form.getAll('opd').map(String)
  const guests = guestsOf(form)
  const typed = {
    chosen: invitedOpdIds,
    guests: guests.map(({ personId: id, canWrite }) => ({ id, canWrite })),
  }
  if (form.get('maksud') === 'pokja') return data({ errors: null, ...typed })
  const parsed = editPesertaInput.safeParse({ rapatId, invitedOpdIds, guests })
  if (!parsed.success) return data({ errors: issueErrors(parsed.error.issues), ...typed }, { status: 400 })
  try {
    await editPeserta(context.services, actor, parsed.data)
    return redirect(`/rapat/${rapatId}/peserta`)
  } catch (error) {
    return data({ errors: formErrors(error), ...typed }, { status: 400 })
  }
})

export default function PesertaRoute() {
  return <PesertaPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
