import { PRESENCES } from '@mufakat/domain'
import type { AttendanceEntry } from '@mufakat/services'
import { Button, buttonClass, Card, CardHead, describe, Field, Select } from '@mufakat/ui'
import { Form } from '@remix-run/react'
import { TextField } from '~/admin/text-field'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { NikConfirm } from '~/frame/nik-confirm'
import { useAllWords } from '~/frame/words'
import { useRapat } from '~/rapat/rapat-context'
import { RsvpFields } from '~/undangan/rsvp-fields'
import type { TypedCorrection } from './form.server'
import type { RefusedAct } from './props'

function Line({ entry, act }: { entry: AttendanceEntry; act: 'ubah' | 'jawab' }) {
  return (
    <>
      <input type="hidden" name="maksud" value={act} />
      <input type="hidden" name="key" value={entry.key} />
      <input type="hidden" name="revision" value={entry.revision} />
    </>
  )
}

function CorrectionFields({ values }: { values: TypedCorrection }) {
  const words = useAllWords()
  const error = useFieldErrors()('presence')
  const line = (name: 'deputyName' | 'deputyJabatan' | 'deputyNip' | 'arrivedAt' | 'leftAt') => ({
    name,
    id: `ubah-${name}`,
    label: words.t(`hadir.field.${name}`),
    defaultValue: values[name],
    autoComplete: 'off',
  })
  return (
    <>
      <Field id="ubah-presence" label={words.t('hadir.field.presence')} error={error}>
        <Select {...describe('ubah-presence', { error })} name="presence" defaultValue={values.presence}>
          <option value="">{words.t('presence.unknown')}</option>
          {PRESENCES.map(presence => (
            <option key={presence} value={presence}>
              {words.t(`presence.${presence}`)}
            </option>
          ))}
        </Select>
      </Field>
      <TextField {...line('deputyName')} maxLength={120} />
      <TextField {...line('deputyJabatan')} maxLength={200} />
      <TextField {...line('deputyNip')} inputMode="numeric" maxLength={30} />
      <TextField {...line('arrivedAt')} type="time" />
      <TextField {...line('leftAt')} type="time" />
      <NikConfirm />
    </>
  )
}

/** HH:MM of a moment, as a field takes it. */
const hourOf = (moment: Date | null, time: (when: Date) => string): string =>
  moment === null ? '' : time(moment).replace('.', ':')

/** Everything that is known of one line, to be corrected; and, before the rapat, its answer. */
export function LineForms({ entry, answer }: { entry: AttendanceEntry; answer: RefusedAct | null }) {
  const words = useAllWords()
  const rapat = useRapat()
  const name = entry.opd?.shortName ?? entry.name ?? ''
  const own = answer?.key === entry.key ? answer : null
  const correction = own?.act === 'ubah' ? own.typed.correction : null
  const rsvp = own?.act === 'jawab' ? own.typed.rsvp : null
  return (
    <Card as="section" aria-labelledby="ubah-baris" className="screen-only scroll-mt-20" id="ubah">
      <CardHead
        id="ubah-baris"
        level={3}
        title={words.t('hadir.edit.title', { name })}
        end={
          <a
            href={`/rapat/${rapat.id}/daftar-hadir#${entry.key.replace(':', '-')}`}
            className={buttonClass('quiet', 'sm')}
          >
            {words.t('hadir.edit.close')}
          </a>
        }
      />
      <Form method="post" noValidate className="grid gap-4 p-4 sm:grid-cols-3 sm:p-5">
        <Line entry={entry} act="ubah" />
        <FieldErrors errors={own?.act === 'ubah' || own?.act === 'tandai' ? own.errors : null}>
          <CorrectionFields
            values={
              correction ?? {
                presence: own?.act === 'tandai' ? 'diwakilkan' : (entry.presence ?? ''),
                deputyName: entry.deputy?.name ?? '',
                deputyJabatan: entry.deputy?.jabatan ?? '',
                deputyNip: entry.deputy?.nip ?? '',
                arrivedAt: hourOf(entry.arrivedAt, words.time),
                leftAt: hourOf(entry.leftAt, words.time),
              }
            }
          />
        </FieldErrors>
        <Button type="submit" className="w-fit sm:col-span-3">
          {words.t('hadir.edit.save')}
        </Button>
      </Form>
      {rapat.status === 'terjadwal' && entry.as !== 'walk-in' && (
        <Form method="post" noValidate className="grid gap-4 border-t border-line p-4 sm:p-5">
          <h4 className="text-sm font-bold">{words.t('rsvp.title')}</h4>
          <Line entry={entry} act="jawab" />
          <FieldErrors errors={own?.act === 'jawab' ? own.errors : null}>
            <RsvpFields
              of="jawab"
              candidates={[]}
              values={
                rsvp ?? {
                  key: entry.key,
                  answer: entry.rsvp ?? '',
                  deputyId: '',
                  deputyName: entry.deputy?.name ?? '',
                  deputyJabatan: entry.deputy?.jabatan ?? '',
                  reason: entry.rsvpReason,
                }
              }
            />
          </FieldErrors>
          <Button type="submit" kind="secondary" className="w-fit">
            {words.t('rsvp.submit')}
          </Button>
        </Form>
      )}
    </Card>
  )
}
