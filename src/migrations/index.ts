import * as migration_20261126_014214_initial from './20261126_014214_initial';
import * as migration_20261126_090000_follow_up_and_meetings from './20261126_090000_follow_up_and_meetings';
import * as migration_20261126_130000_bookings_and_replies from './20261126_130000_bookings_and_replies';
import * as migration_20261126_170000_meeting_promises from './20261126_170000_meeting_promises';

export const migrations = [
  {
    up: migration_20261126_014214_initial.up,
    down: migration_20261126_014214_initial.down,
    name: '20261126_014214_initial',
  },
  {
    up: migration_20261126_090000_follow_up_and_meetings.up,
    down: migration_20261126_090000_follow_up_and_meetings.down,
    name: '20261126_090000_follow_up_and_meetings',
  },
  {
    up: migration_20261126_130000_bookings_and_replies.up,
    down: migration_20261126_130000_bookings_and_replies.down,
    name: '20261126_130000_bookings_and_replies',
  },
  {
    up: migration_20261126_170000_meeting_promises.up,
    down: migration_20261126_170000_meeting_promises.down,
    name: '20261126_170000_meeting_promises'
  },
];
