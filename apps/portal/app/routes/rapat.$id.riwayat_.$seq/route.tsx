import type { Comparison, NotulaContent } from '@mufakat/doc-model'
import { AppError, type ErrorCode, errorKind } from '@mufakat/kernel'
import { bringBackInput, bringVersionBack, compareVersions, listOpd, notulaVersion } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { STILL } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { guarded, rapatIdOf } from '~/request/guard.server'
import { Refused } from '~/riwayat/refused'
import { ComparisonPage } from './comparison-page'
import { VersionPage } from './version-page'

export const handle = STILL

const seqOf = (text: string | null | undefined): number => {
  if (!/^\d{1,15}$/.test(text ?? '')) throw new AppError('not-found')
  return Number(text)
}

/** `?dari=N`: what made this version out of N; `?banding=kini`: what was done since; neither: as it was. */
export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const rapatId = rapatIdOf(params, context)
  const seq = seqOf(params.seq)
  const asked = new URL(request.url).searchParams
  const from = asked.get('dari')
  if (from !== null || asked.get('banding') === 'kini') {
    const range = from === null ? { from: seq, to: null } : { from: seqOf(from), to: seq }
    const [{ from: before, to: after, comparison }, opd] = await Promise.all([
      compareVersions(services, actor, { rapatId, ...range }),
      opdNames(services, actor),
    ])
    const told = ({ seq: at, at: when, headSeq, names }: typeof before) => ({
      seq: at,
      at: when,
      headSeq,
      names,
    })
    return { kind: 'comparison' as const, before: told(before), after: told(after), comparison, opd }
  }
  const [version, opd] = await Promise.all([
    notulaVersion(services, actor, { rapatId, seq }),
    opdNames(services, actor),
  ])
  return { kind: 'version' as const, version, opd }
})

const opdNames = async (...asked: Parameters<typeof listOpd>) =>
  (await listOpd(...asked)).map(({ id, shortName }) => ({ id, shortName }))

/** Brings the version back: whole, or one item or line of it. */
export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const rapatId = rapatIdOf(params, context)
  const form = await request.formData()
  const parsed = bringBackInput.safeParse({
    rapatId,
    seq: seqOf(params.seq),
    seen: seqOf(String(form.get('dilihat') ?? '')),
    itemId: form.get('acara'),
    lineId: form.get('baris'),
  })
  if (!parsed.success) throw new AppError('invalid-input')
  try {
    const seq = await bringVersionBack(context.services, actorOf(context), parsed.data)
    return redirect(`/rapat/${rapatId}/riwayat?hasil=${seq === null ? 'sama' : 'kembali'}`)
  } catch (error) {
    if (!(error instanceof AppError) || !SAID_HERE.has(error.code)) throw error
    return data({ refused: error.code }, { status: errorKind(error.code).status })
  }
})

/** What came between, and is no fault of who asked. */
const SAID_HERE: ReadonlySet<ErrorCode> = new Set(['document-closed', 'conflict', 'too-large'])

export default function VersionRoute() {
  const loaded = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()?.refused
  // Remix widens optional keys to undefined; what came over the wire is plain JSON as it was read.
  return (
    <>
      {refused && <Refused code={refused} />}
      {loaded.kind === 'comparison' ? (
        <ComparisonPage {...loaded} comparison={loaded.comparison as Comparison} />
      ) : (
        <VersionPage
          version={{ ...loaded.version, content: loaded.version.content as NotulaContent }}
          opd={loaded.opd}
        />
      )}
    </>
  )
}
