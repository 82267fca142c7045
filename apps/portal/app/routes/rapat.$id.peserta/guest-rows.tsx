import type { GuestView, PersonRef } from '@mufakat/services'
import { Button, Choice, Field, Select } from '@mufakat/ui'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useHydrated } from '~/frame/hydrated'
import { useWords } from '~/frame/words'

export type TypedGuest = Pick<GuestView, 'id' | 'canWrite'>

/** Guests of this one rapat, each with or without the right to write. An empty choice is left out. */
export function GuestRows({
  guests,
  people,
}: {
  guests: readonly TypedGuest[]
  people: readonly PersonRef[]
}) {
  const words = useWords()
  const hydrated = useHydrated()
  const [rows, setRows] = useState(guests.length + 1)
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 text-sm font-semibold">{words.t('peserta.tamu')}</legend>
      {Array.from({ length: rows }, (_, at) => {
        const name = `tamu.${at}`
        return (
          <div key={name} className="grid gap-x-3 gap-y-1 sm:grid-cols-[minmax(0,26rem)_auto]">
            <Field id={name} label={words.t('peserta.tamu.row', { n: at + 1 })} labelHidden>
              <Select id={name} name={name} defaultValue={guests[at]?.id ?? ''}>
                <option value="">{words.t('peserta.tamu.none')}</option>
                {people.map(person => (
                  <option key={person.id} value={person.id}>
                    {[person.name, person.jabatan ?? person.opd?.shortName].filter(Boolean).join(' – ')}
                  </option>
                ))}
              </Select>
            </Field>
            <Choice
              name={`${name}.tulis`}
              value="1"
              defaultChecked={guests[at]?.canWrite ?? false}
              label={words.t('peserta.tamu.write')}
            />
          </div>
        )
      })}
      {hydrated && (
        <Button kind="quiet" size="sm" className="w-fit" onClick={() => setRows(rows + 1)}>
          <Plus aria-hidden />
          {words.t('peserta.tamu.add')}
        </Button>
      )}
    </fieldset>
  )
}
