import { spawn } from 'node:child_process'

/**
 * Runs a program and resolves with its exit code and, with `capture`, what it printed.
 * @param {string} file
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, capture?: boolean, tee?: boolean }} [options]
 *   `capture` keeps the output and is silent, `tee` keeps it and shows it
 */
export function run(file, args, { cwd, env = process.env, capture = false, tee = false } = {}) {
  return new Promise((done, failed) => {
    const piped = capture || tee
    const child = spawn(file, args, {
      cwd,
      env,
      stdio: piped ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    })
    const output = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr']) {
      child[name]?.on('data', chunk => {
        output[name] += chunk
        if (tee) process[name].write(chunk)
      })
    }
    // A signal for us is one for it: nothing stays behind. pnpm then ends with code 0, as if it had finished.
    let interrupted = false
    const pass = signal => {
      interrupted = true
      child.kill(signal)
    }
    process.on('SIGINT', pass)
    process.on('SIGTERM', pass)
    const over = () => {
      process.off('SIGINT', pass)
      process.off('SIGTERM', pass)
    }
    child.once('error', error => {
      over()
      failed(error)
    })
    child.once('close', (code, signal) => {
      over()
      if (interrupted) process.exit(130)
      done({ code: code ?? 1, signal, ...output })
    })
  })
}
