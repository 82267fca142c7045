import type { KoreksiPage, ReviewView } from '@mufakat/services'
import { buttonClass, Notice, type Tone } from '@mufakat/ui'
import { Link } from '@remix-run/react'
import { FilePen, type LucideIcon, SendHorizontal, Stamp, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useAllWords } from '~/frame/words'
import { useRapat } from '~/rapat/rapat-context'
import { Changes } from './changes'
import { codeText, shortHash } from './code'

/** Links to still pages: the server draws them whole. */
function PanelLink({ to, primary, children }: { to: string; primary?: boolean; children: ReactNode }) {
  return (
    <Link reloadDocument to={to} className={buttonClass(primary ? 'primary' : 'secondary', 'sm')}>
      {children}
    </Link>
  )
}

function Record({ review }: { review: ReviewView }) {
  const words = useAllWords()
  const { record } = review
  if (record === null) return null
  return (
    <dl className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-xs">
      <div className="flex gap-1.5">
        <dt>{words.t('sahkan.panel.code')}</dt>
        <dd className="font-mono font-semibold">{codeText(record.code)}</dd>
      </div>
      <div className="flex gap-1.5">
        <dt>{words.t('sahkan.panel.hash')}</dt>
        <dd className="font-mono">{shortHash(record.hash)}…</dd>
      </div>
    </dl>
  )
}

const LOOKS: Record<'draf' | 'diajukan' | 'dikembalikan' | 'disahkan', readonly [Tone, LucideIcon]> = {
  draf: ['neutral', FilePen],
  diajukan: ['violet', SendHorizontal],
  dikembalikan: ['warn', Undo2],
  disahkan: ['success', Stamp],
}

/** Who has yet to approve, in words. */
function useWaitsFor(review: ReviewView): string {
  const words = useAllWords()
  const given = review.approvals.filter(one => one.stands).map(one => one.role)
  const open = (['pimpinan', 'notulis'] as const).filter(role => !given.includes(role))
  return words.t(`sahkan.panel.role.${open.length === 1 && open[0] ? open[0] : 'both'}`)
}

/** Where the notula is on its way to being ratified, who has to act, and the way there. */
export function ReviewPanel({ review }: { review: ReviewView }) {
  const words = useAllWords()
  const rapat = useRapat()
  const waitsFor = useWaitsFor(review)
  const { notulaState: state } = rapat
  const base = `/rapat/${rapat.id}`
  const isHeld = rapat.status === 'berlangsung' || rapat.status === 'selesai'
  if (state === 'draf' && !isHeld) return null
  const [last] = review.reviews
  const [tone, icon] = LOOKS[state]
  const sentence = {
    draf: () => `${words.t('sahkan.panel.draf')} ${words.t('sahkan.panel.draf.who')}`,
    diajukan: () => words.t('sahkan.panel.diajukan', { who: waitsFor }),
    dikembalikan: () =>
      words.t(last?.kind === 'ditarik' ? 'sahkan.panel.ditarik' : 'sahkan.panel.dikembalikan', {
        name: last?.name ?? '',
      }),
    disahkan: () =>
      words.t('sahkan.panel.disahkan', { at: words.dateTime(review.record?.at ?? new Date(0)) }),
  }[state]()
  return (
    <section aria-label={words.t('sahkan.panel')} aria-live="polite" className="mb-4">
      <Notice tone={tone} icon={icon}>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <div className="min-w-0 flex-1 basis-64">
            <p>{sentence}</p>
            {state === 'dikembalikan' && last?.note && <p className="mt-1 font-normal">“{last.note}”</p>}
            <Record review={review} />
          </div>
          <div className="screen-only flex flex-wrap gap-2">
            {review.record === null ? (
              <PanelLink
                to={`${base}/pengesahan`}
                primary={review.allowed.approveAs !== null || review.allowed.submit}
              >
                {words.t(
                  review.allowed.approveAs !== null
                    ? 'sahkan.panel.approve'
                    : review.allowed.submit
                      ? 'sahkan.panel.submit'
                      : 'sahkan.panel.open',
                )}
              </PanelLink>
            ) : (
              <>
                <PanelLink to={`/periksa/${review.record.code}`}>{words.t('sahkan.panel.check')}</PanelLink>
                <PanelLink to={`${base}/koreksi`}>{words.t('sahkan.panel.koreksi')}</PanelLink>
              </>
            )}
          </div>
        </div>
      </Notice>
    </section>
  )
}

/** Corrections beside the original, which never changes. */
export function SealedKoreksi({ page }: { page: KoreksiPage }) {
  const words = useAllWords()
  const open = page.koreksi.find(one => one.state === 'diajukan')
  const sealed = page.koreksi.filter(one => one.record !== null)
  return (
    <>
      {open && (
        <p className="mb-3 text-sm text-ink-2">{words.t('sahkan.panel.koreksi.open', { n: open.number })}</p>
      )}
      {sealed.map(one => (
        <section
          key={one.id}
          aria-label={words.t('sahkan.panel.koreksi.number', { n: one.number })}
          className="mb-4 grid gap-3 rounded-lg border border-line bg-surface p-4 sm:p-5"
        >
          <div>
            <h3 className="text-base font-bold">
              {words.t('sahkan.panel.koreksi.number', { n: one.number })}
            </h3>
            {one.record && (
              <p className="text-xs text-ink-2">
                {words.t('sahkan.panel.koreksi.at', { at: words.dateTime(one.record.at) })} ·{' '}
                <span className="font-mono">{codeText(one.record.code)}</span>
              </p>
            )}
            <p className="mt-1 text-sm">{words.t('sahkan.panel.koreksi.reason', { reason: one.reason })}</p>
          </div>
          <Changes changes={one.changes} opd={page.opd} />
        </section>
      ))}
    </>
  )
}
