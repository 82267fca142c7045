/** Words of Pengaturan about backups. */
export const cadanganId = {
  'cadangan.title': 'Cadangan',
  'cadangan.lead': 'Salinan basis data dan berkas, untuk dipulihkan bila server rusak.',
  'cadangan.now': 'Cadangkan sekarang',
  'cadangan.asked': 'Cadangan diminta. Halaman ini boleh ditinggalkan.',
  'cadangan.saved': 'Pengaturan cadangan tersimpan.',
  'cadangan.waiting': 'Cadangan menunggu pekerja (worker). Biasanya mulai dalam hitungan detik.',
  'cadangan.running': 'Sedang mencadangkan: {percent}',
  'cadangan.progress': 'Kemajuan cadangan',
  'cadangan.reload': 'Muat ulang',
  'cadangan.old': 'Cadangan baik terakhir sudah lebih dari dua hari: {at}.',
  'cadangan.never': 'Belum pernah dicadangkan. Bila server rusak, semuanya hilang.',
  'cadangan.failed': 'Cadangan {at} gagal.',
  'cadangan.failure.disk-full':
    'Ruang disk tidak cukup untuk arsip baru. Kosongkan disk, kurangi jumlah yang disimpan, atau pilih folder lain; lalu cadangkan lagi.',
  'cadangan.failure.folder-missing':
    'Folder tujuan tidak ada. Pastikan disk atau folder bersama (BACKUP_DIR) terpasang di server, atau pilih folder data.',
  'cadangan.failure.folder-refused':
    'Folder tujuan tidak boleh ditulisi. Beri pengguna Mufakat di server hak menulis ke folder itu.',
  'cadangan.failure.database':
    'Basis data tidak menjawab atau menolak dibaca. Periksa Status sistem dan log pekerja (worker), lalu cadangkan lagi.',
  'cadangan.failure.interrupted':
    'Pekerja (worker) terhenti di tengah jalan. Pastikan ia berjalan (Status sistem), lalu cadangkan lagi.',
  'cadangan.failure.not-whole':
    'Arsip yang baru ditulis tidak sama ketika dibaca lagi, dan sudah dihapus. Periksa kesehatan disk tujuan.',
  'cadangan.failure.unexpected': 'Sebabnya ada di log pekerja (worker) di server.',

  'cadangan.archives': 'Arsip',
  'cadangan.archives.empty': 'Belum ada arsip',
  'cadangan.archives.empty.help': 'Tekan “Cadangkan sekarang”, atau nyalakan jadwal di bawah.',
  'cadangan.taken': 'Dibuat',
  'cadangan.size': 'Ukuran',
  'cadangan.content': 'Isi (SHA-256)',
  'cadangan.verified': 'Diperiksa',
  'cadangan.whole': 'Utuh',
  'cadangan.gone': 'Berkasnya tidak ada',
  'cadangan.elsewhere': 'Ditaruh oleh perintah',
  'cadangan.by': 'Oleh',
  'cadangan.kind.schedule': 'Jadwal',
  'cadangan.kind.manual': 'Diminta',
  'cadangan.kind.command': 'Perintah di server',
  'cadangan.server-only':
    'Arsip memuat semua data, jadi tidak dapat diunduh dari sini. Salin dari folder itu di server ke tempat lain secara berkala. Kunci tidak ikut di dalamnya: simpan terpisah dengan npm run backup -- PATH --keys FOLDER.',

  'cadangan.settings': 'Jadwal dan penyimpanan',
  'cadangan.scheduled': 'Cadangkan setiap hari',
  'cadangan.hour': 'Jam',
  'cadangan.hour.help': 'Waktu {zone}. Semua orang dapat terus bekerja selama itu.',
  'cadangan.place': 'Folder',
  'cadangan.place.data': 'Folder data Mufakat',
  'cadangan.place.data.note': 'Ikut hilang bila disk server rusak, kecuali disalin ke tempat lain.',
  'cadangan.place.mounted': 'Folder yang dipasang di server (BACKUP_DIR)',
  'cadangan.place.free': 'Tersisa {free} dari {total}',
  'cadangan.place.missing': 'Folder tidak ada sekarang',
  'cadangan.keep': 'Yang disimpan',
  'cadangan.keep.help':
    'Yang terbaru dari tiap hari, minggu, dan bulan; selebihnya dihapus sehari kemudian. Arsip baik yang terakhir tidak pernah dihapus.',
  'cadangan.daily': 'Harian',
  'cadangan.weekly': 'Mingguan',
  'cadangan.monthly': 'Bulanan',
} as const
