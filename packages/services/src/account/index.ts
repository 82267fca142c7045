export { addAccount, editAccount, setAccountActive } from './edit'
export { askEmailChange, confirmEmail, objectToEmail } from './email'
export * from './inputs'
export { invite, revokeInvitation } from './invite'
export { assignJabatan, endHolding, handOverJabatan, handOverView, listJabatan } from './jabatan'
export { LINK_PATHS, type MailingContext } from './mail'
export {
  askReset,
  changePassword,
  confirmPassword,
  makeHostResetLink,
  makeResetLink,
  readLink,
  setPasswordByLink,
} from './password'
export { getAccount, listAccounts } from './read'
export { liftLimits, revokeSession, revokeSessions } from './sessions'
export { type AccountSettings, accountSettings, accountSettingsInput, setAccountSettings } from './settings'
export type * from './views'
