import type { ContributionView } from '@mufakat/services'
import { Input, Select } from '@mufakat/ui'
import { Link } from '@remix-run/react'
import { PencilLine, Plus, Trash2 } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { ButtonForm } from './button-form'
import { useCard } from './card-context'
import { useContributionText } from './contribution-text'
import { EditField, EditForm } from './edit-form'
import { Section } from './section'

/** How much, and where: of one that is there, or of a new one. */
function Fields({ unit, regionCode }: { unit: string | null; regionCode: string }) {
  const words = useAllWords()
  const { districts } = useCard().contribution
  const { placeOf } = useContributionText()
  const label = unit === null ? words.t('kontribusi.quantity') : words.t('kontribusi.quantity.of', { unit })
  const isOffered = (place: { code: string; active: boolean }) => place.active || place.code === regionCode
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <EditField name="quantity" label={label} help={words.t('kontribusi.quantity.help')}>
        {control => <Input {...control} inputMode="decimal" autoComplete="off" maxLength={24} />}
      </EditField>
      <EditField name="regionCode" label={words.t('kontribusi.region')} show={placeOf}>
        {control => (
          <Select {...control}>
            <option value="">{placeOf('')}</option>
            {districts.map(district => {
              const offered = [district, ...district.villages].filter(isOffered)
              return offered.length === 0 ? null : (
                <optgroup key={district.code} label={placeOf(district.code)}>
                  {offered.map(({ code }) => (
                    <option key={code} value={code}>
                      {placeOf(code)}
                    </option>
                  ))}
                </optgroup>
              )
            })}
          </Select>
        )}
      </EditField>
    </div>
  )
}

function One({ one }: { one: ContributionView }) {
  const words = useAllWords()
  const { mayEdit } = useCard().contribution
  const { amountOf, placeOf } = useContributionText()
  const { indicatorId, name, unit, quantity, regionCode } = one
  const removes = words.t('kontribusi.remove', { indicator: name })
  return (
    <li className="grid gap-1 border-t border-line pt-3 first:border-0 first:pt-0">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <p className="font-medium wrap-anywhere">
            <Link to={`/target/${indicatorId}`} reloadDocument className="inline-flex min-h-6 items-center">
              {name}
            </Link>
          </p>
          <p className="text-sm text-ink-2">
            {amountOf(indicatorId, quantity)} · {placeOf(regionCode)}
          </p>
        </div>
        {mayEdit && (
          <ButtonForm name="kontribusi-hapus" fields={{ indicatorId }}>
            <button
              type="submit"
              aria-label={removes}
              title={removes}
              className="inline-flex size-11 items-center justify-center rounded-md hover:bg-neutral-soft"
            >
              <Trash2 aria-hidden className="size-4.5 text-ink-2" />
            </button>
          </ButtonForm>
        )}
      </div>
      {mayEdit && (
        <EditForm
          name="kontribusi"
          what={words.t('kontribusi.what', { indicator: name })}
          row={indicatorId}
          now={{ quantity: quantity === null ? '' : String(quantity).replace('.', ','), regionCode }}
          summary={
            <>
              <PencilLine aria-hidden className="size-4" />
              {words.t('action.edit')}
            </>
          }
        >
          <input type="hidden" name="indicatorId" value={indicatorId} />
          <Fields unit={unit} regionCode={regionCode} />
        </EditForm>
      )}
    </li>
  )
}

/** Indicators that are not in the list yet, under their programmes. */
function Added() {
  const words = useAllWords()
  const { indicators, contributions } = useCard().contribution
  const taken = new Set(contributions.map(({ indicatorId }) => indicatorId))
  const offered = indicators.filter(({ id, active }) => active && !taken.has(id))
  const programmes = [...new Set(offered.map(({ programme }) => programme))]
  return (
    <>
      <EditField name="indicatorId" label={words.t('kontribusi.indicator')}>
        {control => (
          <Select {...control} required>
            <option value="">{words.t('kontribusi.choose')}</option>
            {programmes.map(programme => (
              <optgroup key={programme} label={programme}>
                {offered
                  .filter(one => one.programme === programme)
                  .map(({ id, name, unit }) => (
                    <option key={id} value={id}>
                      {name} ({unit})
                    </option>
                  ))}
              </optgroup>
            ))}
          </Select>
        )}
      </EditField>
      <Fields unit={null} regionCode="" />
    </>
  )
}

/** Which indicators the work moves, by how much and where. */
export function ContributionSection() {
  const words = useAllWords()
  const { contributions, mayEdit, isFull } = useCard().contribution
  return (
    <Section id="kontribusi" title={words.t('kontribusi.title')}>
      {contributions.length === 0 ? (
        <p className="text-ink-2">{words.t('kontribusi.none')}</p>
      ) : (
        <ul className="grid gap-3">
          {contributions.map(one => (
            <One key={one.indicatorId} one={one} />
          ))}
        </ul>
      )}
      {mayEdit && isFull && <p className="text-xs text-ink-2">{words.t('kontribusi.full')}</p>}
      {mayEdit && !isFull && (
        <EditForm
          name="kontribusi-baru"
          what={words.t('kontribusi.new')}
          now={{ indicatorId: '', quantity: '', regionCode: '' }}
          summary={
            <>
              <Plus aria-hidden className="size-4" />
              {words.t('kontribusi.add')}
            </>
          }
        >
          <Added />
        </EditForm>
      )}
    </Section>
  )
}
