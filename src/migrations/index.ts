import * as migration_20261126_014214_initial from './20261126_014214_initial';

export const migrations = [
  {
    up: migration_20261126_014214_initial.up,
    down: migration_20261126_014214_initial.down,
    name: '20261126_014214_initial'
  },
];
