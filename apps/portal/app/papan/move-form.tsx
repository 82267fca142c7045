import { BOARD_STATUSES } from '@mufakat/domain'
import type { CardView } from '@mufakat/services'
import { Button, buttonClass, Card, describe, Field, Select } from '@mufakat/ui'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import { useNames } from './board-names'
import type { MoveAnswer } from './move-form.server'
import { faultOf } from './moves'

interface MoveFormProps {
  card: CardView
  commandId: string
  /** The board without this form. */
  back: string
  answer: MoveAnswer | undefined
}

/** Moves a card where no script runs; with it, its menu does. */
export function MoveForm({ card, commandId, back, answer }: MoveFormProps) {
  const words = useAllWords()
  const title = words.t('papan.move.of', { title: card.title || words.t('tl.untitled') })
  return (
    <Card className="mb-3 p-3">
      <form method="post" action={back} aria-label={title}>
        <h2 className="mb-2 text-sm">{title}</h2>
        <input type="hidden" name="aksi" value="pindah" />
        <input type="hidden" name="cardId" value={card.id} />
        <input type="hidden" name="commandId" value={commandId} />
        <FieldErrors errors={answer?.moved.errors}>
          <Where card={card} />
        </FieldErrors>
        <div className="flex gap-2">
          <Button type="submit" size="sm">
            {words.t('papan.plain.move')}
          </Button>
          <a href={back} className={buttonClass('quiet', 'sm')}>
            {words.t('papan.plain.cancel')}
          </a>
        </div>
      </form>
    </Card>
  )
}

function Where({ card }: { card: CardView }) {
  const words = useAllWords()
  const { rights } = useNames()
  const error = useFieldErrors()('status')
  return (
    <div className="mb-3 flex flex-wrap gap-3">
      <Field id="pindah-status" label={words.t('papan.move.status')} error={error} className="w-56">
        <Select {...describe('pindah-status', { error })} name="status" defaultValue={card.status}>
          {BOARD_STATUSES.filter(
            status => status === card.status || faultOf(card, status, rights) === null,
          ).map(status => (
            <option key={status} value={status}>
              {words.t(`status.tl.${status}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="pindah-urutan" label={words.t('papan.plain.place')} className="w-56">
        <Select id="pindah-urutan" name="place" defaultValue="">
          <option value="">{words.t('papan.plain.keep')}</option>
          <option value="first">{words.t('papan.move.top')}</option>
          <option value="last">{words.t('papan.move.bottom')}</option>
        </Select>
      </Field>
    </div>
  )
}
