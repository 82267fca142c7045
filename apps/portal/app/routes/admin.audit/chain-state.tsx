import type { AuditState } from '@mufakat/services'
import { Badge, Card, CardHead, Notice, type Tone } from '@mufakat/ui'
import { CircleCheck, CircleX, Clock, type LucideIcon, PenLine, ShieldAlert } from 'lucide-react'
import { useAllWords } from '~/frame/words'

const LOOKS: Readonly<Record<AuditState['verdict'], { tone: Tone; icon: LucideIcon }>> = {
  signed: { tone: 'success', icon: CircleCheck },
  late: { tone: 'warn', icon: Clock },
  unsigned: { tone: 'warn', icon: PenLine },
  broken: { tone: 'danger', icon: CircleX },
}

/** Whether the audit can be believed, in one look. */
export function ChainState({ state }: { state: AuditState }) {
  const words = useAllWords()
  const { tone, icon } = LOOKS[state.verdict]
  const { last } = state
  const facts = [
    [
      words.t('audit.state.last'),
      last === null
        ? words.t('audit.state.never')
        : words.t('audit.state.last.value', {
            when: words.dateTime(last.at),
            number: words.number(last.number),
          }),
    ],
    [words.t('audit.state.unsigned-count'), words.number(state.unsigned)],
    [words.t('audit.state.entries'), words.number(state.entries)],
    ...(last === null ? [] : [[words.t('audit.state.key'), last.keyId]]),
    [words.t('audit.state.role'), words.t(state.isGuarded ? 'audit.state.guarded' : 'audit.state.unguarded')],
  ]
  return (
    <Card as="section" aria-labelledby="rantai">
      <CardHead
        id="rantai"
        title={words.t('audit.state')}
        end={
          <Badge tone={tone} icon={icon}>
            {words.t(`audit.state.${state.verdict}`)}
          </Badge>
        }
      />
      <div className="grid gap-3 px-4 py-3 sm:px-5">
        {!state.isGuarded && (
          <Notice tone="warn" icon={ShieldAlert}>
            {words.t('audit.state.unguarded')}
          </Notice>
        )}
        <p className="text-sm">{words.t(`audit.state.${state.verdict}.help`)}</p>
        <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt className="text-xs text-ink-2">{name}</dt>
              <dd className="wrap-anywhere">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Card>
  )
}
