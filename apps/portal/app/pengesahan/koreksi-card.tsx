import type { KoreksiState } from '@mufakat/domain'
import type { KoreksiPage, KoreksiView } from '@mufakat/services'
import { Badge, Button, Card, CardHead, type Tone } from '@mufakat/ui'
import { Form } from '@remix-run/react'
import { type LucideIcon, SendHorizontal, Stamp, Undo, Undo2 } from 'lucide-react'
import { FieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'
import { Approvals } from './approvals'
import { Changes } from './changes'
import { codeText, shortHash } from './code'
import { ApproveForm, Carried, ReturnForm } from './decision-forms'

const LOOKS: Record<KoreksiState, readonly [Tone, LucideIcon]> = {
  diajukan: ['violet', SendHorizontal],
  disahkan: ['success', Stamp],
  dikembalikan: ['warn', Undo2],
  ditarik: ['neutral', Undo],
}

export interface KoreksiAnswer {
  readonly what: string
  readonly errors: FormErrors
  readonly note: string
}

function Decide({ koreksi, answer }: { koreksi: KoreksiView; answer: KoreksiAnswer | undefined }) {
  const words = useAllWords()
  const { allowed, id, hash } = koreksi
  const errorsOf = (what: string) =>
    answer?.what === what && answer.errors.form !== 'conflict' ? answer.errors : null
  if (!allowed.approveAs && !allowed.sendBack && !allowed.withdraw) return null
  return (
    <div className="grid gap-5 border-t border-line p-4 sm:p-5">
      {allowed.approveAs && (
        <FieldErrors errors={errorsOf('sahkan')}>
          <ApproveForm
            carried={{ koreksiId: id, hash }}
            sure="koreksi.approve.sure"
            label={words.t('koreksi.approve')}
          >
            <p className="font-mono text-xs text-ink-2">
              {words.t('sahkan.panel.hash')} {shortHash(hash)}…
            </p>
          </ApproveForm>
        </FieldErrors>
      )}
      {allowed.sendBack && (
        <FieldErrors errors={errorsOf('kembalikan')}>
          <ReturnForm
            carried={{ koreksiId: id }}
            label={words.t('koreksi.return')}
            note={answer?.note ?? ''}
          />
        </FieldErrors>
      )}
      {allowed.withdraw && (
        <Form method="post">
          <Carried values={{ maksud: 'tarik', koreksiId: id }} />
          <Button type="submit" kind="secondary">
            <Undo aria-hidden />
            {words.t('koreksi.withdraw')}
          </Button>
        </Form>
      )}
    </div>
  )
}

/** One Koreksi: both texts, why, who has approved it, and what this person may do about it. */
export function KoreksiCard({
  koreksi,
  opd,
  answer,
}: {
  koreksi: KoreksiView
  opd: KoreksiPage['opd']
  answer: KoreksiAnswer | undefined
}) {
  const words = useAllWords()
  const [tone, icon] = LOOKS[koreksi.state]
  const head = `koreksi-${koreksi.id}`
  return (
    <Card as="section" aria-labelledby={head}>
      <CardHead
        id={head}
        level={3}
        title={words.t('sahkan.panel.koreksi.number', { n: koreksi.number })}
        end={
          <Badge tone={tone} icon={icon}>
            {words.t(`koreksi.state.${koreksi.state}`)}
          </Badge>
        }
      />
      <div className="grid gap-3 p-4 sm:p-5">
        <p className="text-xs text-ink-2">
          {words.t('koreksi.by', { name: koreksi.proposedBy, at: words.dateTime(koreksi.proposedAt) })}
        </p>
        <p className="text-sm">{words.t('sahkan.panel.koreksi.reason', { reason: koreksi.reason })}</p>
        {koreksi.note && <p className="text-sm">{words.t('koreksi.note', { note: koreksi.note })}</p>}
        <Changes changes={koreksi.changes} opd={opd} />
        {koreksi.record && (
          <p className="text-sm">
            {words.t('sahkan.panel.code')}{' '}
            <a href={`/periksa/${koreksi.record.code}`} className="font-mono font-semibold">
              {codeText(koreksi.record.code)}
            </a>
          </p>
        )}
      </div>
      {koreksi.state !== 'dikembalikan' && (
        <div className="border-t border-line">
          <Approvals
            offices={[
              { role: 'pimpinan', name: koreksi.signers.pimpinan },
              { role: 'notulis', name: koreksi.signers.notulis },
            ]}
            approvals={koreksi.approvals}
          />
        </div>
      )}
      <Decide koreksi={koreksi} answer={answer} />
    </Card>
  )
}
