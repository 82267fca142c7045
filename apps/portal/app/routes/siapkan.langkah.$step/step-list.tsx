import { SETUP_STEPS, type SetupStep } from '@mufakat/domain'
import { classes } from '@mufakat/ui'
import { Link } from '@remix-run/react'
import { Circle, CircleCheckBig, CircleDot } from 'lucide-react'
import { useAllWords } from '~/frame/words'

/** Every step with its state; each can be gone to. */
export function StepList({ step, done }: { step: SetupStep | null; done: readonly SetupStep[] }) {
  const words = useAllWords()
  return (
    <nav aria-label={words.t('siapkan.steps')}>
      <ol className="flex flex-wrap gap-1">
        {SETUP_STEPS.map(one => {
          const state = one === step ? 'current' : done.includes(one) ? 'done' : 'todo'
          const Icon = state === 'current' ? CircleDot : state === 'done' ? CircleCheckBig : Circle
          return (
            <li key={one}>
              <Link
                to={`/siapkan/langkah/${one}`}
                aria-current={state === 'current' ? 'step' : undefined}
                className={classes(
                  'inline-flex min-h-11 items-center gap-2 rounded-md px-3 text-sm font-semibold no-underline hover:bg-neutral-soft',
                  state === 'current' ? 'bg-accent-soft text-accent-strong' : 'text-ink-2',
                )}
              >
                <Icon aria-hidden className="size-4.5 flex-none" />
                {words.t(`siapkan.step.${one}`)}
                <span className="sr-only">({words.t(`siapkan.${state}`)})</span>
              </Link>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
