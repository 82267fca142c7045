import type { SettingValue } from '@mufakat/services'
import type { RefusedSetting, SettingForm } from './setting-form.server'

export type { RefusedSetting }

/** What was typed into this form, when it is the one that was refused. */
export const typedOf = <Key extends SettingForm>(
  key: Key,
  refused: RefusedSetting | undefined,
): SettingValue<Key> | null => (refused?.key === key ? (refused.typed as SettingValue<Key> | null) : null)
