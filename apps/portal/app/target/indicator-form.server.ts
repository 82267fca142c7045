import { listProgrammes } from '@mufakat/services'
import { type AppLoadContext, actorOf } from '~/request/context.server'
import type { TypedDefinition } from './definition-fields'
import { ownerChoices } from './editor.server'
import type { IndicatorChoices, TypedIndicator } from './indicator-fields'

/** What an indicator can belong to. */
export async function indicatorChoices(
  context: AppLoadContext,
  owner?: Parameters<typeof ownerChoices>[1],
): Promise<IndicatorChoices> {
  const [{ programmes }, opd] = await Promise.all([
    listProgrammes(context.services, actorOf(context), { all: true }),
    ownerChoices(context, owner),
  ])
  return { opd, programmes: programmes.map(({ id, name }) => ({ id, name })) }
}

export function typedIndicator(form: FormData): TypedIndicator {
  const text = (name: keyof TypedIndicator) => String(form.get(name) ?? '')
  return {
    programmeId: text('programmeId'),
    name: text('name'),
    concept: text('concept'),
    classification: text('classification'),
    measure: text('measure'),
    unit: text('unit'),
    decimals: text('decimals'),
    direction: text('direction'),
    level: text('level'),
    rollUp: text('rollUp'),
    accumulation: text('accumulation'),
    frequency: text('frequency'),
    factor: text('factor'),
    source: text('source'),
    ownerOpdId: text('ownerOpdId'),
    baseline: text('baseline'),
    baselineDate: text('baselineDate'),
    lowest: text('lowest'),
    highest: text('highest'),
    isPublic: form.has('isPublic'),
  }
}

/** What was typed, as the schema of the use-case wants it. */
export const indicatorOf = (typed: TypedIndicator, form: FormData) => ({
  ...typed,
  decimals: Number(typed.decimals || 'NaN'),
  nikConfirmed: form.get('nik') === 'ya',
})

export function typedDefinition(form: FormData): TypedDefinition {
  const text = (name: keyof TypedDefinition) => String(form.get(name) ?? '')
  return { definition: text('definition'), year: text('year'), quarter: text('quarter') }
}

export const definitionOf = ({ definition, year, quarter }: TypedDefinition) => ({
  definition,
  since: { year: Number(year || 'NaN'), quarter: Number(quarter) },
})
