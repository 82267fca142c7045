import { kabarLineId } from './kabar-line.id'

/** The words of letters; no browser ever loads them. */
export const mailId = {
  ...kabarLineId,
  'mail.hello': 'Yth. {name},',
  'mail.link': 'Bila tombol tidak dapat dibuka, salin alamat ini ke peramban:',
  'mail.automatic':
    'Surel ini dikirim otomatis oleh Mufakat, portal rapat {regency}. Mohon tidak membalasnya.',
  'mail.automatic.plain': 'Surel ini dikirim otomatis oleh Mufakat. Mohon tidak membalasnya.',
  'mail.expires': 'Tautan ini berlaku sampai {at} dan hanya dapat dipakai satu kali.',

  'mail.invitation.subject': 'Undangan akun Mufakat',
  'mail.invitation.body':
    'Sebuah akun Mufakat telah dibuat untuk Anda. Pilih kata sandi untuk mulai memakainya.',
  'mail.invitation.by':
    '{invitedBy} mengundang Anda ke Mufakat. Pilih kata sandi untuk mulai memakai akun Anda.',
  'mail.invitation.action': 'Terima undangan',
  'mail.invitation.ignore': 'Bila Anda tidak mengenal undangan ini, abaikan saja surel ini.',

  'mail.password-reset.subject': 'Atur ulang kata sandi Mufakat',
  'mail.password-reset.body': 'Ada permintaan untuk mengatur ulang kata sandi akun Mufakat Anda.',
  'mail.password-reset.action': 'Atur ulang kata sandi',
  'mail.password-reset.ignore':
    'Bila bukan Anda yang meminta, abaikan surel ini; kata sandi Anda tidak berubah.',

  'mail.email-change-confirm.subject': 'Pastikan alamat surel baru Anda',
  'mail.email-change-confirm.body':
    'Alamat ini diminta menjadi alamat surel akun Mufakat Anda. Perubahan berlaku setelah Anda memastikannya.',
  'mail.email-change-confirm.action': 'Pastikan alamat ini',
  'mail.email-change-confirm.ignore':
    'Bila bukan Anda yang meminta, abaikan surel ini; tidak ada yang berubah.',

  'mail.email-change-notice.subject': 'Perubahan alamat surel akun Mufakat',
  'mail.email-change-notice.body': 'Pada {at} alamat surel akun Mufakat Anda diganti menjadi {newEmail}.',
  'mail.email-change-notice.action': 'Kembalikan alamat saya',
  'mail.email-change-notice.ignore':
    'Bila Anda sendiri yang menggantinya, abaikan surel ini. Bila bukan, tautan ini memberlakukan lagi alamat lama, mengeluarkan semua perangkat, dan meminta kata sandi baru.',
  'mail.security.not-you':
    'Bila bukan Anda yang melakukannya, segera hubungi admin Mufakat di kantor Anda dan ganti kata sandi.',

  'mail.notices.subject': 'Pemberitahuan Mufakat: {first}',
  'mail.notices.subject.more': 'Pemberitahuan Mufakat: {first} dan {n} lainnya',
  'mail.notices.digest': 'Ringkasan pemberitahuan yang belum Anda baca.',
  'mail.notices.instant': 'Ada pemberitahuan baru untuk Anda.',
  'mail.notices.more': 'Masih ada {n} pemberitahuan lain di Mufakat.',
  'mail.notices.action': 'Buka pemberitahuan',
  'mail.notices.note': 'Untuk membukanya, masuk terlebih dahulu.',
  'mail.notices.settings':
    'Cara dan waktu surel ini dikirim dapat diatur di Mufakat: Profil → Pemberitahuan.',
  'mail.mention.subject': 'Anda disebut dalam komentar',
  'mail.mention.body': '{by} menyebut Anda dalam komentar pada notula “{rapat}”.',
  'mail.mention.action': 'Buka komentar',
  'mail.mention.note': 'Isi komentar hanya dapat dibaca setelah masuk.',
  'mail.guest-link.subject': 'Undangan sebagai tamu rapat',
  'mail.guest-link.body':
    'Anda diundang sebagai tamu pada {rapat}. Agenda dan notulanya dapat Anda buka di Mufakat.',
  'mail.guest-link.action': 'Buka rapat',
  'mail.guest-link.expires': 'Tautan ini berlaku sampai {at} dan dapat dipakai berulang kali.',
  'mail.guest-link.own':
    'Tautan ini untuk Anda sendiri: siapa pun yang membukanya masuk dengan nama Anda. Mohon tidak diteruskan.',

  'mail.notula.action': 'Buka notula',
  'mail.notula.sign-in': 'Anda diminta masuk dahulu bila belum.',
  'mail.notula-submitted.subject': 'Notula menunggu pemeriksaan Anda',
  'mail.notula-submitted.body':
    'Notula {rapat} telah diajukan kepada Anda sebagai pimpinan rapat. Periksa, lalu sahkan atau kembalikan dengan catatan.',
  'mail.notula-returned.subject': 'Notula dikembalikan',
  'mail.notula-returned.body': 'Notula {rapat} dikembalikan kepada Anda untuk diperbaiki.',
  'mail.notula-returned.note': 'Catatan: {note}',
  'mail.notula-ratified.subject': 'Notula telah disahkan',
  'mail.notula-ratified.body':
    'Notula {rapat} telah disahkan oleh pimpinan rapat dan notulis. Isinya tidak berubah lagi; keputusan dan tindak lanjut berlaku seperti tercantum.',
  'mail.notula-ratified.code': 'Kode pemeriksaan: {code}.',
  'mail.report-returned.subject': 'Laporan triwulan dikembalikan',
  'mail.report-returned.body':
    'Laporan {opd} untuk triwulan {quarter} {year} dikembalikan untuk diperbaiki, lalu dikirim lagi.',
  'mail.report.action': 'Buka laporan',
  'mail.koreksi.action': 'Buka Koreksi',
  'mail.koreksi-submitted.subject': 'Koreksi notula menunggu persetujuan Anda',
  'mail.koreksi-submitted.body':
    'Koreksi {n} atas notula {rapat} yang telah disahkan diusulkan. Periksa kalimat semula dan menjadi, lalu sahkan atau kembalikan dengan catatan.',
  'mail.koreksi-submitted.reason': 'Alasan: {reason}',
  'mail.koreksi-returned.subject': 'Koreksi notula dikembalikan',
  'mail.koreksi-returned.body': 'Koreksi {n} atas notula {rapat} dikembalikan dan tidak berlaku.',
  'mail.koreksi-returned.note': 'Catatan: {note}',
  'mail.koreksi-ratified.subject': 'Koreksi notula telah disahkan',
  'mail.koreksi-ratified.body':
    'Koreksi {n} atas notula {rapat} telah disahkan dan berlaku bersama notulanya. Naskah semula tetap seperti ketika disahkan; keduanya ditampilkan berdampingan.',
  'mail.koreksi-ratified.code': 'Kode pemeriksaan Koreksi: {code}.',

  'mail.security-notice.subject': 'Pemberitahuan keamanan akun Mufakat',
  'mail.security-notice.totp-added': 'Pada {at} aplikasi autentikator dipasang pada akun Anda.',
  'mail.security-notice.totp-removed': 'Pada {at} aplikasi autentikator dilepas dari akun Anda.',
  'mail.security-notice.passkey-added': 'Pada {at} sebuah passkey ditambahkan pada akun Anda.',
  'mail.security-notice.passkey-removed': 'Pada {at} sebuah passkey dihapus dari akun Anda.',
  'mail.security-notice.recovery-codes-made':
    'Pada {at} kode pemulihan baru dibuat untuk akun Anda; kode yang lama tidak berlaku lagi.',
  'mail.security-notice.recovery-code-used':
    'Pada {at} sebuah kode pemulihan dipakai untuk masuk ke akun Anda.',
  'mail.security-notice.oidc-linked': 'Pada {at} akun Anda dihubungkan dengan penyedia identitas instansi.',
  'mail.security-notice.oidc-unlinked':
    'Pada {at} hubungan akun Anda dengan penyedia identitas instansi dilepas.',
  'mail.security-notice.factors-reset':
    'Pada {at} seorang admin melepas semua pengaman tambahan (autentikator, passkey, kode pemulihan) dari akun Anda.',
  'mail.security-notice.password-changed': 'Pada {at} kata sandi akun Anda diganti.',

  'mail.rapat.open': 'belum ditentukan',
  'mail.rapat.hour': '{hour} {zone}',
  'mail.rapat.fact.date': 'Hari/tanggal: {value}',
  'mail.rapat.fact.startTime': 'Waktu: {value} – selesai',
  'mail.rapat.fact.place': 'Tempat: {value}',
  'mail.rapat.fact.title': 'Acara: {value}',
  'mail.rapat.change.title': 'Acara: {before} → {after}',
  'mail.rapat.change.date': 'Hari/tanggal: {before} → {after}',
  'mail.rapat.change.startTime': 'Waktu: {before} → {after}',
  'mail.rapat.change.place': 'Tempat: {before} → {after}',
  'mail.rapat.action': 'Buka undangan dan jawab',
  'mail.rapat.note': 'Mohon jawab: hadir, diwakilkan, atau izin.',
  'mail.rapat.number': 'Nomor surat undangan: {number}.',
  'mail.rapat.calendar.in': 'Lampiran undangan.ics menaruh rapat ini di kalender Anda pada jam yang benar.',
  'mail.rapat.calendar.out': 'Lampiran undangan.ics mengeluarkan rapat ini dari kalender Anda.',
  'mail.rapat-invited.subject': 'Undangan: {title}',
  'mail.rapat-invited.body': 'Bersama ini kami mengundang Anda untuk hadir pada {title}.',
  'mail.rapat-changed.subject': 'Perubahan undangan: {title}',
  'mail.rapat-changed.body': 'Undangan {title} berubah sebagai berikut.',
  'mail.rapat-rescheduled.subject': 'Dijadwalkan kembali: {title}',
  'mail.rapat-rescheduled.body': '{title} yang semula ditunda dijadwalkan kembali.',
  'mail.rapat-postponed.subject': 'Ditunda: {title}',
  'mail.rapat-postponed.body': '{title} ditunda. Waktu yang baru akan diberitahukan.',
  'mail.rapat-cancelled.subject': 'Dibatalkan: {title}',
  'mail.rapat-cancelled.body': '{title} dibatalkan. Mohon maaf atas perubahan ini.',
  'mail.rapat-withdrawn.subject': 'Undangan ditarik: {title}',
  'mail.rapat-withdrawn.body': 'Undangan Anda untuk {title} ditarik kembali. Rapat tetap berlangsung.',

  'mail.erasure-granted.subject': 'Data pribadi Anda di Mufakat sudah dihapus',
  'mail.erasure-granted.body':
    'Atas permintaan Anda, pada {at} akun Mufakat Anda ditutup dan data pribadi Anda dihapus: surel, nomor HP, kata sandi, sesi, dan tautan. Ini tidak dapat dibatalkan.',
  'mail.erasure-granted.kept':
    'Nama Anda tetap tercantum pada arsip resmi, yaitu notula, keputusan, dan catatan audit, karena Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan mewajibkannya.',
  'mail.erasure-refused.subject': 'Permintaan penghapusan data Anda di Mufakat',
  'mail.erasure-refused.body': 'Pada {at} permintaan Anda untuk menghapus data pribadi diputuskan: ditolak.',
  'mail.erasure-refused.reason': 'Alasannya: {reason}',
  'mail.erasure-refused.next':
    'Bila Anda tidak setuju, hubungi narahubung pelindungan data yang tercantum pada halaman Data pribadi.',

  'mail.proposal-accepted.subject': 'Usulan agenda Anda diterima',
  'mail.proposal-accepted.body': 'Usulan Anda “{title}” untuk {series} diterima.',
  'mail.proposal-accepted.next': 'Topik itu masuk ke agenda rapat berikutnya.',
  'mail.proposal-returned.subject': 'Usulan agenda Anda dikembalikan',
  'mail.proposal-returned.body': 'Usulan Anda “{title}” untuk {series} dikembalikan oleh sekretariat.',
  'mail.proposal-returned.note': 'Alasannya: {note}',
  'mail.proposal-returned.next': 'Anda dapat memperbaikinya dan mengusulkannya lagi di Mufakat.',

  'mail.backup-old.subject': 'Cadangan Mufakat sudah lama',
  'mail.backup-old.body':
    'Cadangan Mufakat yang baik terakhir dibuat pada {at}, lebih dari dua hari yang lalu. Bila server rusak, semua yang ditulis sesudahnya hilang.',
  'mail.backup-old.never':
    'Mufakat belum pernah dicadangkan. Bila server rusak, semua yang sudah ditulis hilang.',
  'mail.backup-old.todo': 'Buka Pengaturan → Cadangan untuk melihat sebabnya dan membuat cadangan sekarang.',

  'mail.test.subject': 'Pesan uji Mufakat',
  'mail.test.body':
    'Pesan ini diminta pada {at} dari Pengaturan. Bila Anda membacanya, pengiriman surel berjalan.',
} as const

export type MailKey = keyof typeof mailId
