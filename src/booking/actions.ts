export { type BookedMeeting, type BookingRequest, book, bookedBefore } from './book'
export { cancel } from './cancel'
export { reschedule } from './move'
export { noteAttendance } from './note-attendance'
