import { at, type Traces } from './test-trace'

export async function cards(t: Traces): Promise<void> {
  const { me, other, called } = t
  await t.card('card.created_by', me)
  const cardId = await t.card('card')
  const activity = { card_id: cardId, revision: 0, at, person_id: me, details: {} }
  await t.add('card_activity', { ...activity, kind: 'judged', reason: called('card_activity.person_id') })
  await t.add('card_activity', { ...activity, kind: 'judged', reason: called('card_evidence.decided_by') })
  // Told once, as the postponement.
  await t.add('card_activity', { ...activity, kind: 'postponed', reason: called('card_postponement.by') })
  await t.add('card_postponement', {
    ...{ card_id: cardId, to_date: '2026-12-31', reason: called('card_postponement.by'), by: me, at },
  })
  await t.add('card_command', { card_id: cardId, revision: 0, person_id: me, at })
  const comment = { card_id: cardId, at }
  await t.add('card_comment', { ...comment, body: called('card_comment.author_id'), author_id: me })
  await t.add('card_comment', { ...comment, body: 'L', author_id: other, settled_by: me, settled_at: at })
  const evidence = { card_id: cardId, url: 'https://contoh.go.id', added_at: at }
  await t.add('card_evidence', { ...evidence, title: called('card_evidence.added_by'), added_by: me })
  await t.add('card_evidence', {
    ...{ ...evidence, title: 'Lain', added_by: other, state: 'dikembalikan', decided_by: me, decided_at: at },
    note: called('card_evidence.decided_by'),
  })
  await t.put('card_follower', { card_id: await t.card('card_follower.person_id'), person_id: me, since: at })
  await t.put('card_paste', { person_id: me, mark: 'm', added: 1, at })
  await t.put('card_contribution', {
    ...{ card_id: cardId, indicator_id: await t.indicator('card_contribution.added_by') },
    ...{ quantity: 4, added_by: me, added_at: at },
  })
  await t.add('saved_filter', {
    ...{ person_id: me, name: called('saved_filter.person_id'), view: 'papan', query: 'status=belum' },
    ...{ shared: 'saya', created_at: at },
  })
  await t.put('notice_setting', { person_id: me, mail: 'none', hour: 6, updated_at: at })
  const told = await t.card('notice.person_id')
  await t.add('notice', { person_id: me, event: 'a', kind: 'late', card_id: told, details: {}, at })
  await t.add('notice', {
    ...{ person_id: other, event: called('b'), kind: 'late', card_id: told, by_id: me, details: {}, at },
  })
}

export async function figures(t: Traces): Promise<void> {
  const { me, other, called } = t
  await t.programme('programme.created_by', me)
  await t.indicator('indicator.created_by', me)
  const since = { year: 2026, quarter: 3 }
  const indicatorId = await t.indicator('figures')
  await t.add('indicator_definition', {
    ...{ indicator_id: indicatorId, version: 1, ...since, created_by: me, created_at: at },
    definition: called('indicator_definition.created_by'),
  })
  await t.add('indicator_target', {
    ...{
      indicator_id: await t.indicator('indicator_target.set_by'),
      ...since,
      value: 3,
      set_by: me,
      set_at: at,
    },
  })
  const value = {
    ...{ ...since, value: 5, finality: 'final', as_of: '2026-09-30', definition_version: 1 },
    ...{ created_at: at, verified_at: at, indicator_id: indicatorId },
  }
  const source = called('indicator_value.created_by')
  const reason = 'Salah hitung'
  await t.add('indicator_value', { ...value, source, reason, created_by: me, verified_by: other })
  await t.add('indicator_value', {
    ...{
      ...value,
      quarter: 2,
      source: called('indicator_value.verified_by'),
      created_by: other,
      verified_by: me,
    },
  })
  const sent = { state: 'dikembalikan', sent_at: at, decided_at: at }
  await t.report('opd_report.sent_by', { ...sent, sent_by: me, decided_by: other, note: 'Lengkapi' })
  const reportId = await t.report('opd_report.decided_by', {
    ...{ ...sent, sent_by: other, decided_by: me, note: 'Lengkapi' },
  })
  await t.add('notice', {
    ...{ person_id: me, event: 'laporan', kind: 'report-sent', report_id: reportId, details: {}, at },
  })
  const cell = { report_id: reportId, indicator_id: indicatorId, changed_by: me, changed_at: at }
  await t.put('report_cell', { ...cell, value: 2, source: called('report_cell.changed_by') })
  await t.put('report_remark', { ...cell, kendala: called('report_remark.changed_by') })
  await t.add('report_evidence', {
    ...{ report_id: reportId, indicator_id: indicatorId, url: 'https://contoh.go.id' },
    ...{ title: called('report_evidence.added_by'), added_by: me, added_at: at },
  })
  await t.add('quarter_note', {
    ...since,
    text: called('quarter_note.written_by'),
    written_by: me,
    written_at: at,
  })
}
