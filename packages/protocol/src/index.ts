export * from './bytes'
export * from './catalogue'
export * from './log-format'
export * from './socket-types'
