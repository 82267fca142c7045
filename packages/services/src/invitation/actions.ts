/** What leaves an entry here; shown in the Riwayat of the rapat. */
export const INVITATION_ACTIONS = ['undangan.edit', 'undangan.send', 'undangan.tell'] as const
