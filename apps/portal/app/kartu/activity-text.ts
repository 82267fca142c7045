import {
  type ActivityDetails,
  type Happened,
  isPutOff,
  type ToldChange,
  type ToldValue,
} from '@mufakat/domain'
import type { ActivityEntry } from '@mufakat/services'
import { useAllWords } from '~/frame/words'
import { useCard, useOpdName } from './card-context'
import { useContributionText } from './contribution-text'

type Values = Readonly<Record<string, ToldChange>>

/** What happened, in words: in one line, or more where several values are told. */
export function useActivityText(): (entry: ActivityEntry) => readonly string[] {
  const words = useAllWords()
  const { page } = useCard()
  const opdName = useOpdName()
  const contribution = useContributionText()
  const day = (date: string | null) => (date === null ? '–' : words.date(date, 'short'))
  const status = (code: string) => words.lookup(`status.tl.${code}`, code)

  const toldOf = (field: string, value: ToldValue): string => {
    if (value === null) return '–'
    if (field === 'ownerOpdId') return opdName(String(value), '–')
    if (field === 'due' || field === 'startDate') return day(String(value))
    if (field === 'progress') return words.percent(Number(value) / 100)
    return typeof value === 'number' ? words.number(value, 4) : words.lookup(`${field}.${value}`, value)
  }
  const valuesOf = (values: Values): string[] =>
    Object.entries(values).map(([field, { from, to }]) =>
      words.t('kartu.activity.value', {
        field: words.lookup(`kartu.field.${field}`, field),
        from: toldOf(field, from),
        to: toldOf(field, to),
      }),
    )
  const fieldsOf = (fields: readonly string[]): string =>
    fields.map(field => words.lookup(`kartu.field.${field}`, field)).join(', ')
  const stepOf = ({ did, subtaskId }: ActivityDetails['subtask']): string => {
    const what = words.t(`kartu.activity.subtask.${did}`)
    const title = page.subtasks.find(({ id }) => id === subtaskId)?.title
    return title === undefined ? what : words.t('kartu.activity.of', { what, title })
  }

  return entry => {
    const happened = entry as Happened & ActivityEntry
    const isLine = entry.by === null
    switch (happened.kind) {
      case 'removed':
      case 'restored':
        return [words.t(`kartu.activity.${happened.kind}${isLine ? '.line' : ''}`)]
      case 'status': {
        const { from, to } = happened.details
        return [words.t('kartu.activity.status', { from: status(from), to: status(to) })]
      }
      case 'judged':
        return [words.t(`kartu.activity.judged.${happened.details.state}`)]
      case 'edited':
      case 'reworded': {
        const { fields, values } = happened.details
        const what = words.t(`kartu.activity.${happened.kind}`, { fields: fieldsOf(fields) })
        return [what, ...valuesOf(values)]
      }
      case 'postponed': {
        const { from, to } = happened.details
        const key = isPutOff({ from, to }) ? 'postponed' : 'brought'
        return [words.t(`kartu.activity.${key}`, { from: day(from), to: day(to) })]
      }
      case 'handed-over': {
        const { from, to } = happened.details
        return [words.t('kartu.activity.handed-over', { from: opdName(from, '–'), to: opdName(to, '–') })]
      }
      case 'subtask':
        return [stepOf(happened.details)]
      case 'supporters': {
        const named = (ids: readonly string[]) => ids.map(id => opdName(id, '–')).join(', ')
        const { added, removed } = happened.details
        return [
          ...(added.length > 0 ? [words.t('kartu.activity.supporters.added', { opd: named(added) })] : []),
          ...(removed.length > 0
            ? [words.t('kartu.activity.supporters.removed', { opd: named(removed) })]
            : []),
        ]
      }
      case 'comment':
        return [words.t(`kartu.activity.comment.${happened.details.did}`)]
      case 'repeat':
        return [words.t(`kartu.activity.repeat.${happened.details.every === null ? 'off' : 'on'}`)]
      case 'contribution': {
        const { indicatorId, from, to } = happened.details
        const indicator = contribution.nameOf(indicatorId)
        const did = from === null ? 'added' : to === null ? 'removed' : 'changed'
        const values = { from: contribution.said(indicatorId, from), to: contribution.said(indicatorId, to) }
        return [
          words.t(`kontribusi.activity.${did}`, { indicator }),
          words.t(`kontribusi.activity.value.${did}`, values),
        ]
      }
      case 'kept-open':
        return [words.t('kartu.activity.kept-open', { period: day(happened.details.period) })]
      default:
        return [words.t(`kartu.activity.${happened.kind}`)]
    }
  }
}
