import { openDatabase, runningEmbedded } from '@mufakat/db'

export const INDICATORS = 40
export const YEARS = 5
export const CARDS = 20_000
/** How many values were put in, for the report. */
export interface Filled {
  readonly values: number
  readonly cards: number
  readonly villages: number
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * Fills what the dashboard reads as after five years: a value of each indicator for each desa and triwulan, targets of each
 * year, and tindak lanjut of all those years, most of them finished, with bukti dukung, postponements and contributions.
 */
export async function fillDashboard(dataDir: string): Promise<Filled> {
  const urls = await runningEmbedded(dataDir)
  if (urls === null) throw new Error('the database is not running')
  const { sql, close } = openDatabase(urls.ownerUrl, { max: 1 })
  const digit = (at: string) => sql.unsafe(`substr('${DIGITS}', (${at}) % 62 + 1, 1)`)
  await sql.begin(async tx => {
    await tx`
      insert into programme (id, name, strategy, owner_opd_id, position, created_by, created_at, updated_at)
      select gen_random_uuid(), 'Program percobaan ' || n, (array['a', 'b', 'c'])[1 + n % 3],
        (select id from opd where active order by position, id offset n % 20 limit 1), 100 + n,
        (select id from person limit 1), now(), now()
      from generate_series(1, 10) n`
    await tx`
      insert into indicator (id, programme_id, name, unit, decimals, direction, level, roll_up, accumulation, frequency,
        factor, source, owner_opd_id, baseline, baseline_date, position, created_by, created_at, updated_at)
      select gen_random_uuid(), p.id, 'Indikator percobaan ' || n, case when n % 2 = 0 then '%' else 'unit' end, n % 3,
        (array['turun', 'naik', 'turun', 'hitung_mundur'])[1 + n % 4], 'desa',
        case when n % 2 = 0 then 'rasio' else 'jumlah' end, 'terakhir', 'triwulan',
        case when n % 2 = 0 then 100 end, 'Percobaan', p.owner_opd_id, 40, date '2021-12-31', n, p.created_by, now(), now()
      from generate_series(1, ${INDICATORS}) n
      join programme p on p.name = 'Program percobaan ' || (1 + n % 10)`
    await tx`
      insert into indicator_definition (id, indicator_id, version, definition, year, quarter, breaks, created_by, created_at)
      select gen_random_uuid(), id, v, 'Definisi ' || v, 2021 + v, 1, v = 2, created_by, now()
      from indicator cross join generate_series(1, 2) v where name like 'Indikator percobaan %'`
    await tx`
      insert into indicator_target (id, indicator_id, region_code, year, quarter, value, set_by, set_at)
      select gen_random_uuid(), i.id, r.code, y, 0, case when i.roll_up = 'rasio' then 30 - 2 * (y - 2022) else 20 end,
        i.created_by, now()
      from indicator i cross join (select code from district union all select '') r
      cross join generate_series(2022, ${2021 + YEARS}) y
      where i.name like 'Indikator percobaan %'`
    await tx`
      insert into indicator_value (id, indicator_id, region_code, year, quarter, value, numerator, denominator, finality,
        as_of, source, definition_version, created_by, created_at, verified_by, verified_at)
      select gen_random_uuid(), i.id, v.code, y, q, round(n::numeric / d * coalesce(i.factor, 1), 4),
        case when i.roll_up = 'rasio' then n end, case when i.roll_up = 'rasio' then d end,
        case when y = ${2021 + YEARS} and q > 2 then 'sementara' else 'final' end,
        make_date(y, q * 3, 28), 'Percobaan', case when y = 2022 then 1 else 2 end, i.created_by,
        make_timestamptz(y, q * 3, 28, 3, 0, 0), i.created_by, make_timestamptz(y, q * 3, 28, 3, 0, 0)
      from indicator i
      cross join village v
      cross join generate_series(2022, ${2021 + YEARS}) y
      cross join generate_series(1, 4) q
      cross join lateral (
        select 10 + hashtext(i.id::text || v.code || y || q)::bigint % 8 + 8 as n,
          case when i.roll_up = 'rasio' then 100 + hashtext(v.code)::bigint % 40 + 40 else 1 end as d
      ) s
      where i.name like 'Indikator percobaan %'`
    await tx`
      insert into card (id, title, owner_opd_id, jabatan, due, priority, strategy, status, finished_at, progress, rank,
        revision, created_by, created_at, updated_at)
      select gen_random_uuid(), 'Tindak lanjut percobaan nomor ' || n || ' di kecamatan sampai triwulan depan',
        (select id from opd where active order by position, id offset n % 40 limit 1), 'Kepala Bidang',
        (added + interval '60 days')::date, 'sedang', (array['a', 'b', 'c'])[1 + n % 3], status,
        case when status = 'selesai' then least(added + (20 + n % 70) * interval '1 day', now()) end, n % 101,
        'e' || ${digit('n / 14776336')} || ${digit('n / 238328')} || ${digit('n / 3844')} || ${digit('n / 62')} || ${digit('n')},
        (select revision from board), (select id from person limit 1), added, now()
      from (
        select n, now() - ((${CARDS} - n) * ${YEARS} * 365.0 / ${CARDS}) * interval '1 day' as added,
          case when n < ${CARDS} * 0.94 and n % 50 <> 0 then 'selesai'
            else (array['belum', 'berjalan', 'berjalan', 'menunggu_verifikasi', 'selesai'])[1 + n % 5] end as status
        from generate_series(1, ${CARDS}) n
      ) lines`
    await tx`
      insert into card_evidence (id, card_id, title, url, added_by, added_at, state, decided_by, decided_at)
      select gen_random_uuid(), id, 'Berita acara', 'https://contoh.test/bukti', created_by, created_at, 'diterima',
        created_by, coalesce(finished_at, now())
      from card where created_by is not null and (status = 'selesai' or progress % 4 = 1)`
    await tx`
      insert into card_postponement (id, card_id, from_date, to_date, reason, by, at)
      select gen_random_uuid(), id, due - 30, due, 'Menunggu anggaran', created_by, created_at + interval '20 days'
      from card where created_by is not null and due is not null and progress % 3 = 0`
    await tx`
      insert into card_contribution (card_id, indicator_id, quantity, added_by, added_at)
      select c.id, i.id, 10, c.created_by, c.created_at
      from (select *, row_number() over (order by id) as nr from card where created_by is not null) c
      join (select id, row_number() over (order by id) as nr from indicator where name like 'Indikator percobaan %') i
        on i.nr = 1 + c.nr % (${INDICATORS} - 5)
      where c.nr % 2 = 0`
  })
  // As after a night: what the planner knows is what is there.
  await sql`vacuum analyze`
  const [filled] = await sql<Filled[]>`
    select (select count(*)::int from indicator_value) as values,
      (select count(*)::int from card where removed_at is null) as cards, (select count(*)::int from village) as villages`
  await close()
  return filled ?? { values: 0, cards: 0, villages: 0 }
}
