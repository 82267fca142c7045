export { nextCode, setUpApp } from './authenticator'
export { expectNoAxeFindings } from './axe'
export { bell, NOTHING_UNREAD, readAll, SOMETHING_UNREAD } from './bell'
export { eventOf, lettersAt, lettersOf } from './calendar'
export { demoRakor, TODAY, triwulanOfToday } from './demo-days'
export { expect, PHONE, PLAIN, test } from './fixtures'
export { choose, expectFocusKept, fillDay, fillIn, press, tabTo } from './keyboard'
export { look } from './look'
export {
  caretIn,
  linesOf,
  lineWith,
  newLine,
  openText,
  selectIn,
  settled,
  startLine,
  textOf,
  textReady,
  writeLine,
} from './notula-page'
export { approve, comingAddress, makeRapat, openComing, openNotula, setStatus } from './rapat'
export { ACCOUNTS, comeIn, DEMO_PASSWORD, fillSignIn, signIn } from './sign-in'
