import { STRATEGIES } from '@mufakat/domain'
import { Button, Choice, Field, Select } from '@mufakat/ui'
import { Form } from '@remix-run/react'
import { useAllWords } from '~/frame/words'
import { triwulanCode } from '~/request/triwulan'
import type { TargetPageProps } from './props'

type TargetFilterProps = Pick<TargetPageProps, 'at' | 'owners' | 'filter' | 'all' | 'allowed'>

/** Which programmes are shown: of a strategy, of an OPD, and for who edits them also those that have ended. */
export function TargetFilter({ at, owners, filter, all, allowed }: TargetFilterProps) {
  const words = useAllWords()
  return (
    <Form
      role="search"
      aria-label={words.t('target.filter')}
      className="screen-only flex flex-wrap items-center gap-2"
    >
      <input type="hidden" name="tw" value={triwulanCode(at)} />
      <Field
        id="strategi"
        label={words.t('target.filter.strategy')}
        labelHidden
        className="min-w-40 grow basis-40 sm:max-w-72"
      >
        <Select id="strategi" name="strategi" defaultValue={filter.strategy ?? ''}>
          <option value="">{words.t('target.filter.strategy.all')}</option>
          {STRATEGIES.map(code => (
            <option key={code} value={code}>
              {words.t(`strategy.${code}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        id="opd"
        label={words.t('target.filter.opd')}
        labelHidden
        className="min-w-40 grow basis-40 sm:max-w-56"
      >
        <Select id="opd" name="opd" defaultValue={filter.opdId}>
          <option value="">{words.t('target.filter.opd.all')}</option>
          {owners.map(owner => (
            <option key={owner.id} value={owner.id}>
              {owner.shortName}
            </option>
          ))}
        </Select>
      </Field>
      {allowed.edit && (
        <Choice
          name="semua"
          value="ya"
          defaultChecked={all}
          label={words.t('target.filter.all')}
          className="grow sm:grow-0"
        />
      )}
      <Button type="submit" kind="secondary">
        {words.t('action.apply')}
      </Button>
    </Form>
  )
}
