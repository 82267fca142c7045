// Loaded before a process that runs with `--expose-gc`: SIGUSR2 collects what is garbage, so that what is left can be
// measured.
process.on('SIGUSR2', () => globalThis.gc())
