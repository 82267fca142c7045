import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether a program of another's making is here to look at what was written. */
export function has(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Runs a program on a file with these bytes and answers what it printed; `FILE` among the arguments is its path. */
export function run(program: string, args: readonly string[], bytes: Uint8Array, name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'mufakat-paper-'))
  try {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    const told = args.map(arg => (arg === 'FILE' ? path : arg === 'FOLDER' ? folder : arg))
    return execFileSync(program, told, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A DOCX as the PDF that LibreOffice makes of it; it has its own profile, so that it starts beside another. */
export function officePdf(docx: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'mufakat-office-'))
  try {
    writeFileSync(join(folder, 'paper.docx'), docx)
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const args = [
      profile,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      join(folder, 'paper.docx'),
    ]
    execFileSync('soffice', args, { stdio: 'ignore', timeout: 120_000 })
    return new Uint8Array(readFileSync(join(folder, 'paper.pdf')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
