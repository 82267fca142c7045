import type { OpdDetail, OpdRef } from '@mufakat/services'
import { Button, buttonClass, Card, CardHead, Notice } from '@mufakat/ui'
import { Form, Link } from '@remix-run/react'
import { CircleCheckBig, Merge, Pencil, Power, PowerOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import { OpdState } from '~/organisasi/opd-state'
import { type JabatanAnswer, JabatanCard } from './jabatan-card'

interface OpdPageProps {
  readonly opd: OpdDetail
  readonly done: 'tambah' | 'ubah' | 'gabung' | 'jabatan' | null
  readonly answer: JabatanAnswer | undefined
}

function OpdLinks({ opd }: { opd: readonly OpdRef[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4">
      {opd.map(one => (
        <li key={one.id}>
          <Link to={`/admin/opd/${one.id}`} className="inline-flex min-h-8 items-center">
            {one.shortName}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Facts({ opd }: { opd: OpdDetail }) {
  const words = useAllWords()
  const facts: readonly (readonly [label: string, value: ReactNode])[] = [
    [words.t('opd.field.name'), opd.name],
    [words.t('opd.field.shortName'), opd.shortName],
    [words.t('opd.field.aliases'), opd.aliases.join(', ')],
    [words.t('opd.field.kind'), words.t(`opd.kind.${opd.kind}`)],
    [words.t('opd.field.parentId'), opd.parent && <OpdLinks opd={[opd.parent]} />],
    [words.t('opd.field.districtCode'), opd.district?.name],
    [words.t('opd.field.position'), words.number(opd.position)],
    [words.t('opd.field.children'), opd.children.length > 0 && <OpdLinks opd={opd.children} />],
    [words.t('opd.field.predecessors'), opd.predecessors.length > 0 && <OpdLinks opd={opd.predecessors} />],
  ]
  return (
    <dl className="grid gap-x-8 gap-y-4 p-4 sm:grid-cols-2 sm:p-5">
      {facts.map(
        ([label, value]) =>
          value && (
            <div key={label} className="min-w-0">
              <dt className="text-xs font-semibold text-ink-2">{label}</dt>
              <dd className="font-medium break-words">{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

function Switch({ opd }: { opd: OpdDetail }) {
  const words = useAllWords()
  const { active } = opd
  const help = active
    ? words.t('opd.deactivate.help')
    : words.t(opd.mergedInto ? 'opd.reactivate.merged' : 'opd.reactivate.help')
  return (
    <Form
      method="post"
      className="screen-only flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line p-4 sm:px-5"
    >
      <input type="hidden" name="maksud" value={active ? 'nonaktif' : 'aktif'} />
      <p className="grow basis-64 text-sm text-ink-2">{help}</p>
      <Button type="submit" kind={active ? 'danger' : 'secondary'}>
        {active ? <PowerOff aria-hidden /> : <Power aria-hidden />}
        {words.t(active ? 'opd.deactivate' : 'opd.reactivate')}
      </Button>
    </Form>
  )
}

function Merged({ opd, into }: { opd: OpdDetail; into: OpdRef }) {
  const words = useAllWords()
  const people = new Set(opd.jabatan.flatMap(one => one.holders.map(({ person }) => person.id))).size
  return (
    <Notice tone="info" icon={Merge}>
      {words.t('opd.merged.notice')} <Link to={`/admin/opd/${into.id}`}>{into.shortName}</Link>.
      {people > 0 && <p>{words.t('opd.merged.people', { n: people })}</p>}
    </Notice>
  )
}

export function OpdPage({ opd, done, answer }: OpdPageProps) {
  const words = useAllWords()
  return (
    <div className="grid gap-6">
      <PageHead
        title={opd.shortName}
        lead={<OpdState active={opd.active} mergedInto={opd.mergedInto} />}
        back={{ to: '/admin/opd', label: words.t('opd.title') }}
      />
      {done && !answer && (
        <Notice tone="success" icon={CircleCheckBig} role="status">
          {words.t(`opd.done.${done}`)}
        </Notice>
      )}
      {opd.mergedInto && <Merged opd={opd} into={opd.mergedInto} />}
      <Card as="section" aria-labelledby="opd">
        <CardHead
          id="opd"
          title={opd.name}
          end={
            <span className="screen-only flex flex-wrap gap-2">
              {opd.mergedInto === null && (
                <Link to={`/admin/opd/${opd.id}/gabung`} className={buttonClass('secondary', 'sm')}>
                  <Merge aria-hidden />
                  {words.t('gabung.open')}
                </Link>
              )}
              <Link to={`/admin/opd/${opd.id}/ubah`} className={buttonClass('secondary', 'sm')}>
                <Pencil aria-hidden />
                {words.t('opd.edit')}
              </Link>
            </span>
          }
        />
        <Facts opd={opd} />
        <Switch opd={opd} />
      </Card>
      <JabatanCard opd={opd} answer={answer} />
    </div>
  )
}
