import type { PermissionsExplained } from '@mufakat/services'
import { Badge, Button, Card, CardHead, Field, Notice, Select } from '@mufakat/ui'
import { Check, Info, Minus } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { byThing } from './things'

interface Named {
  readonly id: string
  readonly name: string
  readonly note: string | null
}

export interface WhyProps {
  people: readonly Named[]
  /** Of the rapat that was chosen, who has no account. */
  guests: readonly Named[]
  rapat: readonly { readonly id: string; readonly title: string; readonly date: string | null }[]
  chosen: { readonly person: string; readonly rapat: string }
  explained: PermissionsExplained | null
}

const Options = ({ people }: { people: readonly Named[] }) =>
  people.map(({ id, name, note }) => (
    <option key={id} value={id}>
      {[name, note].filter(Boolean).join(' – ')}
    </option>
  ))

function Answers({ explained }: { explained: PermissionsExplained }) {
  const words = useAllWords()
  const { person, rapat, answers } = explained
  return (
    <div className="border-t border-line">
      <h3 className="px-4 pt-4 text-base sm:px-5">
        {words.t('izin.why.result', { name: person.name, rapat: rapat.title })}
      </h3>
      <p className="px-4 pb-3 text-sm text-ink-2 sm:px-5">
        {[
          words.t(person.byLink ? 'izin.column.tautan' : `role.${person.role}`),
          person.jabatan,
          person.opd?.shortName,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {byThing(answers).map(({ thing, rows }) => (
        <section key={thing} aria-labelledby={`sebab-${thing}`}>
          <h4
            id={`sebab-${thing}`}
            className="border-y border-line bg-sunken px-4 py-2 text-sm font-bold sm:px-5"
          >
            {words.t(`izin.thing.${thing}`)}
          </h4>
          <ul className="divide-y divide-line">
            {rows.map(({ action, allowed, reasons }) => (
              <li
                key={action}
                className="grid gap-x-4 gap-y-1 px-4 py-2.5 text-sm sm:grid-cols-[minmax(0,1fr)_7rem_minmax(0,1fr)] sm:px-5"
              >
                <span className="font-medium">{words.t(`izin.action.${action}`)}</span>
                <span>
                  <Badge tone={allowed ? 'success' : 'neutral'} icon={allowed ? Check : Minus}>
                    {words.t(allowed ? 'izin.why.yes' : 'izin.why.no')}
                  </Badge>
                </span>
                <span className="text-ink-2">
                  <span className="sr-only">{words.t('izin.why.because')}: </span>
                  {reasons.map(reason => words.t(`izin.reason.${reason}`)).join(' ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

/** What one person may do in one rapat now, and by what. */
export function Why({ people, guests, rapat, chosen, explained }: WhyProps) {
  const words = useAllWords()
  const isAsked = chosen.person !== '' && chosen.rapat !== ''
  return (
    <Card as="section" aria-labelledby="mengapa">
      <CardHead id="mengapa" title={words.t('izin.why')} />
      <form method="get" action="#mengapa" className="grid gap-4 p-4 sm:grid-cols-2 sm:p-5">
        <p className="text-sm text-ink-2 sm:col-span-2">{words.t('izin.why.lead')}</p>
        <Field id="orang" label={words.t('izin.why.person')}>
          <Select id="orang" name="orang" defaultValue={chosen.person} required>
            <option value="">{words.t('izin.why.person.choose')}</option>
            <Options people={people} />
            {guests.length > 0 && (
              <optgroup label={words.t('izin.why.guests')}>
                <Options people={guests} />
              </optgroup>
            )}
          </Select>
        </Field>
        <Field id="rapat" label={words.t('izin.why.rapat')}>
          <Select id="rapat" name="rapat" defaultValue={chosen.rapat} required>
            <option value="">{words.t('izin.why.rapat.choose')}</option>
            {rapat.map(({ id, title, date }) => (
              <option key={id} value={id}>
                {date === null ? title : `${title} – ${words.date(date, 'short')}`}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit" kind="secondary" className="w-fit">
          {words.t('izin.why.submit')}
        </Button>
      </form>
      {isAsked && explained === null && (
        <Notice tone="info" icon={Info} role="status" className="mx-4 mb-4 sm:mx-5">
          {words.t('izin.why.missing')}
        </Notice>
      )}
      {explained && <Answers explained={explained} />}
    </Card>
  )
}
