import type { Actor } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import * as services from '../index'

type Call = (ctx: services.ServiceContext, actor: Actor | null, rapatId: string) => Promise<unknown>

const IN = 'not-signed-in'
const mailing = (ctx: services.ServiceContext) => ({ ...ctx, baseUrl: 'https://rapat.contoh.go.id' })
const guarded = (ctx: services.ServiceContext) => ({ ...ctx, vault: services.openVault('x'.repeat(32)) })
/** Who reads the rapat; the own OPD's guest among them. */
const READS = [IN, 'yyyyyy', 'yyynnn'] as const
/** Who keeps the list: the organisers. */
const KEEPS = [IN, 'yyffff', 'yyfnnn'] as const
/** They would, if there were such a line. */
const KEEPS_MISSING = [IN, 'nnffff', 'nnfnnn'] as const

const LETTER = {
  revision: 0,
  number: '005/1/2026',
  letterDate: null,
  nature: 'Penting',
  attachments: '',
  subject: 'Undangan',
  basis: '',
  note: '',
  copies: [],
  signerId: null,
  signerTitle: '',
  signerRank: '',
}

/** The line of the OPD that is invited. */
const invited = async (ctx: services.ServiceContext, rapatId: string): Promise<string> => {
  const rows = await ctx.database.sql`select opd_id as "opdId" from rapat_opd where rapat_id = ${rapatId}`
  return `opd:${rows[0]?.opdId}`
}
const nobody = { revision: 0, key: `row:${newId()}` }
const somebody = { name: 'Budi', nip: null, jabatan: '', agency: 'BPS', phone: null }

/** For the table of `permissions.pg.test.ts`: invitations, answers and attendance. */
export const attendanceRows: Record<string, { call: Call; answers: readonly [string, string, string] }> = {
  readInvitation: { call: (c, a, id) => services.readInvitation(c, a, id), answers: READS },
  rapatEvent: { call: (c, a, id) => services.rapatEvent(mailing(c), a, id), answers: READS },
  editInvitation: {
    call: (c, a, rapatId) => services.editInvitation(c, a, { ...LETTER, rapatId }),
    answers: KEEPS,
  },
  sendInvitation: {
    call: (c, a, rapatId) => services.sendInvitation(mailing(c), a, { rapatId }),
    answers: KEEPS,
  },
  readRsvp: { call: (c, a, id) => services.readRsvp(c, a, id), answers: READS },
  answerRsvp: {
    call: async (c, a, rapatId) =>
      services.answerRsvp(c, a, {
        rapatId,
        revision: 0,
        key: a?.role === 'tamu' ? `person:${a.personId}` : await invited(c, rapatId),
        answer: 'hadir',
        deputyId: null,
        deputyName: '',
        deputyJabatan: '',
        reason: '',
      }),
    // Of another OPD: pimpinan read it, and speak for nobody there.
    answers: [IN, 'yyyyyy', 'yyfnnn'],
  },
  readAttendance: { call: (c, a, id) => services.readAttendance(c, a, id), answers: READS },
  markAttendance: {
    call: async (c, a, rapatId) =>
      services.markAttendance(c, a, {
        rapatId,
        revision: 0,
        key: await invited(c, rapatId),
        presence: 'hadir',
      }),
    answers: KEEPS,
  },
  correctAttendance: {
    call: async (c, a, rapatId) =>
      services.correctAttendance(c, a, {
        rapatId,
        revision: 0,
        key: await invited(c, rapatId),
        presence: 'diwakilkan',
        deputyName: 'Budi',
        deputyJabatan: '',
        deputyNip: null,
        arrivedAt: '09:00',
        leftAt: null,
      }),
    answers: KEEPS,
  },
  addWalkIn: {
    call: (c, a, rapatId) => services.addWalkIn(c, a, { rapatId, ...somebody }),
    answers: KEEPS,
  },
  settleWalkIn: {
    call: (c, a, rapatId) => services.settleWalkIn(c, a, { rapatId, ...nobody, outcome: 'confirm' }),
    answers: KEEPS_MISSING,
  },
  checkInCode: { call: (c, a, id) => services.checkInCode(guarded(c), a, id), answers: KEEPS },
  checkIn: {
    call: (c, a, rapatId) => services.checkIn(guarded(c), a, { rapatId, ticket: '' }),
    // Without a ticket: who might, is told that theirs is over.
    answers: [IN, 'cccccc', 'cccnnn'],
  },
}

/** What asks for no actor, and why. */
export const attendanceWithoutActor: readonly (readonly [string, string])[] = [
  ['tellInvited', 'worker'],
  ['attendanceRecord', 'part of a paper or a seal, whose caller has asked'],
  ['takeTicket', 'asked by who sees the wall'],
  ['checkInDoor', 'asked by who holds a ticket'],
  ['registerWalkIn', 'done by who holds a ticket: attendance/check-in.pg.test.ts'],
]
