import { existsSync, readFileSync } from 'node:fs'

const read = file => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)

/** A runner that ended badly without a single failed test has failed as a whole: that counts as one. */
const honest = ({ passed, failed }, code) => ({ passed, failed: failed === 0 && code !== 0 ? 1 : failed })

/** @returns {{ passed: number, failed: number }} of vitest's JSON report */
export function vitestSum(file, code) {
  const report = read(file)
  return honest({ passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 }, code)
}

/** @returns {{ passed: number, failed: number }} of Playwright's JSON report; a flaky test has failed once */
export function playwrightSum(file, code) {
  const { expected = 0, unexpected = 0, flaky = 0 } = read(file)?.stats ?? {}
  return honest({ passed: expected, failed: unexpected + flaky }, code)
}
