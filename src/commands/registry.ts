import type { CommandName, GroupName, OptionName } from '../locales/help-words.ts';
import type { Command } from './common/command.ts';

interface Entry {
  readonly group: GroupName;
  /** whether it writes: its JSON is then `qabyl.change/1`, errors included */
  readonly changes: boolean;
  readonly load: () => Promise<Command<OptionName>>;
}

/** Every subcommand; the one that is called is the only one loaded. */
export const registry: Readonly<Record<CommandName, Entry>> = {
  init: { group: 'begin', changes: true, load: async () => (await import('./init.ts')).init },
  'import-orgs': {
    group: 'begin',
    changes: true,
    load: async () => (await import('./import-orgs.ts')).importOrgs,
  },
  'import-staff': {
    group: 'begin',
    changes: true,
    load: async () => (await import('./import-staff.ts')).importStaff,
  },
  'assign-role': {
    group: 'begin',
    changes: true,
    load: async () => (await import('./assign-role.ts')).assignRole,
  },
  'grant-access': {
    group: 'begin',
    changes: true,
    load: async () => (await import('./grant-access.ts')).grantAccess,
  },
  'revoke-access': {
    group: 'begin',
    changes: true,
    load: async () => (await import('./revoke-access.ts')).revokeAccess,
  },
  'import-streets': {
    group: 'department',
    changes: true,
    load: async () => (await import('./import-streets.ts')).importStreets,
  },
  'bind-streets': {
    group: 'department',
    changes: true,
    load: async () => (await import('./bind-streets.ts')).bindStreets,
  },
  'review-territory': {
    group: 'school',
    changes: true,
    load: async () => (await import('./review-territory.ts')).reviewTerritory,
  },
  'set-year-settings': {
    group: 'school',
    changes: true,
    load: async () => (await import('./set-year-settings.ts')).setYearSettings,
  },
  'appoint-executor': {
    group: 'school',
    changes: true,
    load: async () => (await import('./appoint-executor.ts')).appointExecutor,
  },
  'check-readiness': {
    group: 'check',
    changes: false,
    load: async () => (await import('./check-readiness.ts')).checkReadiness,
  },
  'find-school': {
    group: 'check',
    changes: false,
    load: async () => (await import('./find-school.ts')).findSchool,
  },
  'explain-houses': {
    group: 'check',
    changes: false,
    load: async () => (await import('./explain-houses.ts')).explainHouses,
  },
  list: { group: 'look', changes: false, load: async () => (await import('./list.ts')).list },
  history: { group: 'look', changes: false, load: async () => (await import('./history.ts')).history },
  show: { group: 'look', changes: false, load: async () => (await import('./show.ts')).show },
  undo: { group: 'look', changes: true, load: async () => (await import('./undo.ts')).undo },
  'verify-history': {
    group: 'look',
    changes: false,
    load: async () => (await import('./verify-history.ts')).verifyHistory,
  },
  backup: { group: 'keep', changes: false, load: async () => (await import('./backup.ts')).backup },
  restore: { group: 'keep', changes: false, load: async () => (await import('./restore.ts')).restore },
  doctor: { group: 'keep', changes: false, load: async () => (await import('./doctor.ts')).doctor },
};
