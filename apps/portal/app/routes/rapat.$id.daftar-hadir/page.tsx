import type { AttendanceView } from '@mufakat/services'
import { Badge, Button, buttonClass, Card, CardHead, Empty, Notice } from '@mufakat/ui'
import { Form, useSearchParams } from '@remix-run/react'
import {
  ChevronDown,
  CircleAlert,
  CircleCheckBig,
  CircleDashed,
  FileDown,
  Lock,
  QrCode,
  UsersRound,
} from 'lucide-react'
import { FieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import { SomebodyFields } from '~/hadir/somebody-fields'
import { EntryTable } from './entry-table'
import { LineForms } from './line-forms'
import { Paper } from './paper'
import type { AttendancePageProps, RefusedAct } from './props'
import { WaitingCard } from './waiting-card'

const DONE = ['tandai', 'ubah', 'tambah', 'konfirmasi', 'tolak', 'jawab'] as const
const NOBODY = { name: '', nip: '', jabatan: '', agency: '', phone: '' }

function Summary({ view }: { view: AttendanceView }) {
  const words = useAllWords()
  const { quorum, opd, rapat, allowed, takesMarks } = view
  const answered = (rsvp: string | null) => opd.filter(entry => entry.rsvp === rsvp).length
  return (
    <Card className="grid gap-3 p-4 sm:p-5 print:hidden">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-lg font-bold">
          {words.t('hadir.quorum', { present: quorum.present, invited: quorum.invited })}
          <Badge
            tone={quorum.isReached ? 'success' : 'neutral'}
            icon={quorum.isReached ? CircleCheckBig : CircleDashed}
          >
            {words.t(quorum.isReached ? 'hadir.quorum.yes' : 'hadir.quorum.no')}
          </Badge>
        </p>
        {allowed.edit && takesMarks && (
          <a href={`/rapat/${rapat.id}/daftar-hadir/kode`} className={buttonClass('secondary', 'sm')}>
            <QrCode aria-hidden />
            {words.t('hadir.show-code')}
          </a>
        )}
      </div>
      <p className="text-sm text-ink-2">
        {words.t('hadir.answers', {
          hadir: answered('hadir'),
          diwakilkan: answered('diwakilkan'),
          izin: answered('izin'),
          none: answered(null),
        })}
      </p>
      <p className="text-xs text-ink-2">{words.t('hadir.print')}</p>
      {allowed.contact && (
        <a
          href={`/rapat/${rapat.id}/kertas#daftar_hadir`}
          className={buttonClass('quiet', 'sm', '-ml-3 w-fit')}
        >
          <FileDown aria-hidden />
          {words.t('kertas.link.hadir')}
        </a>
      )}
    </Card>
  )
}

function AddCard({ answer }: { answer: RefusedAct | null }) {
  const words = useAllWords()
  const refused = answer?.act === 'tambah' ? answer : null
  return (
    <details className="screen-only group rounded-lg border border-line bg-surface" open={refused !== null}>
      <summary className="flex min-h-13 items-center justify-between px-4 font-semibold sm:px-5">
        {words.t('hadir.add')}
        <ChevronDown aria-hidden className="size-5 text-ink-2 transition-transform group-open:rotate-180" />
      </summary>
      <Form method="post" noValidate className="grid gap-4 border-t border-line p-4 sm:grid-cols-2 sm:p-5">
        <input type="hidden" name="maksud" value="tambah" />
        <FieldErrors errors={refused?.errors}>
          <SomebodyFields values={refused?.typed.somebody ?? NOBODY} />
        </FieldErrors>
        <Button type="submit" className="w-fit sm:col-span-2">
          {words.t('hadir.add.submit')}
        </Button>
      </Form>
    </details>
  )
}

function State({ view, answer }: Pick<AttendancePageProps, 'view' | 'answer'>) {
  const words = useAllWords()
  const [params] = useSearchParams()
  const done = DONE.find(one => one === params.get('hasil'))
  const hasForm = answer !== null && answer.act !== 'konfirmasi' && answer.act !== 'tolak'
  return (
    <>
      {done && answer === null && (
        <Notice tone="success" icon={CircleCheckBig} role="status" className="screen-only">
          {words.t(`hadir.done.${done}`)}
        </Notice>
      )}
      {answer?.errors.form && !hasForm && (
        <Notice tone="danger" icon={CircleAlert} role="alert">
          {words.t(`error.${answer.errors.form}`)}
        </Notice>
      )}
      {view.isClosed ? (
        <Notice tone="neutral" icon={Lock} className="screen-only">
          {words.t('hadir.closed')}
        </Notice>
      ) : (
        !view.takesMarks && (
          <Notice tone="neutral" icon={Lock} className="screen-only">
            {words.t('hadir.not-yet')}
          </Notice>
        )
      )}
    </>
  )
}

/** Who is expected and who is there. */
export function AttendancePage({ view, open, answer }: AttendancePageProps) {
  const words = useAllWords()
  const edits = view.allowed.edit && view.takesMarks
  const shown = answer === null ? open : answer.key
  const line = edits ? [...view.opd, ...view.people].find(entry => entry.key === shown) : undefined
  const people = view.people.filter(entry => !entry.isWaiting)
  return (
    <div className="grid gap-5">
      <h2 className="sr-only print:not-sr-only print:text-center print:text-lg print:font-bold print:uppercase">
        {words.t('hadir.title')}
      </h2>
      <State view={view} answer={answer} />
      <Summary view={view} />
      {line && <LineForms entry={line} answer={answer} />}
      {edits && <WaitingCard entries={view.people.filter(entry => entry.isWaiting)} />}
      <Card as="section" aria-labelledby="opd-hadir" className="screen-only">
        <CardHead id="opd-hadir" level={3} title={words.t('hadir.opd')} />
        {view.opd.length > 0 ? (
          <EntryTable caption={words.t('hadir.column.who')} entries={view.opd} edits={edits} />
        ) : (
          <Empty
            compact
            icon={UsersRound}
            title={words.t('hadir.empty')}
            help={words.t('hadir.empty.help')}
          />
        )}
      </Card>
      {people.length > 0 && (
        <Card as="section" aria-labelledby="orang-hadir" className="screen-only">
          <CardHead id="orang-hadir" level={3} title={words.t('hadir.people')} />
          <EntryTable caption={words.t('hadir.column.person')} entries={people} edits={edits} />
        </Card>
      )}
      {edits && <AddCard answer={answer} />}
      <Paper view={view} />
    </div>
  )
}
