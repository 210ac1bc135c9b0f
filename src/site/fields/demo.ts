import type { Field } from 'payload'

/** Marks what `npm run demo` wrote, so that `npm run demo:clear` removes it and nothing else. */
export const demoField = (): Field => ({
  name: 'isDemo',
  label: 'Demo content',
  type: 'checkbox',
  defaultValue: false,
  index: true,
  access: { create: () => false, update: () => false },
  admin: { hidden: true },
})
