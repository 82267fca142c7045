import type { cadanganId } from './cadangan.id'

export const cadanganEn: Readonly<Record<keyof typeof cadanganId, string>> = {
  'cadangan.title': 'Backups',
  'cadangan.lead': 'Copies of the database and the files, to restore from when the server breaks.',
  'cadangan.now': 'Back up now',
  'cadangan.asked': 'The backup has been asked for. You may leave this page.',
  'cadangan.saved': 'The settings of backups are saved.',
  'cadangan.waiting': 'The backup waits for the worker. It usually begins within seconds.',
  'cadangan.running': 'Backing up: {percent}',
  'cadangan.progress': 'Progress of the backup',
  'cadangan.reload': 'Reload',
  'cadangan.old': 'The last good backup is more than two days old: {at}.',
  'cadangan.never': 'There has never been a backup. If the server breaks, everything is lost.',
  'cadangan.failed': 'The backup of {at} failed.',
  'cadangan.failure.disk-full':
    'There is not enough room for another archive. Free some, keep fewer, or choose another folder; then back up again.',
  'cadangan.failure.folder-missing':
    'The folder is not there. See that the disk or share (BACKUP_DIR) is mounted on the server, or choose the data folder.',
  'cadangan.failure.folder-refused':
    'The folder may not be written to. Give the user of Mufakat on the server the right to.',
  'cadangan.failure.database':
    'The database does not answer or refuses to be read. Look at System status and the log of the worker, then back up again.',
  'cadangan.failure.interrupted':
    'The worker ended in the middle. See that it runs (System status), then back up again.',
  'cadangan.failure.not-whole':
    'The new archive was not the same when it was read again, and has been removed. Check the health of that disk.',
  'cadangan.failure.unexpected': 'The cause is in the log of the worker on the server.',

  'cadangan.archives': 'Archives',
  'cadangan.archives.empty': 'No archive yet',
  'cadangan.archives.empty.help': 'Press “Back up now”, or switch the schedule on below.',
  'cadangan.taken': 'Taken',
  'cadangan.size': 'Size',
  'cadangan.content': 'Content (SHA-256)',
  'cadangan.verified': 'Checked',
  'cadangan.whole': 'Whole',
  'cadangan.gone': 'Its file is not there',
  'cadangan.elsewhere': 'Put there by a command',
  'cadangan.by': 'By',
  'cadangan.kind.schedule': 'Schedule',
  'cadangan.kind.manual': 'Asked for',
  'cadangan.kind.command': 'Command on the server',
  'cadangan.server-only':
    'An archive holds all data, so it cannot be downloaded here. Copy it from that folder on the server to another place regularly. Keys are not in it: keep them apart with npm run backup -- PATH --keys FOLDER.',

  'cadangan.settings': 'Schedule and retention',
  'cadangan.scheduled': 'Back up every day',
  'cadangan.hour': 'Hour',
  'cadangan.hour.help': 'In {zone}. Everybody can go on working meanwhile.',
  'cadangan.place': 'Folder',
  'cadangan.place.data': 'Data folder of Mufakat',
  'cadangan.place.data.note': 'Lost together with the disk of the server, unless copied elsewhere.',
  'cadangan.place.mounted': 'Folder mounted on the server (BACKUP_DIR)',
  'cadangan.place.free': '{free} of {total} left',
  'cadangan.place.missing': 'The folder is not there now',
  'cadangan.keep': 'What is kept',
  'cadangan.keep.help':
    'The newest of each day, week and month; the others are removed a day later. The last good archive is never removed.',
  'cadangan.daily': 'Daily',
  'cadangan.weekly': 'Weekly',
  'cadangan.monthly': 'Monthly',
}
