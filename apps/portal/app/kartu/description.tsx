import { Textarea } from '@mufakat/ui'
import { useAllWords } from '~/frame/words'
import { useCard } from './card-context'
import { EditField, EditForm } from './edit-form'
import { Section } from './section'

export function DescriptionSection() {
  const words = useAllWords()
  const { page } = useCard()
  const { description, rights } = page
  return (
    <Section id="uraian" title={words.t('kartu.description')}>
      {description === '' ? (
        <p className="text-ink-2">{words.t('kartu.none')}</p>
      ) : (
        <p className="max-w-prose leading-relaxed whitespace-pre-wrap wrap-anywhere">{description}</p>
      )}
      {rights.edits && (
        <EditForm name="uraian" what={words.t('kartu.description.what')} now={{ description }}>
          <EditField
            name="description"
            label={words.t('kartu.description')}
            help={words.t('kartu.description.help')}
          >
            {control => <Textarea {...control} rows={8} maxLength={10_000} />}
          </EditField>
        </EditForm>
      )}
    </Section>
  )
}
