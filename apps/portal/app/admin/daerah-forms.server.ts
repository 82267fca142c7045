import { readSettingForm } from '@mufakat/services'
import { type AppLoadContext, actorOf } from '~/request/context.server'

/** The settings of the regency with what their forms need. */
export async function daerahForms(context: AppLoadContext) {
  const { services } = context
  const actor = actorOf(context)
  const [regency, letterhead, calendar, reference, bands, logo] = await Promise.all([
    readSettingForm(services, actor, 'regency'),
    readSettingForm(services, actor, 'letterhead'),
    readSettingForm(services, actor, 'calendar'),
    readSettingForm(services, actor, 'reference'),
    readSettingForm(services, actor, 'bands'),
    readSettingForm(services, actor, 'logo'),
  ])
  return {
    regency,
    letterhead,
    calendar,
    reference,
    bands,
    logo: {
      revision: logo.revision,
      address: logo.value.image === null ? null : `/kop/logo?v=${logo.revision}`,
    },
  }
}
