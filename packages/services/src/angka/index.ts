export { indicatorChoices, notulaFigures } from './read'
export type { Figure, IndicatorChoice, NotulaFigures } from './views'
