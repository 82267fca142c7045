/** What people do about their notices, as the audit knows it. That somebody has read something is nobody else's. */
export const NOTICE_ACTIONS = ['kabar.settings', 'kabar.mute', 'kabar.unmute'] as const
