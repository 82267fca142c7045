export * from './inputs'
export type * from './views'
