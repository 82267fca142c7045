export { nextCode, setUpApp } from './authenticator'
export { expectNoAxeFindings } from './axe'
export { expect, PHONE, PLAIN, test } from './fixtures'
export { press, tabTo } from './keyboard'
export { type OutboxLetter, outboxLetters } from './letters'
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
export { openComing, openNotula, setStatus } from './rapat'
export { ACCOUNTS, type Account, comeIn, DEMO_PASSWORD, fillSignIn, signIn } from './sign-in'
