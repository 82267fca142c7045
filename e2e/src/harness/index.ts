export { expectNoAxeFindings } from './axe'
export { expect, test } from './fixtures'
export { ACCOUNTS, type Account, signIn } from './sign-in'
