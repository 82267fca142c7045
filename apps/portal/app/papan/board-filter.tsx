import { Button, Choice, Field, Input, Select } from '@mufakat/ui'
import { Form, useSubmit } from '@remix-run/react'
import { useHydrated } from '~/frame/hydrated'
import { useAllWords } from '~/frame/words'
import { useNames } from './board-names'
import { type BoardLook, LANES } from './view'

/** What of the board is shown, and how it is parted; all of it stands in the address. */
export function BoardFilter({ look }: { look: BoardLook }) {
  const words = useAllWords()
  const submit = useSubmit()
  const hydrated = useHydrated()
  const { opd, rights } = useNames()
  const { filter } = look
  return (
    <Form
      key={`${filter.opdId} ${filter.isOwn} ${filter.isLate} ${filter.isToVerify} ${look.columns} ${look.lanes}`}
      role="search"
      aria-label={words.t('papan.filter')}
      className="screen-only mb-3 flex flex-wrap items-center gap-2"
      onChange={event => {
        const form = new FormData(event.currentTarget)
        for (const [name, value] of [...form]) if (value === '') form.delete(name)
        submit(form, { replace: true, preventScrollReset: true })
      }}
    >
      <Field
        id="q"
        label={words.t('papan.search')}
        labelHidden
        className="min-w-0 flex-1 basis-44 sm:max-w-64"
      >
        <Input
          id="q"
          type="search"
          name="q"
          defaultValue={filter.text}
          placeholder={words.t('papan.search')}
        />
      </Field>
      {rights.ownOpdIds.length > 0 && (
        <Choice name="milik" value="saya" defaultChecked={filter.isOwn} label={words.t('papan.own')} />
      )}
      <Choice name="terlambat" value="ya" defaultChecked={filter.isLate} label={words.t('papan.late')} />
      <Choice
        name="verifikasi"
        value="ya"
        defaultChecked={filter.isToVerify}
        label={words.t('papan.verify')}
      />
      <details
        className="basis-full md:basis-auto"
        open={look.columns !== 'status' || look.lanes !== 'tanpa' || filter.opdId !== null}
      >
        <summary className="inline-flex min-h-11 items-center px-2 text-sm font-semibold text-accent-strong">
          {words.t('papan.lanes')}, {words.t('papan.filter.opd')}
        </summary>
        <div className="flex flex-wrap gap-2 py-1">
          <Field id="opd" label={words.t('papan.filter.opd')} labelHidden className="w-44">
            <Select id="opd" name="opd" defaultValue={filter.opdId ?? ''}>
              <option value="">{words.t('papan.filter.opd.all')}</option>
              {opd.map(one => (
                <option key={one.id} value={one.id}>
                  {one.shortName}
                </option>
              ))}
            </Select>
          </Field>
          <Field id="kolom" label={words.t('papan.columns')} labelHidden className="w-44">
            <Select id="kolom" name="kolom" defaultValue={look.columns === 'status' ? '' : look.columns}>
              <option value="">
                {words.t('papan.columns')}: {words.t('papan.columns.status')}
              </option>
              <option value="opd">
                {words.t('papan.columns')}: {words.t('papan.columns.opd')}
              </option>
            </Select>
          </Field>
          <Field id="lajur" label={words.t('papan.lanes')} labelHidden className="w-44">
            <Select id="lajur" name="lajur" defaultValue={look.lanes === 'tanpa' ? '' : look.lanes}>
              {LANES.map(lane => (
                <option key={lane} value={lane === 'tanpa' ? '' : lane}>
                  {words.t(`papan.lanes.${lane}`)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      </details>
      {!hydrated && (
        <Button type="submit" kind="secondary">
          {words.t('action.apply')}
        </Button>
      )}
    </Form>
  )
}
