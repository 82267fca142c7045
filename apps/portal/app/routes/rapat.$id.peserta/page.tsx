import type { PersonRef, PesertaList, PesertaOpd } from '@mufakat/services'
import { Avatar, Button, buttonClass, Card, CardHead, type Column, DataTable, Empty } from '@mufakat/ui'
import { Form, useNavigation } from '@remix-run/react'
import { ChevronDown, UsersRound } from 'lucide-react'
import type { ComponentProps } from 'react'
import { FieldErrors } from '~/frame/field-errors'
import { useWords } from '~/frame/words'
import { OpdChoices } from '~/rapat/opd-choices'
import type { FormErrors } from '~/request/guard.server'
import { GuestRows, type TypedGuest } from './guest-rows'

interface PesertaPageProps {
  peserta: PesertaList
  choices:
    | ({ people: readonly PersonRef[] } & Pick<ComponentProps<typeof OpdChoices>, 'opd' | 'pokja' | 'texts'>)
    | null
  /** Pages beside this one, each for who may see it. */
  links: Readonly<Record<'guests' | 'invitation' | 'attendance', { href: string; label: string } | null>>
  /** What was typed, refused or with the OPD of a pokja that were asked for. */
  answer: { errors: FormErrors | null; chosen: readonly string[]; guests: readonly TypedGuest[] } | undefined
}

/** Only where the server gave one: to who organises the rapat. */
function Phone({ phone }: { phone: string | undefined }) {
  const words = useWords()
  if (phone === undefined) return null
  return (
    <a href={`tel:${phone}`} className="inline-flex min-h-8 items-center text-sm tabular-nums print:hidden">
      {words.t('peserta.phone', { phone })}
    </a>
  )
}

function Person({ person, note, phone }: { person: PersonRef; note: string; phone: string | undefined }) {
  return (
    <div className="flex items-center gap-3">
      <span className="print:hidden">
        <Avatar name={person.name} />
      </span>
      <div className="min-w-0">
        <p className="text-xs font-semibold text-ink-2">{note}</p>
        <p className="font-medium">{person.name}</p>
        {person.jabatan && <p className="text-sm text-ink-2">{person.jabatan}</p>}
        <Phone phone={phone} />
      </div>
    </div>
  )
}

function OpdTable({ opd, phones }: { opd: readonly PesertaOpd[]; phones: PesertaList['phones'] }) {
  const words = useWords()
  const columns: Column<PesertaOpd>[] = [
    {
      key: 'no',
      label: words.t('tl.column.number'),
      narrow: 'hide',
      width: 'w-12',
      align: 'end',
      cell: (_, at) => at + 1,
    },
    {
      key: 'opd',
      label: words.t('peserta.opd.name'),
      lead: true,
      cell: one => (
        <>
          {one.shortName}
          {one.name !== one.shortName && (
            <span className="block text-sm font-normal text-ink-2">{one.name}</span>
          )}
        </>
      ),
    },
    {
      key: 'head',
      label: words.t('peserta.opd.head'),
      cell: one =>
        one.head ? (
          <>
            {one.head.name}
            {one.head.jabatan && <span className="block text-sm text-ink-2">{one.head.jabatan}</span>}
            <Phone phone={phones?.[one.head.id]} />
          </>
        ) : (
          <span className="text-ink-3">–</span>
        ),
    },
  ]
  return <DataTable caption={words.t('peserta.opd')} columns={columns} rows={opd} rowKey={one => one.id} />
}

function Editing({
  peserta,
  choices,
  answer,
}: Omit<PesertaPageProps, 'links'> & { choices: NonNullable<PesertaPageProps['choices']> }) {
  const words = useWords()
  const busy = useNavigation().state !== 'idle'
  return (
    <details
      className="screen-only group rounded-lg border border-line bg-surface"
      open={answer !== undefined}
    >
      <summary className="flex min-h-13 items-center justify-between px-4 font-semibold sm:px-5">
        {words.t('peserta.edit')}
        <ChevronDown aria-hidden className="size-5 text-ink-2 transition-transform group-open:rotate-180" />
      </summary>
      <Form method="post" className="grid gap-5 border-t border-line p-4 sm:p-5" preventScrollReset>
        <FieldErrors errors={answer?.errors}>
          <OpdChoices {...choices} chosen={answer?.chosen ?? peserta.opd.map(one => one.id)} />
          <GuestRows
            guests={answer?.guests ?? peserta.guests.filter(guest => !guest.byLink)}
            people={choices.people}
          />
        </FieldErrors>
        <Button type="submit" busy={busy} className="w-fit">
          {words.t('action.save')}
        </Button>
      </Form>
    </details>
  )
}

export function PesertaPage({ peserta, choices, links, answer }: PesertaPageProps) {
  const words = useWords()
  const { chair, notulis, opd, guests, phones } = peserta
  return (
    <div className="grid gap-5">
      <h2 className="sr-only">{words.t('peserta.title')}</h2>
      <nav aria-label={words.t('peserta.title')} className="screen-only flex flex-wrap gap-2">
        {[links.invitation, links.attendance].map(
          link =>
            link && (
              <a key={link.href} href={link.href} className={buttonClass('secondary', 'sm')}>
                {link.label}
              </a>
            ),
        )}
      </nav>
      {(chair || notulis) && (
        <Card className="grid gap-4 p-4 sm:grid-cols-2 sm:p-5">
          {chair && <Person person={chair} note={words.t('peserta.pimpinan')} phone={phones?.[chair.id]} />}
          {notulis && (
            <Person person={notulis} note={words.t('peserta.notulis')} phone={phones?.[notulis.id]} />
          )}
        </Card>
      )}
      {choices && (
        // A saved change starts the form anew from what is stored.
        <Editing
          key={[...opd.map(one => one.id), ...guests.map(guest => guest.id + guest.canWrite)].join(' ')}
          peserta={peserta}
          choices={choices}
          answer={answer}
        />
      )}
      <Card as="section" aria-labelledby="opd-diundang">
        <CardHead
          id="opd-diundang"
          level={3}
          title={words.t('peserta.opd')}
          end={<span className="text-sm text-ink-2">{words.t('peserta.opd.count', { n: opd.length })}</span>}
        />
        {opd.length > 0 ? (
          <OpdTable opd={opd} phones={phones} />
        ) : (
          <Empty
            compact
            icon={UsersRound}
            title={words.t('peserta.empty')}
            help={words.t('peserta.empty.help')}
          />
        )}
      </Card>
      {(guests.length > 0 || links.guests) && (
        <Card as="section" aria-labelledby="tamu">
          <CardHead
            id="tamu"
            level={3}
            title={words.t('peserta.tamu')}
            end={
              links.guests && (
                <a href={links.guests.href} className={buttonClass('secondary', 'sm')}>
                  {links.guests.label}
                </a>
              )
            }
          />
          <ul className="grid gap-4 p-4 sm:grid-cols-2 sm:p-5">
            {guests.map(guest => (
              <li key={guest.id}>
                <Person
                  person={guest}
                  phone={phones?.[guest.id]}
                  note={words.t(guest.canWrite ? 'peserta.tamu.write' : 'peserta.tamu.read')}
                />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  )
}
