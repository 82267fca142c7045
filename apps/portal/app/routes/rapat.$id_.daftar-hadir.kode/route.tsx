import { checkInCode } from '@mufakat/services'
import { buttonClass } from '@mufakat/ui'
import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ChevronLeft } from 'lucide-react'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { qrPath } from '~/keamanan/qr.server'
import { actorOf } from '~/request/context.server'
import { guarded, rapatIdOf } from '~/request/guard.server'

export const handle = stillPage('hadir.code.title')

/** Loads itself anew just after the code has changed: for a projector that nobody touches. */
export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => {
  const { services, system } = context
  const rapatId = rapatIdOf(params, context)
  const { title, path, changesAt } = await checkInCode(services, actorOf(context), rapatId)
  const seconds = Math.max(1, Math.ceil((changesAt.getTime() - services.clock.now().getTime()) / 1000))
  return data(
    { rapatId, title, path, qr: qrPath(system.baseUrl + path) },
    { headers: { Refresh: String(seconds), 'Cache-Control': 'no-store' } },
  )
})

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders

/** The code on the wall: as large as the screen lets it be, dark on white in either look. */
export default function CodeRoute() {
  const words = useAllWords()
  const { rapatId, title, path, qr } = useLoaderData<typeof loader>()
  return (
    <div className="grid justify-items-center gap-5 text-center">
      <a href={`/rapat/${rapatId}/daftar-hadir`} className={buttonClass('quiet', 'sm', 'justify-self-start')}>
        <ChevronLeft aria-hidden />
        {words.t('hadir.code.back')}
      </a>
      <h1 className="text-2xl wrap-anywhere">{title}</h1>
      <p className="max-w-xl text-lg">{words.t('hadir.code.lead')}</p>
      <svg
        role="img"
        aria-label={words.t('hadir.code.alt', { title })}
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        className="aspect-square w-full max-w-[min(70vh,36rem)] rounded-lg bg-white"
      >
        <path d={qr.path} fill="#000" shapeRendering="crispEdges" />
      </svg>
      <p className="text-sm text-ink-2">
        {words.t('hadir.code.changes')}{' '}
        <a href={path} className="text-accent underline underline-offset-4">
          {words.t('hadir.code.link')}
        </a>
      </p>
    </div>
  )
}
