import { insertAttendance, listInvitedOpd, nipsOf, type Tx, writeLetterOver } from '@mufakat/db'
import { fromWib, type Presence, type Rsvp } from '@mufakat/domain'
import { defined, newId } from '@mufakat/kernel'
import { headsOf } from '../people'
import { DEMO_MARK } from './accounts'

const MINUTE_MS = 60_000

/** How the lines of the list come out, in turns: most are there, some by a deputy, a few not. */
const turnOf = (at: number): Presence =>
  at % 9 === 4 ? 'diwakilkan' : at % 11 === 7 ? 'izin' : at % 13 === 10 ? 'tanpa_keterangan' : 'hadir'

/** A deputy as the example names people: by their post. */
const deputyOf = (shortName: string) => ({
  deputyName: `${DEMO_MARK} – Sekretaris ${shortName}`,
  deputyJabatan: `Sekretaris ${shortName}`,
})

interface Line {
  readonly opdId: string
  readonly shortName: string
  readonly personId: string | null
  readonly name: string
  readonly nip: string | null
  readonly jabatan: string
}

/** Every invited OPD with who leads it that day. */
async function linesOf(tx: Tx, rapatId: string, day: string): Promise<Line[]> {
  const opd = await listInvitedOpd(tx, rapatId)
  const heads = await headsOf(
    tx,
    opd.map(one => one.id),
    day,
  )
  const nips = await nipsOf(
    tx,
    [...heads.values()].map(head => head.id),
  )
  return opd.map(({ id, shortName }) => {
    const head = heads.get(id)
    return {
      opdId: id,
      shortName,
      personId: head?.id ?? null,
      name: head?.name ?? '',
      nip: (head && nips.get(head.id)) ?? null,
      jabatan: head?.jabatan ?? '',
    }
  })
}

interface DemoRapat {
  readonly rapatId: string
  readonly day: string
  readonly sekretariatId: string
}

/** The list of a rapat that is over. */
export async function insertPastAttendance(
  tx: Tx,
  { rapatId, day, sekretariatId }: DemoRapat,
): Promise<void> {
  const start = fromWib(day, '09:00')
  const after = (minutes: number) => new Date(start.getTime() + minutes * MINUTE_MS)
  for (const [at, { shortName, ...line }] of (await linesOf(tx, rapatId, day)).entries()) {
    const presence = turnOf(at)
    const isThere = presence === 'hadir' || presence === 'diwakilkan'
    await insertAttendance(tx, {
      id: newId(start.getTime()),
      rapatId,
      kind: 'opd',
      ...line,
      presence,
      ...(presence === 'diwakilkan' ? deputyOf(shortName) : {}),
      ...(isThere ? { arrivedAt: after((at % 7) * 3 - 12), leftAt: after(175 + (at % 4) * 2) } : {}),
      way: 'organiser',
      markedBy: sekretariatId,
      createdAt: start,
    })
  }
}

/** The letter of the rapat that comes, ready to be sent, and the first answers. */
export async function insertInvitation(
  tx: Tx,
  { rapatId, day, sekretariatId, now, signerId }: DemoRapat & { now: Date; signerId: string },
): Promise<void> {
  await writeLetterOver(tx, {
    rapatId,
    revision: 0,
    changes: {
      // Numbers are given by the office: an example has none.
      number: '',
      letterDate: now.toISOString().slice(0, 10),
      nature: 'Penting',
      attachments: '1 (satu) berkas',
      subject: 'Undangan rapat koordinasi',
      basis: 'Menindaklanjuti Instruksi Presiden Nomor 8 Tahun 2025',
      note: 'Mohon membawa bahan capaian dan bukti dukung tindak lanjut triwulan lalu.',
      copies: ['Bupati Mukomuko', 'Sekretaris Daerah Kabupaten Mukomuko'],
      signerId,
      signerTitle: 'Wakil Bupati selaku Ketua TKPKD',
    },
  })
  const answers: readonly Rsvp[] = ['hadir', 'hadir', 'diwakilkan', 'hadir', 'izin', 'hadir']
  const lines = (await linesOf(tx, rapatId, day)).filter(line => !OWN_ANSWERS.includes(line.shortName))
  for (const [at, rsvp] of answers.entries()) {
    const { shortName, ...line } = defined(lines[at * 2], 'an OPD that answers')
    await insertAttendance(tx, {
      id: newId(now.getTime()),
      rapatId,
      kind: 'opd',
      ...line,
      rsvp,
      rsvpAt: now,
      ...(rsvp === 'diwakilkan' ? deputyOf(shortName) : {}),
      ...(rsvp === 'izin' ? { rsvpReason: 'Dinas luar daerah' } : {}),
      markedBy: sekretariatId,
      createdAt: now,
    })
  }
}

/** OPD of accounts that people of the example sign in with: they answer for themselves. */
const OWN_ANSWERS: readonly string[] = ['Perkim', 'Dinkes', 'Dinsos']
