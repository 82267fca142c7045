import type { AuditFilterInput } from '@mufakat/services'
import { Button, buttonClass, Field, Input, Select } from '@mufakat/ui'
import { Form, Link } from '@remix-run/react'
import { Filter } from 'lucide-react'
import { actionName } from '~/audit/describe'
import { FIELDS, SYSTEM } from '~/audit/filter-names'
import { useAllWords } from '~/frame/words'

export interface Choices {
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly rapat: readonly { readonly id: string; readonly title: string }[]
}

interface AuditFilterFormProps {
  filter: AuditFilterInput
  choices: Choices
  actions: readonly string[]
}

export function AuditFilterForm({ filter, choices, actions }: AuditFilterFormProps) {
  const words = useAllWords()
  const any = <option value="">{words.t('audit.filter.any')}</option>
  const named = actions
    .map(action => ({ action, name: actionName(action, words) }))
    .sort((a, b) => a.name.localeCompare(b.name, words.locale))
  const isSet = Object.values(filter).some(value => value !== null)
  return (
    <Form
      role="search"
      aria-label={words.t('audit.filter')}
      action="/admin/audit"
      className="screen-only grid gap-3 border-b border-line p-3 sm:grid-cols-2 sm:px-4 xl:grid-cols-3"
    >
      <Field id="pelaku" label={words.t('audit.filter.actor')}>
        <Select id="pelaku" name={FIELDS.actor} defaultValue={filter.actor ?? ''}>
          {any}
          <option value={SYSTEM}>{words.t('audit.system')}</option>
          {choices.people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="tindakan" label={words.t('audit.filter.action')}>
        <Select id="tindakan" name={FIELDS.action} defaultValue={filter.action ?? ''}>
          {any}
          {named.map(({ action, name }) => (
            <option key={action} value={action}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="rapat" label={words.t('audit.filter.rapat')}>
        <Select id="rapat" name={FIELDS.rapatId} defaultValue={filter.rapatId ?? ''}>
          {any}
          {choices.rapat.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="dari" label={words.t('audit.filter.from')}>
        <Input id="dari" type="date" name={FIELDS.from} defaultValue={filter.from ?? ''} />
      </Field>
      <Field id="sampai" label={words.t('audit.filter.until')}>
        <Input id="sampai" type="date" name={FIELDS.until} defaultValue={filter.until ?? ''} />
      </Field>
      <div className="flex flex-wrap items-end gap-2">
        <Button type="submit" kind="secondary">
          <Filter aria-hidden />
          {words.t('audit.filter.submit')}
        </Button>
        {isSet && (
          <Link to="/admin/audit" className={buttonClass('quiet')}>
            {words.t('audit.filter.reset')}
          </Link>
        )}
      </div>
    </Form>
  )
}
