export { expectNoAxeFindings } from './axe'
export { expect, test } from './fixtures'
export { look } from './look'
export { ACCOUNTS, type Account, signIn } from './sign-in'
