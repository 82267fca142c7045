export * from './database'
export * from './durability'
export * from './migrate'
export * as schema from './schema/index'
