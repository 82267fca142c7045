// Loaded before a process (`--import`): each SIGUSR2 moves its wall clock by the next of CLOCK_JUMPS, in ms. Timers
// go on, as they do when a machine's clock is set.
const jumps = (process.env.CLOCK_JUMPS ?? '').split(',').map(Number)
const RealDate = globalThis.Date
let shift = 0

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + shift)
    else super(...given)
  }
  static now() {
    return RealDate.now() + shift
  }
}

process.on('SIGUSR2', () => {
  shift += jumps.shift() ?? 0
})
