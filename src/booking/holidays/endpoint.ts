import { APIError, addDataAndFileToRequest, type Endpoint, Forbidden } from 'payload'
import { isAdmin } from '@/access/roles'
import { CalendarFileError } from '../calendar/calendar-file'
import { HOLIDAY_FILE_LIMIT_BYTES } from './new-holidays'
import { readHolidays } from './read-holidays'

const refusal = (message: string, status: number) => new APIError(message, status, undefined, true)

/**
 * `POST /api/globals/booking/holidays` with `{ file }`, the text of an .ics file, for admins: answers the holidays in it.
 * Nothing is written: the form takes what is new of them, and its Save writes it with all else that was edited.
 * Refusals: 400 for a file that cannot be read, 413 for one that is too large.
 */
export const holidaysEndpoint: Endpoint = {
  path: '/holidays',
  method: 'post',
  async handler(req) {
    if (!isAdmin(req.user)) throw new Forbidden(req.t)
    await addDataAndFileToRequest(req)
    const file: unknown = req.data?.file
    if (typeof file !== 'string' || !file) throw refusal('Choose a calendar file.', 400)
    if (Buffer.byteLength(file) > HOLIDAY_FILE_LIMIT_BYTES) {
      throw refusal('The file is larger than 1 MB: it holds more than holidays.', 413)
    }
    try {
      return Response.json(readHolidays(file, new Date()))
    } catch (error) {
      if (error instanceof CalendarFileError) throw refusal(error.message, 400)
      throw error
    }
  },
}
