export * from './context'
export * from './documents'
export * from './inputs'
export * from './views'
