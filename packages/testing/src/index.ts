export { fingerprint } from './fingerprint'
export { startTestServer, type TestServer } from './server'
export { emptyDatabase, type TestDatabase, testDatabase } from './test-database'
