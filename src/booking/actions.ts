export { type BookingRequest, book } from './book'
export { cancel } from './cancel'
export { reschedule } from './move'
export { noteAttendance } from './note-attendance'
