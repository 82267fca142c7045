export { startTestServer, type TestServer } from './server'
export { type TestDatabase, testDatabase } from './test-database'
