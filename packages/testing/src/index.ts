export { fingerprint } from './fingerprint'
export { startTestServer, type TestServer } from './server'
export { signedPdf } from './signed-pdf'
export { emptyDatabase, type TestDatabase, testDatabase } from './test-database'
