import type { HoldingView } from '@mufakat/services'
import { Badge, Button, buttonClass, Card, CardHead, Empty, Field, Input } from '@mufakat/ui'
import { Form, Link } from '@remix-run/react'
import {
  ArrowRightLeft,
  BriefcaseBusiness,
  CalendarClock,
  CalendarX2,
  ChevronDown,
  CircleCheckBig,
} from 'lucide-react'
import { HoldingFields, JabatanFields } from '~/account/holding-fields'
import { useAllWords } from '~/frame/words'
import type { TypedHolding } from './act.server'
import type { PersonPageProps } from './props'

const WHEN = {
  past: { tone: 'neutral', icon: CalendarX2 },
  now: { tone: 'success', icon: CircleCheckBig },
  coming: { tone: 'info', icon: CalendarClock },
} as const

function Holding({ holding, personId }: { holding: HoldingView; personId: string }) {
  const words = useAllWords()
  const { jabatan, from, until } = holding
  const days =
    until === null
      ? words.t('pengguna.jabatan.open', { from: words.date(from, 'short') })
      : words.t('pengguna.jabatan.spell', {
          from: words.date(from, 'short'),
          until: words.date(until, 'short'),
        })
  const id = `until-${holding.id}`
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-5">
      <div className="min-w-0 grow basis-56">
        <p className="font-medium">
          {holding.kind === 'definitif' ? '' : `${words.t(`holding.${holding.kind}`)} `}
          {jabatan}
        </p>
        <p className="text-sm text-ink-2">
          {holding.opd.shortName} · {days}
        </p>
      </div>
      <Badge {...WHEN[holding.when]}>{words.t(`holding.${holding.when}`)}</Badge>
      {holding.when !== 'past' && (
        <div className="screen-only flex flex-wrap items-start gap-2">
          <Link
            to={`/admin/pengguna/${personId}/serah-terima/${holding.id}`}
            aria-label={words.t('pengguna.jabatan.hand-over.of', { jabatan })}
            className={buttonClass('secondary', 'sm')}
          >
            <ArrowRightLeft aria-hidden />
            {words.t('pengguna.jabatan.hand-over')}
          </Link>
          <details className="group">
            <summary
              aria-label={words.t('pengguna.jabatan.end.of', { jabatan })}
              className={buttonClass('quiet', 'sm')}
            >
              {words.t('pengguna.jabatan.end')}
              <ChevronDown aria-hidden className="transition-transform group-open:rotate-180" />
            </summary>
            <Form method="post" className="mt-2 flex flex-wrap items-end gap-2">
              <input type="hidden" name="maksud" value="akhiri-jabatan" />
              <input type="hidden" name="pegangan" value={holding.id} />
              <Field id={id} label={words.t('pengguna.jabatan.end.on')}>
                <Input id={id} type="date" name="until" required min={from} defaultValue={until ?? ''} />
              </Field>
              <Button type="submit" kind="secondary">
                {words.t('pengguna.jabatan.end')}
              </Button>
            </Form>
          </details>
        </div>
      )}
    </li>
  )
}

const NOTHING: TypedHolding = {
  opdId: '',
  jabatan: '',
  isHead: false,
  kind: 'definitif',
  from: '',
  until: '',
}

/** What somebody holds, held and will hold; with the form that gives one more. */
export function Holdings({
  account,
  opd,
  jabatan,
  typed,
}: Pick<PersonPageProps, 'account' | 'opd' | 'jabatan'> & { typed: TypedHolding | null }) {
  const words = useAllWords()
  const { holdings } = account
  return (
    <Card as="section" aria-labelledby="jabatan-orang">
      <CardHead id="jabatan-orang" title={words.t('pengguna.jabatan')} />
      {holdings.length === 0 ? (
        <Empty
          compact
          icon={BriefcaseBusiness}
          title={words.t('pengguna.jabatan.empty')}
          help={words.t('pengguna.jabatan.empty.help')}
        />
      ) : (
        <ul className="divide-y divide-line">
          {holdings.map(holding => (
            <Holding key={holding.id} holding={holding} personId={account.id} />
          ))}
        </ul>
      )}
      <details className="screen-only group border-t border-line" open={typed !== null}>
        <summary className="flex min-h-13 items-center justify-between px-4 font-semibold sm:px-5">
          {words.t('pengguna.jabatan.add')}
          <ChevronDown aria-hidden className="size-5 text-ink-2 transition-transform group-open:rotate-180" />
        </summary>
        <Form method="post" className="grid gap-5 border-t border-line p-4 sm:p-5" noValidate>
          <input type="hidden" name="maksud" value="jabatan" />
          <JabatanFields opd={opd} jabatan={jabatan} values={typed ?? NOTHING} />
          <HoldingFields values={typed ?? NOTHING} />
          <Button type="submit" className="w-fit">
            {words.t('pengguna.save')}
          </Button>
        </Form>
      </details>
    </Card>
  )
}
