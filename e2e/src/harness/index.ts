export { expectNoAxeFindings } from './axe'
export { expect, test } from './fixtures'
export { ACCOUNTS, signIn } from './sign-in'
