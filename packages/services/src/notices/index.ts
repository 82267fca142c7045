export { gatherNotices } from './gather'
export { markRead, readInbox, unreadOf } from './inbox'
export {
  type MarkReadInput,
  type MuteRapatInput,
  markReadInput,
  muteRapatInput,
  type NoticeSettingInput,
  noticeSettingInput,
} from './inputs'
export { mailNotices } from './mail'
export { muteRapat, ownNoticeSettings, saveNoticeSettings } from './own-settings'
export { remindOfTenggat } from './remind'
export type * from './views'
