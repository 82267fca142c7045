import { may } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { backupOverview, readSettingForm, requestBackup } from '@mufakat/services'
import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { saveSetting } from '~/admin/setting-form.server'
import { stillPage } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { formErrors, guarded } from '~/request/guard.server'
import { archivesOn, foldersOf } from './disk.server'
import { CadanganPage } from './page'

export const handle = stillPage('cadangan.title')

/** While one is under way the page comes again by itself, without script. */
const AGAIN_S = 3

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const { services, system } = context
  const actor = actorOf(context)
  const overview = await backupOverview(services, actor)
  const [setting, folders, archives] = await Promise.all([
    readSettingForm(services, actor, 'backup'),
    foldersOf(system),
    archivesOn(system, overview.archives),
  ])
  const shown = {
    ...{ ...overview, archives, setting, folders },
    zone: context.zone,
    now: services.clock.now(),
    done: new URL(request.url).searchParams.get('hasil'),
  }
  return data(
    shown,
    overview.open === null ? {} : { headers: { Refresh: `${AGAIN_S}; url=/admin/cadangan` } },
  )
})

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const actor = actorOf(context)
  if (!may(actor, 'backup.manage')) throw new AppError(actor ? 'forbidden' : 'not-signed-in')
  const form = await request.formData()
  if (form.get('bagian') === 'backup') {
    const refused = await saveSetting(context, 'backup', form)
    return refused === null
      ? redirect('/admin/cadangan?hasil=atur')
      : data({ refused, error: null }, { status: 400 })
  }
  try {
    await requestBackup(context.services, actor)
    return redirect('/admin/cadangan?hasil=minta')
  } catch (error) {
    return data({ refused: undefined, error: formErrors(error).form }, { status: 409 })
  }
})

export default function CadanganRoute() {
  const answer = useActionData<typeof action>()
  return (
    <CadanganPage
      {...useLoaderData<typeof loader>()}
      refused={answer?.refused}
      error={answer?.error ?? null}
    />
  )
}
