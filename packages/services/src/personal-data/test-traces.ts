import { newId } from '@mufakat/kernel'
import type { ServiceContext } from '../context'
import type { TestOrganisation } from '../test-organisation'
import { at, hash, later, type Row, recordCode, Traces } from './test-trace'
import { cards, figures } from './test-traces-work'

/** Leaves a row in every place that may name a person, each called by `mark` and its place where it has words. */
export async function leaveTraces(
  ctx: ServiceContext,
  organisation: TestOrganisation,
  { personId: me, mark }: { personId: string; mark: string },
): Promise<void> {
  const traces = new Traces(ctx, organisation, me, mark)
  await account(traces)
  await meetings(traces)
  await records(traces)
  await cards(traces)
  await figures(traces)
}

async function account(t: Traces): Promise<void> {
  const { me, other, called } = t
  const expires = { created_at: at, expires_at: later }
  await t.add('account_link', { kind: 'reset', person_id: me, token_hash: hash(), ...expires })
  const invited = await t.person('account_link.created_by')
  await t.add('account_link', {
    ...{ kind: 'reset', person_id: invited, created_by: me, token_hash: hash(), ...expires },
  })
  await t.add('audit_entry', {
    ...{ at, actor_id: me, action: 'profile.edit', details: { what: called('audit_entry.actor_id') } },
  })
  await t.add('backup', {
    ...{ kind: 'manual', state: 'failed', place: 'data', failure: 'database', requested_by: me },
    ...{ requested_at: at, ended_at: at },
  })
  await t.add('data_export', { person_id: me, asked_at: at, ready_at: at, expires_at: later })
  const asked = { asked_at: at, state: 'refused', decided_at: at, reason: '' }
  await t.add('erasure_request', {
    ...{ person_id: me, wish: called('erasure_request.person_id'), decided_by: other, ...asked },
  })
  await t.add('erasure_request', { person_id: invited, wish: '', decided_by: me, ...asked })
  await t.put('identity_link', {
    issuer: called('identity_link.person_id'),
    subject: me,
    person_id: me,
    created_at: at,
  })
  await t.put('journal_key', { person_id: me, device_id: newId(), key: hash(), created_at: at })
  await t.put('passkey', {
    ...{ id: newId(), person_id: me, name: called('passkey.person_id'), public_key: hash(), counter: 0 },
    created_at: at,
  })
  await t.put('pending_sign_in', { token_hash: hash(), person_id: me, expires_at: later })
  await t.put('recovery_code', { person_id: me, hash: hash() })
  await t.put('totp_factor', { person_id: me, secret: hash(), created_at: at })
  const session = {
    token_hash: hash(),
    created_at: at,
    last_seen_at: at,
    expires_at: later,
    address: '10.0.0.1',
  }
  await t.add('session', { ...session, person_id: me, user_agent: called('session.person_id') })
  await t.add('session', {
    ...{ ...session, token_hash: hash(), person_id: other, user_agent: '' },
    ...{ viewing_person_id: me, viewing_until: later },
  })
  const jabatanId = await t.add('jabatan', {
    ...{ opd_id: await t.opd('jabatan (opd)'), name: called('jabatan_holding.person_id') },
  })
  await t.add('jabatan_holding', {
    ...{ jabatan_id: jabatanId, person_id: me, kind: 'definitif' },
    ...{ from_date: '2025-01-01', until_date: '2025-12-31' },
  })
}

async function meetings(t: Traces): Promise<void> {
  const { me, other, called } = t
  await t.rapat('rapat.chair_id', { chair_id: me })
  await t.rapat('rapat.notulis_id', { notulis_id: me })
  const rapatId = await t.rapat('rapat.created_by', { created_by: me })
  await t.put('rapat_guest', { rapat_id: await t.rapat('rapat_guest.person_id'), person_id: me })
  await t.put('rapat_mute', { rapat_id: await t.rapat('rapat_mute.person_id'), person_id: me, at })
  await t.put('invitation', { rapat_id: await t.rapat('invitation.signer_id'), signer_id: me })
  const told = await t.rapat('invitation_recipient.person_id')
  await t.put('invitation', { rapat_id: told })
  await t.put('invitation_recipient', { rapat_id: told, person_id: me, told_sequence: 0, told_at: at })
  const pokja = (place: string, chairId: string | null): Promise<string> =>
    t.add('pokja', { name: called(place), short_name: called(place), chair_id: chairId, position: 1 })
  await pokja('pokja.chair_id', me)
  await t.put('pokja_person', { pokja_id: await pokja('pokja_person.person_id', null), person_id: me })
  await t.series('series.chair_id', { chair_id: me })
  await t.series('series.notulis_id', { notulis_id: me })
  await t.series('series.created_by', { created_by: me })
  await t.put('series_person', { series_id: await t.series('series_person.person_id'), person_id: me })
  const district = called('region_officer.person_id')
  await t.put('district', { code: district, regency_code: '17.06', name: district })
  await t.add('region_officer', { district_code: district, person_id: me, from_date: '2026-01-01' })

  const brought = await t.person('guest.created_by')
  await t.put('guest', {
    ...{ person_id: brought, rapat_id: rapatId, agency: 'Lembaga', created_by: me, created_at: at },
  })
  await t.add('guest_link', {
    ...{ person_id: brought, token_hash: hash(), created_by: me, created_at: at, expires_at: later },
  })

  const attended = (row: Row): Promise<string> =>
    t.add('attendance', { kind: 'person', jabatan: '', created_at: at, ...row })
  await attended({
    ...{ rapat_id: rapatId, person_id: me, name: called('attendance.person_id') },
  })
  await attended({
    ...{ rapat_id: rapatId, person_id: other, name: 'Lainnya', presence: 'diwakilkan' },
    ...{ deputy_id: me, deputy_name: called('attendance.deputy_id') },
  })
  await attended({ rapat_id: told, person_id: other, name: 'Lainnya', marked_by: me })

  const seriesId = await t.series('agenda_proposal (seri)')
  const proposal = {
    ...{
      series_id: seriesId,
      reason: 'Perlu',
      opd_id: await t.opd('agenda_proposal (opd)'),
      proposed_at: at,
    },
  }
  await t.add('agenda_proposal', {
    ...proposal,
    title: called('agenda_proposal.proposed_by'),
    proposed_by: me,
  })
  await t.add('agenda_proposal', {
    ...{ ...proposal, title: 'Lain', proposed_by: other, state: 'returned', decided_by: me, decided_at: at },
    note: called('agenda_proposal.decided_by'),
  })
  await t.put('agenda_item', { rapat_id: rapatId, item_id: 'tunda', title: 'Lain', position: 7 })
  await t.put('agenda_postponement', {
    ...{ rapat_id: rapatId, item_id: 'tunda', reason: called('agenda_postponement.by'), by: me, at },
  })
}

