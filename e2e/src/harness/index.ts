export { expectNoAxeFindings } from './axe'
export { expect, test } from './fixtures'
export { look } from './look'
export { ACCOUNTS, type Account, DEMO_PASSWORD, fillSignIn, signIn } from './sign-in'
