// Loaded before a server (`node --import`), it puts the clock of its process back by a day.
const DAY_MS = 24 * 3_600_000
const { now } = Date

globalThis.Date = new Proxy(Date, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length > 0 ? args : [now() - DAY_MS], newTarget),
  get: (target, name, receiver) => (name === 'now' ? () => now() - DAY_MS : Reflect.get(target, name, receiver)),
})
