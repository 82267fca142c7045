import type { Actor, Triwulan } from '@mufakat/domain'
import { romanQuarter } from '@mufakat/domain'
import type { ServiceContext } from './context'
import { authorise } from './context'
import type { SettingValue } from './settings/catalogue'
import { settingOf } from './settings/settings'

export type RapatTemplate = SettingValue<'rapat-template'>

/** A template as it is for one triwulan. */
export const templateOf = (template: RapatTemplate, { year, quarter }: Triwulan): RapatTemplate => ({
  ...template,
  title: template.title.replace('[triwulan]', `Triwulan ${romanQuarter(quarter)} ${year}`),
})

/** What "Buat rapat" starts from for a triwulan. */
export async function rapatTemplate(
  ctx: ServiceContext,
  actor: Actor | null,
  triwulan: Triwulan,
): Promise<RapatTemplate> {
  authorise(actor, 'rapat.create')
  return templateOf(await settingOf(ctx.database.db, 'rapat-template'), triwulan)
}
