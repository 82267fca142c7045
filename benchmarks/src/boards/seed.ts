import { openDatabase, runningEmbedded } from '@mufakat/db'

/** As many OPD as a regency has: each a lane. */
export const LANES = 40
/** Of ranks (domain, PP1). */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * Fills the board up to so many cards: titles as long as a notula's, spread over every OPD and column, a third with
 * bukti dukung, and a rank as an addition at the end would give it.
 */
export async function fillBoard(dataDir: string, wanted: number): Promise<void> {
  const urls = await runningEmbedded(dataDir)
  if (urls === null) throw new Error('the database is not running')
  const { sql, close } = openDatabase(urls.ownerUrl, { max: 1 })
  await sql`
    insert into opd (id, name, short_name, kind, position)
    select gen_random_uuid(), 'Dinas Percobaan ' || n, 'Dinas ' || n, 'dinas', 1000 + n
    from generate_series(1, ${LANES} - (select count(*)::int from opd where active)) n`
  const digit = (at: string) => sql.unsafe(`substr('${DIGITS}', (${at}) % 62 + 1, 1)`)
  await sql.begin(async tx => {
    await tx`
      insert into card (id, title, owner_opd_id, jabatan, due, priority, strategy, status, finished_at, progress, rank,
        revision, created_by, created_at, updated_at)
      select gen_random_uuid(),
        (array['Menyusun', 'Memverifikasi', 'Mendata ulang', 'Menganggarkan', 'Melaporkan', 'Menetapkan'])[1 + n % 6] || ' ' ||
        (array['daftar rumah tidak layak huni', 'jadwal penyaluran bantuan air bersih', 'lahan untuk permukiman kembali',
          'usulan jamban keluarga per desa', 'kebutuhan sanitasi sekolah'])[1 + n % 5] || ' di kecamatan nomor ' || n || ' sampai triwulan depan',
        (select id from opd where active order by position, id offset n % ${LANES} limit 1),
        case when n % 3 = 0 then 'Kepala Bidang' end,
        date '2026-11-01' + n % 90,
        (array['rendah', 'sedang', 'tinggi', 'mendesak'])[1 + n % 4], (array['a', 'b', 'c'])[1 + n % 3], status,
        case when status = 'selesai' then now() end, n % 101, rank,
        (select revision from board), (select id from person limit 1), now(), now()
      from (
        select n, 'd' || ${digit('n / 238328')} || ${digit('n / 3844')} || ${digit('n / 62')} || ${digit('n')} as rank,
          (array['belum', 'belum', 'berjalan', 'berjalan', 'berjalan', 'menunggu_verifikasi', 'selesai'])[1 + n / ${LANES} % 7] as status
        from generate_series((select count(*)::int from card where removed_at is null) + 1, ${wanted}) n
      ) lines`
    await tx`
      insert into card_evidence (id, card_id, title, url, added_by, added_at)
      select gen_random_uuid(), id, 'Berita acara', 'https://contoh.test/bukti', created_by, now()
      from card where progress % 3 = 1 and created_by is not null
        and not exists (select from card_evidence e where e.card_id = card.id)`
  })
  // As after a night: what the planner knows is what is there.
  await sql`analyze`
  await close()
}
