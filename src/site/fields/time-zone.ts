import type { TextField } from 'payload'
import { isTimeZone } from '@/platform/time-zone'

/** The name of a time zone, as IANA writes it. */
export const timeZoneField = (extra: { required: boolean; description: string }): TextField => ({
  name: 'timeZone',
  type: 'text',
  required: extra.required,
  maxLength: 64,
  validate: (value: string | null | undefined) => {
    if (!value) return extra.required ? 'Name a time zone, such as Asia/Ho_Chi_Minh.' : true
    return isTimeZone(value) || 'There is no such time zone. Write it as Asia/Ho_Chi_Minh or Europe/Kyiv.'
  },
  admin: { description: extra.description },
})
