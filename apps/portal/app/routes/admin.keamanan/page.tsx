import { FACTOR_GROUPS, type FactorGroup } from '@mufakat/domain'
import type { FactorsOfPerson } from '@mufakat/services'
import { Button, Card, CardHead, Choice, describe, Field, Input, Notice } from '@mufakat/ui'
import { CircleCheckBig } from 'lucide-react'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'
import { LostDevice } from './lost-device'

interface DoorRulesPageProps {
  rule: { groups: readonly FactorGroup[]; graceDays: number }
  /** How many of each group have no second factor. */
  without: Readonly<Record<FactorGroup, number>>
  /** Who is looked for, and who that is. */
  login: string
  found: FactorsOfPerson | null
  done: string | null
  answer: { purpose: string; errors: FormErrors } | null
}

export function DoorRulesPage({ rule, without, login, found, done, answer }: DoorRulesPageProps) {
  const words = useAllWords()
  const errorsOf = (purpose: string) => (answer?.purpose === purpose ? answer.errors : null)
  return (
    <div className="max-w-3xl">
      <PageHead title={words.t('admin.keamanan')} lead={words.t('admin.keamanan.lead')} />
      <div className="grid gap-6">
        {!answer && (done === 'aturan' || done === 'lepas') && (
          <Notice tone="success" icon={CircleCheckBig} role="status">
            {words.t(done === 'aturan' ? 'admin.keamanan.rule.saved' : 'admin.keamanan.lost.done')}
          </Notice>
        )}
        <Card as="section" aria-labelledby="aturan">
          <CardHead id="aturan" title={words.t('admin.keamanan.rule')} />
          <form method="post" className="grid gap-5 p-4 sm:p-5">
            <input type="hidden" name="maksud" value="aturan" />
            <FieldErrors errors={errorsOf('aturan')}>
              <fieldset>
                <legend className="mb-1 text-sm text-ink-2">{words.t('admin.keamanan.rule.lead')}</legend>
                {FACTOR_GROUPS.map(group => (
                  <Choice
                    key={group}
                    name="groups"
                    value={group}
                    defaultChecked={rule.groups.includes(group)}
                    label={words.t(`admin.keamanan.group.${group}`)}
                    note={words.t('admin.keamanan.without', { n: without[group] })}
                    className="-mx-3"
                  />
                ))}
              </fieldset>
              <Grace days={rule.graceDays} />
            </FieldErrors>
            <Button type="submit" className="w-fit">
              {words.t('action.save')}
            </Button>
          </form>
        </Card>
        <LostDevice login={login} found={found} errors={errorsOf('lepas')} />
      </div>
    </div>
  )
}

function Grace({ days }: { days: number }) {
  const words = useAllWords()
  const error = useFieldErrors()
  const help = words.t('admin.keamanan.grace.help')
  return (
    <Field id="graceDays" label={words.t('admin.keamanan.grace')} help={help} error={error('graceDays')}>
      <Input
        {...describe('graceDays', { error: error('graceDays'), help })}
        name="graceDays"
        inputMode="numeric"
        required
        maxLength={3}
        defaultValue={days}
        className="max-w-24"
      />
    </Field>
  )
}
