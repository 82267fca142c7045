import type {
  CardSubject,
  CommitmentSubject,
  FileSubject,
  OfficeSubject,
  PersonSubject,
  RapatSubject,
  RemarkSubject,
  SeriesSubject,
} from './permission-condition'

/** What somebody may do, and what it is asked about. */
interface Subjects {
  'demo.see': undefined
  'beranda.read': undefined
  'rapat.list': undefined
  'rapat.create': undefined
  'people.read': undefined
  'directory.read': undefined
  /** Changes what holds for the whole regency. */
  'setting.edit': undefined
  /** Changes kecamatan, desa and kelurahan. */
  'wilayah.edit': undefined
  /** Adds, changes, merges OPD, and their jabatan. */
  'opd.edit': undefined
  /** Working groups across OPD. */
  'pokja.edit': undefined
  /** Says who is camat and who is operator of a desa; sees their phone numbers. */
  'operator.edit': undefined
  /** The mail server, and a message to try it. */
  'mail.configure': undefined
  /** Letters and jobs that wait, failed or are done; trying them again. */
  'queue.manage': undefined
  /** The schedule of backups and their retention, taking one now, and the list of archives. */
  'backup.manage': undefined
  /** How the installation is: versions, database, disk, mail. */
  'status.read': undefined
  /** Reads the audit and takes it along as a file. */
  'audit.read': undefined
  'profile.edit': PersonSubject
  'session.end': PersonSubject
  'journal-key.read': PersonSubject
  /** Sees what is kept about oneself, takes a copy, and asks that it is erased. */
  'own-data.use': PersonSubject
  /** Reads what one was told, and says how it comes. */
  'kabar.use': PersonSubject
  /** Decides that what is kept about somebody is erased. */
  'erasure.decide': undefined
  /** What is kept about people and for how long, in general. */
  'privacy-notice.read': undefined
  /** Sees every account: e-mail, NIP, sign-ins, what slows them down. */
  'account.read': undefined
  /** Adds, changes, invites, deactivates and reactivates accounts, ends their sessions, lifts their limits. */
  'account.manage': undefined
  /** Gives a jabatan to somebody, and hands it over. */
  'jabatan.assign': undefined
  /** Adds and removes one's own second factors. */
  'factor.manage': PersonSubject
  /** Removes those of somebody whose device is lost. */
  'factor.reset': undefined
  /** Sets the rules of the way in: who must have a second factor, which provider signs people in. */
  'door.manage': undefined
  /** Sees who may do what, and why. */
  'permission.read': undefined
  /** Looks at the portal as another person. */
  'account.view-as': undefined
  'rapat.read': RapatSubject
  'rapat.edit': RapatSubject
  'rapat.set-status': RapatSubject
  'peserta.edit': RapatSubject
  /** Makes a link by which a guest comes in, and makes it anew. */
  'tamu.invite': RapatSubject
  /** Sees the links of guests, and revokes them. */
  'tamu.revoke': RapatSubject
  /** Sees telephone numbers of who takes part: the organisers. */
  'peserta.contact': RapatSubject
  /** Sees the series, their rapat as far as they may be read, and what was proposed. */
  'series.read': undefined
  /** Makes and changes series, and opens their next rapat. */
  'series.edit': undefined
  /** Proposes a topic for the next rapat of a series. */
  'agenda.propose': SeriesSubject
  /** Accepts a proposed topic, or returns it. */
  'agenda.decide': undefined
  /** Takes back what one has proposed. */
  'agenda.withdraw': PersonSubject
  /** Leaves an item of the agenda to the next rapat. */
  'agenda.postpone': RapatSubject
  /** Opens the board of tindak lanjut, with the cards that this person may read. */
  'kartu.list': undefined
  'kartu.read': CardSubject
  /** Adds a tindak lanjut that no rapat has decided. */
  'kartu.create': CardSubject
  /** Puts a card elsewhere, and says how far it is. */
  'kartu.move': CardSubject
  /** Says what is to be done and how far it is: description, steps, progress, kendala, supporting OPD. */
  'kartu.edit': CardSubject
  /** Says otherwise what it is called, whose it is, until when and how urgent; puts away and repeats what no rapat has decided. */
  'kartu.decide': CardSubject
  /** Hands in evidence. */
  'kartu.prove': CardSubject
  /** Comments on a card, and follows it. */
  'kartu.discuss': CardSubject
  /** Judges evidence: declares finished, called off, or open again. */
  'kartu.verify': CardSubject
  /** Keeps a filter and how its view is put, for oneself or one's OPD. */
  'tampilan.save': undefined
  /** Shares one with everybody, and takes such a one away. */
  'tampilan.share': undefined
  'tampilan.remove': PersonSubject
  /** Says which days are holidays. */
  'libur.edit': undefined
  /** Reads programmes, indicators, their targets and the values that hold. */
  'target.read': undefined
  /** Makes and changes programmes and indicators, gives definitions and targets. */
  'target.edit': undefined
  /** Corrects a value that was accepted, and brings in values by file, with the reason. */
  'capaian.correct': undefined
  /** Reads what an OPD reports for a triwulan. */
  'laporan-opd.read': OfficeSubject
  /** Fills it in, hands in its bukti dukung, and sends it. */
  'laporan-opd.fill': OfficeSubject
  /** Accepts it, or returns it with a note. */
  'laporan-opd.review': undefined
  /** Opens the dashboard of all OPD. */
  'dasbor.read': undefined
  /** Opens the page of one OPD in it. */
  'dasbor.opd': OfficeSubject
  /** Reads and takes along the report of a triwulan. */
  'laporan.read': undefined
  /** Writes the note of the pimpinan in it. */
  'laporan.note': undefined
  /** Reads indicators that are public, and takes them along as open data. */
  'data.read': undefined
  /** Says which indicators a tindak lanjut contributes to. */
  'kartu.contribute': CardSubject
  /** Gives a tindak lanjut a later tenggat. */
  'tindak-lanjut.postpone': RapatSubject
  /** Reads the letter of invitation, and takes it along. */
  'undangan.read': RapatSubject
  /** Changes what the letter says beside the rapat's facts. */
  'undangan.edit': RapatSubject
  /** Mails it to everybody who is invited. */
  'undangan.send': RapatSubject
  /** Says whether they come: for themselves, or for their OPD. */
  'rsvp.answer': RapatSubject
  'attendance.read': RapatSubject
  /** Marks who is there, and answers for them. */
  'attendance.edit': RapatSubject
  /** Marks oneself, by the code on the wall. */
  'attendance.check-in': RapatSubject
  'notula.read': RapatSubject
  'notula.write': RapatSubject
  /** Submits a notula for ratification. */
  'notula.submit': RapatSubject
  /** Takes one's submission back. */
  'notula.withdraw': RapatSubject
  /** Sends it back with a note. */
  'notula.return': RapatSubject
  /** Approves it, as pimpinan rapat or notulis. */
  'notula.approve': RapatSubject
  /** Proposes a correction of what is sealed, and withdraws it. */
  'koreksi.propose': RapatSubject
  /** Approves a correction or sends it back; the subject names who stands in for officers that left. */
  'koreksi.approve': RapatSubject
  /** Takes the notula along, and what is made of it: cuplikan, berita acara, matriks. */
  'kertas.read': RapatSubject
  /** Asks that a paper one may take along is made. */
  'kertas.ask': RapatSubject
  /** Brings back the signed PDF of what is sealed. */
  'tte.add': RapatSubject
  'riwayat.read': RapatSubject
  /** Gives a version of the notula a name. */
  'riwayat.name': RapatSubject
  /** Brings back a version, or a sentence that was saved. */
  'riwayat.restore': RapatSubject
  /** Takes a passage out of the notula and all its history, for good. */
  'riwayat.redact': RapatSubject
  /** Reads what was remarked beside the notula. */
  'komentar.read': RapatSubject
  /** Remarks on it, suggests another wording, answers. */
  'komentar.write': RapatSubject
  /** Closes a remark, opens it again, takes a suggestion back. */
  'komentar.close': RemarkSubject
  /** Takes a suggested wording over into the notula, or declines it. */
  'usulan.decide': RapatSubject
  /** Accepts a tindak lanjut when it is read back, or counters it. */
  'tindak-lanjut.answer': CommitmentSubject
  'berkas.read': RapatSubject
  'berkas.add': RapatSubject
  /** Takes a file out of sight, and back. */
  'berkas.remove': FileSubject
  /** Sees and fetches files that were removed. */
  'berkas.read-removed': RapatSubject
}

export type Action = keyof Subjects
