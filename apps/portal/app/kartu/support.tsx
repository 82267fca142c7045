import { Choice, FieldError } from '@mufakat/ui'
import { useFieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import { useCard, useOpdName } from './card-context'
import { EditForm, useEditing } from './edit-form'
import { Section } from './section'

function Choices() {
  const words = useAllWords()
  const { page, opd } = useCard()
  const { base, was, typed } = useEditing()
  const error = useFieldErrors()('supporters', 'to')
  const chosen = (typed?.opd ?? base.opd ?? '').split(',')
  const offered = opd.filter(
    ({ id, active }) => id !== page.card.opdId && (active || page.supporterIds.includes(id)),
  )
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-sm font-semibold">{words.t('kartu.support')}</legend>
      {error && <FieldError>{error}</FieldError>}
      <input type="hidden" name="lama.opd" value={was.opd} />
      <div className="grid max-h-72 auto-rows-max gap-0.5 overflow-y-auto rounded-md border border-line bg-surface p-1">
        {offered.map(one => (
          <Choice
            key={one.id}
            name="opd"
            value={one.id}
            defaultChecked={chosen.includes(one.id)}
            label={one.shortName}
            note={one.name === one.shortName ? undefined : one.name}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** OPD that help, and so read the card. */
export function SupportSection() {
  const words = useAllWords()
  const { page } = useCard()
  const opdName = useOpdName()
  const { supporterIds, rights } = page
  return (
    <Section id="pendukung" title={words.t('kartu.support')}>
      {supporterIds.length === 0 ? (
        <p className="text-ink-2">{words.t('kartu.support.none')}</p>
      ) : (
        <ul className="flex flex-wrap gap-2">
          {supporterIds.map(id => (
            <li key={id} className="rounded-full border border-line bg-sunken px-3 py-0.5 text-sm">
              {opdName(id, '–')}
            </li>
          ))}
        </ul>
      )}
      {rights.edits && (
        <>
          <p className="text-xs text-ink-2">{words.t('kartu.support.help')}</p>
          <EditForm
            name="pendukung"
            what={words.t('kartu.support.what')}
            now={{ opd: supporterIds.join(',') }}
          >
            <Choices />
          </EditForm>
        </>
      )}
    </Section>
  )
}
