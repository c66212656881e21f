import type { Kysely } from 'kysely';
import type { Dialect } from '../dialect.ts';
import { up as firstSeason } from './0001-first-season.ts';

/** Name → what brings the schema there from the one before. */
export type Migrations = Readonly<Record<string, (db: Kysely<unknown>, dialect: Dialect) => Promise<void>>>;

/** Every migration in order: a static list, so that a bundle holds them all. Never edit one that has shipped. */
export const migrations: Migrations = {
  '0001-first-season': firstSeason,
};

/** The schema version of this program: the name of its last migration. */
export const schemaVersion: string = Object.keys(migrations).at(-1) ?? '';
