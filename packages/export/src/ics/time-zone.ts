import type { Zone } from '@mufakat/domain'

/** Names of the IANA database for the zones of the country. */
const ZONE_NAME: Readonly<Record<Zone, string>> = {
  WIB: 'Asia/Jakarta',
  WITA: 'Asia/Makassar',
  WIT: 'Asia/Jayapura',
}
const OFFSET: Readonly<Record<Zone, string>> = { WIB: '+0700', WITA: '+0800', WIT: '+0900' }

export const zoneName = (zone: Zone): string => ZONE_NAME[zone]

/** The zone as a file carries it for readers without the database: one offset all year, since 1988 (Keppres 41/1987). */
export const timeZone = (zone: Zone): string[] => [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE_NAME[zone]}`,
  'BEGIN:STANDARD',
  'DTSTART:19880101T000000',
  `TZOFFSETFROM:${OFFSET[zone]}`,
  `TZOFFSETTO:${OFFSET[zone]}`,
  `TZNAME:${zone}`,
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** "20261208T090000": what the clock on the wall shows, so many minutes after a day and hour. */
export function wallTime(date: string, time: string, minutesLater = 0): string {
  const wall = new Date(Date.parse(`${date}T${time}:00Z`) + minutesLater * 60_000)
  return wall.toISOString().slice(0, 19).replace(/[-:]/g, '')
}

export const utcTime = (moment: Date): string => `${moment.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
