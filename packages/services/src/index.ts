export * from './context'
export * from './inputs'
export * from './views'