async function records(t: Traces): Promise<void> {
  const { me, other, called } = t
  await t.write('document_lease.person_id')
  const rapatId = await t.rapat('records')
  const documentId = await t.documentOf(rapatId)
  await t.put('document_rescue', {
    document_id: documentId,
    key: 'k',
    person_id: me,
    outcome: 'dismissed',
    at,
  })
  await t.add('document_version', {
    ...{ document_id: documentId, lineage: newId(), seq: 1, hash: hash(), made_by: me, at },
    name: called('document_version.made_by'),
  })
  const remark = { rapat_id: rapatId, kind: 'komentar', anchor: {}, quote: '', at }
  await t.add('remark', { ...remark, body: called('remark.author_id'), author_id: me })
  const remarkId = await t.add('remark', {
    ...{ ...remark, body: 'Lain', author_id: other, state: 'selesai', settled_by: me, settled_at: at },
    note: called('remark.settled_by'),
  })
  await t.add('remark_reply', {
    ...{ remark_id: remarkId, body: called('remark_reply.author_id'), author_id: me, at },
  })
  await t.add('notula_review', {
    ...{ rapat_id: rapatId, kind: 'dikembalikan', person_id: me, at, head_seq: 1 },
    note: called('notula_review.person_id'),
  })
  const hashes = { content_hash: hash(), parts_hash: hash() }
  await t.add('notula_approval', {
    ...{ rapat_id: rapatId, number: 0, role: 'notulis', person_id: me, at, head_seq: 1, ...hashes },
  })
  const koreksi = { rapat_id: rapatId, changes: '[]', proposed_at: at }
  await t.add('koreksi', {
    ...{ ...koreksi, number: 1, state: 'diajukan', reason: called('koreksi.proposed_by'), proposed_by: me },
  })
  await t.add('koreksi', {
    ...{ ...koreksi, number: 2, state: 'dikembalikan', reason: 'Lain', proposed_by: other },
    ...{ decided_by: me, decided_at: at, note: called('koreksi.decided_by') },
  })
  const answer = {
    rapat_id: rapatId,
    kind: 'ditawar',
    opd_id: await t.opd('answer'),
    hash: hash(),
    text: 'T',
    at,
  }
  await t.add('tindak_lanjut_answer', {
    ...{ ...answer, line_id: 'a', person_id: me, state: 'terbuka' },
    offered_text: called('tindak_lanjut_answer.person_id'),
  })
  await t.add('tindak_lanjut_answer', {
    ...{ ...answer, line_id: 'b', person_id: other, state: 'ditolak', decided_by: me, decided_at: at },
    note: called('tindak_lanjut_answer.decided_by'),
  })

  await t.file('file.added_by', { added_by: me })
  await t.file('file.removed_by', { removed_by: me, removed_at: at })
  const fileId = await t.file('file_access.person_id')
  await t.add('file_access', { at, file_id: fileId, person_id: me })
  await t.add('file_upload', {
    ...{
      subject_kind: 'rapat',
      subject_id: rapatId,
      person_id: me,
      name: 'x.pdf',
      mark: 'x',
      size: 1,
      received: 0,
    },
    ...{ stored_name: newId(), created_at: at, touched_at: at },
  })
  const paper = { rapat_id: await t.rapat('paper_access.person_id'), kind: 'notula', format: 'pdf' }
  await t.add('paper', { ...paper, state: 'waiting', asked_by: me, asked_at: at, expires_at: later })
  await t.add('paper_access', { ...paper, at, person_id: me })
  // Last, since what is sealed takes nothing more.
  const sealed = await t.ratified('sealed')
  await t.put('sealed_record', {
    rapat_id: sealed,
    number: 0,
    text: '{}',
    hash: hash(),
    code: recordCode(),
    at,
  })
  await t.add('signed_copy', {
    ...{
      rapat_id: sealed,
      number: 0,
      stored_name: newId(),
      size: 1,
      sha256: hash(),
      srikandi_number: 'S-123',
    },
    ...{ uploaded_by: me, at },
  })
}
