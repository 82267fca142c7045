export { answerHealth, type Health, type HealthServer, serveHealth } from './health'
export { type ProcessLog, processLog } from './log'
export { startTracing, type Tracing } from './tracing'
