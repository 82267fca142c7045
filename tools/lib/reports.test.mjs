import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { playwrightSum, vitestSum } from './reports.mjs'

const folder = mkdtempSync(join(tmpdir(), 'mufakat-reports-'))
afterAll(() => rmSync(folder, { recursive: true }))
const report = value => {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(value))
  return file
}

it('counts what the runners report', () => {
  expect(vitestSum(report({ numPassedTests: 7, numFailedTests: 2 }), 1)).toEqual({ passed: 7, failed: 2 })
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 3 }
  expect(playwrightSum(report({ stats }), 1)).toEqual({ passed: 5, failed: 2 })
})

it('never takes a runner that ended badly for one that passed', () => {
  expect(vitestSum(report({ numPassedTests: 7, numFailedTests: 0 }), 1)).toEqual({ passed: 7, failed: 1 })
  expect(playwrightSum(join(folder, 'none.json'), 1)).toEqual({ passed: 0, failed: 1 })
})
