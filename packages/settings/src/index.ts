export * from './environment.mjs'
