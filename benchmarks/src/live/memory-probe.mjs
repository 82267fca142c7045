// Loaded before a measured server: on SIGUSR2 it collects garbage and writes what memory is left in use.
import { renameSync, writeFileSync } from 'node:fs'

process.on('SIGUSR2', () => {
  for (let i = 0; i < 3; i++) globalThis.gc?.()
  const file = process.env.MEMORY_FILE
  // Whole under its name: the reader waits for that.
  writeFileSync(`${file}.part`, JSON.stringify(process.memoryUsage()))
  renameSync(`${file}.part`, file)
})
