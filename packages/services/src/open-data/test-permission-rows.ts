/** For the table of `permissions.pg.test.ts`: what asks for no actor, and why. */
export const openDataWithoutActor: readonly (readonly [string, string])[] = [
  'openCatalogue',
  'openIndicator',
  'openIndicatorsFile',
  'openValuesFile',
].map(name => [name, 'open to everybody'] as const)
