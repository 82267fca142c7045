import { PRIORITIES, STRATEGIES } from '@mufakat/domain'
import { Input, Select } from '@mufakat/ui'
import { useAllWords } from '~/frame/words'
import { PriorityWord } from '~/rapat/status'
import { useCard, useOpdName } from './card-context'
import { EditField, EditForm } from './edit-form'
import { ReasonField } from './reason-field'
import { Fact, Section } from './section'

function OwnerForm() {
  const words = useAllWords()
  const { page, opd } = useCard()
  const opdName = useOpdName()
  const none = words.t('kartu.owner.none')
  return (
    <EditForm
      name="pemilik"
      what={words.t('kartu.owner.what')}
      now={{ ownerOpdId: page.card.opdId ?? '' }}
      isNamed
    >
      <EditField name="ownerOpdId" label={words.t('kartu.owner.to')} show={id => opdName(id, none)}>
        {control => (
          <Select {...control} required>
            <option value={page.card.opdId ?? ''}>
              {opdName(page.card.opdId, words.t('kartu.owner.choose'))}
            </option>
            {opd
              .filter(({ id }) => page.rights.owners.includes(id))
              .map(one => (
                <option key={one.id} value={one.id}>
                  {one.shortName}
                </option>
              ))}
          </Select>
        )}
      </EditField>
      <ReasonField isRequired />
    </EditForm>
  )
}

/** Whose it is and how urgent, and who made it. */
export function FactsSection() {
  const words = useAllWords()
  const { page, opd } = useCard()
  const { card, rights, source, createdBy, createdAt } = page
  const owner = opd.find(one => one.id === card.opdId)
  const now = {
    jabatan: card.jabatan ?? '',
    priority: card.priority ?? '',
    strategy: card.strategy ?? '',
  }
  const at = words.date(createdAt)
  return (
    <Section id="keterangan" title={words.t('kartu.facts')}>
      <dl className="grid gap-3 sm:grid-cols-2 lg:grid-cols-1">
        <Fact label={words.t('kartu.owner')}>{owner?.name ?? words.t('kartu.owner.none')}</Fact>
        <Fact label={words.t('kartu.jabatan')}>{card.jabatan ?? '–'}</Fact>
        <Fact label={words.t('kartu.priority')}>
          <PriorityWord priority={card.priority} />
        </Fact>
        <Fact label={words.t('kartu.strategy')}>
          {card.strategy === null ? '–' : words.t(`strategy.${card.strategy}`)}
        </Fact>
        <Fact label={words.t('kartu.made')}>
          {createdBy === null && source !== null
            ? words.t('kartu.made.rapat', { at })
            : words.t('kartu.made.by', { by: createdBy ?? '–', at })}
        </Fact>
      </dl>
      {rights.decides && (
        <div className="grid">
          <EditForm name="keterangan" what={words.t('kartu.facts.what')} now={now}>
            <EditField name="jabatan" label={words.t('kartu.jabatan')}>
              {control => <Input {...control} maxLength={200} />}
            </EditField>
            <EditField
              name="priority"
              label={words.t('kartu.priority')}
              show={code => words.lookup(`priority.${code}`, '')}
            >
              {control => (
                <Select {...control}>
                  <option value="">{words.t('kartu.choose.none')}</option>
                  {PRIORITIES.map(code => (
                    <option key={code} value={code}>
                      {words.t(`priority.${code}`)}
                    </option>
                  ))}
                </Select>
              )}
            </EditField>
            <EditField
              name="strategy"
              label={words.t('kartu.strategy')}
              show={code => words.lookup(`strategy.${code}`, '')}
            >
              {control => (
                <Select {...control}>
                  <option value="">{words.t('kartu.choose.none')}</option>
                  {STRATEGIES.map(code => (
                    <option key={code} value={code}>
                      {words.t(`strategy.${code}`)}
                    </option>
                  ))}
                </Select>
              )}
            </EditField>
          </EditForm>
          {rights.owners.length > 0 && <OwnerForm />}
        </div>
      )}
    </Section>
  )
}
