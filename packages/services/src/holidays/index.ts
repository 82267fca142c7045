export {
  addFixedHolidays,
  type HolidayView,
  type HolidayYear,
  holidaysBetween,
  holidaysOfYear,
  putHoliday,
  removeHoliday,
} from './holidays'
export { type HolidayInput, holidayDateInput, holidayInput, holidayYearInput } from './inputs'
