import type { Subtask } from '@mufakat/domain'
import { Input, Menu, menuItemClass } from '@mufakat/ui'
import {
  ArrowDown,
  ArrowUp,
  Circle,
  CircleCheckBig,
  EllipsisVertical,
  PencilLine,
  Plus,
  Trash2,
} from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { ButtonForm } from './button-form'
import { useCard } from './card-context'
import { EditField, EditForm } from './edit-form'
import { Section } from './section'

function StepTitle({ step }: { step: Subtask }) {
  return (
    <span className={step.done ? 'wrap-anywhere text-ink-2 line-through' : 'wrap-anywhere'}>
      {step.title}
    </span>
  )
}

const item = 'min-h-11 py-2.5'
const markClass = 'inline-flex size-11 flex-none items-center justify-center rounded-md hover:bg-neutral-soft'

function Mark({ done }: { done: boolean }) {
  return done ? (
    <CircleCheckBig aria-hidden className="size-5 text-success-ink" />
  ) : (
    <Circle aria-hidden className="size-5 text-ink-2" />
  )
}

function Step({ step }: { step: Subtask }) {
  const words = useAllWords()
  const { title, done } = step
  const tick = words.t(done ? 'kartu.steps.undone' : 'kartu.steps.done', { title })
  const fields = { subtaskId: step.id }
  return (
    <li className="flex flex-wrap items-start gap-1">
      <ButtonForm name="langkah" fields={fields}>
        <button
          type="submit"
          name="did"
          value={done ? 'undone' : 'done'}
          aria-label={tick}
          title={tick}
          className={markClass}
        >
          <Mark done={done} />
        </button>
      </ButtonForm>
      <div className={`min-w-0 flex-1 ${item}`}>
        <StepTitle step={step} />
      </div>
      <EditForm
        name="langkah"
        what={words.t('kartu.steps.what', { title })}
        now={{ title }}
        row={step.id}
        className="open:order-last open:basis-full"
        summaryClass={markClass}
        summary={<PencilLine aria-hidden className="size-4.5 text-ink-2" />}
      >
        <input type="hidden" name="did" value="renamed" />
        <input type="hidden" name="subtaskId" value={step.id} />
        <EditField name="title" label={words.t('kartu.steps.title')}>
          {control => <Input {...control} required maxLength={300} />}
        </EditField>
      </EditForm>
      <Menu
        label={words.t('kartu.steps.acts', { title })}
        summaryClass={markClass}
        summary={<EllipsisVertical aria-hidden className="size-5" />}
      >
        <ButtonForm name="langkah" fields={{ ...fields, did: 'moved' }}>
          <button type="submit" name="way" value="up" data-menu-item className={menuItemClass}>
            <ArrowUp aria-hidden />
            {words.t('kartu.steps.up')}
          </button>
          <button type="submit" name="way" value="down" data-menu-item className={menuItemClass}>
            <ArrowDown aria-hidden />
            {words.t('kartu.steps.down')}
          </button>
        </ButtonForm>
        <ButtonForm name="langkah" fields={fields}>
          <button type="submit" name="did" value="removed" data-menu-item className={menuItemClass}>
            <Trash2 aria-hidden />
            {words.t('kartu.steps.remove')}
          </button>
        </ButtonForm>
      </Menu>
    </li>
  )
}

/** The steps of the card, in their order; each is ticked, renamed, moved and taken away. */
export function StepsSection() {
  const words = useAllWords()
  const { page } = useCard()
  const { subtasks, rights } = page
  const done = subtasks.filter(step => step.done).length
  return (
    <Section
      id="rincian"
      title={words.t('kartu.steps')}
      end={
        subtasks.length > 0 && (
          <span className="text-sm text-ink-2">
            {words.t('kartu.steps.count', { done, n: subtasks.length })}
          </span>
        )
      }
    >
      {subtasks.length === 0 ? (
        <p className="text-ink-2">{words.t('kartu.steps.none')}</p>
      ) : (
        <ol className="grid gap-1">
          {subtasks.map(step =>
            rights.edits ? (
              <Step key={step.id} step={step} />
            ) : (
              <li key={step.id} className="flex items-start gap-2">
                <span className="py-0.5">
                  <Mark done={step.done} />
                  <span className="sr-only">
                    {words.t(step.done ? 'status.tl.selesai' : 'status.tl.belum')}
                  </span>
                </span>
                <StepTitle step={step} />
              </li>
            ),
          )}
        </ol>
      )}
      {rights.edits && (
        <EditForm
          name="langkah"
          what={words.t('kartu.steps.new')}
          now={{ title: '' }}
          isOpenAfter
          summary={
            <>
              <Plus aria-hidden className="size-4" />
              {words.t('kartu.steps.add')}
            </>
          }
        >
          <input type="hidden" name="did" value="added" />
          <EditField name="title" label={words.t('kartu.steps.title')}>
            {control => <Input {...control} required maxLength={300} autoComplete="off" />}
          </EditField>
        </EditForm>
      )}
    </Section>
  )
}
