export { type BookingRequest, type BookingResult, book } from './book'
export { type CancelResult, cancel } from './cancel'
export { type MoveResult, reschedule } from './move'
