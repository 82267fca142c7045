/** What leaves an entry here; shown in the Riwayat of the rapat. */
export const ATTENDANCE_ACTIONS = [
  'rsvp.answer',
  'attendance.mark',
  'attendance.correct',
  'attendance.check-in',
  'attendance.walk-in',
  'attendance.confirm',
  'attendance.reject',
] as const
