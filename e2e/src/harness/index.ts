export { expectNoAxeFindings } from './axe'
export { expect, test } from './fixtures'
export { ACCOUNTS, type Account, DEMO_PASSWORD, signIn } from './sign-in'
export { type RunningSystem, type StartOptions, startSystem } from './system'
