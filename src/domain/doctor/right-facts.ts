/** A privilege that a login needs, `update` on `write_lock (id)`. */
export interface Privilege {
  readonly privilege: string;
  readonly table: string;
  readonly column: string | null;
}

/** What a login may not do that it needs; `usage` is that of the schema. */
export interface Lacking {
  readonly usage: boolean;
  readonly privileges: readonly Privilege[];
}

export interface LoginFacts {
  readonly schema: string;
  readonly login: string;
  /** whether it owns the tables, or may do all that their owner may */
  readonly owner: boolean;
  readonly iin: string | null;
  readonly lacks: Lacking;
}

export interface TiedLogin {
  readonly login: string;
  readonly state: 'usable' | 'missing' | 'group' | 'superuser' | 'bypassrls' | 'owner';
  readonly lacks: Lacking;
  /** what it may do, as itself or as a member of a role, that no login of an employee should */
  readonly exceeds: readonly Exceeding[];
}

/** A privilege that is not needed, and the role that it was granted to. */
export interface Exceeding extends Privilege {
  readonly grantee: string;
}

export interface TiedLoginsFacts {
  readonly schema: string;
  /** who owns the tables */
  readonly owner: string;
  readonly logins: readonly TiedLogin[];
}

/** Something that the program has made in the database, and the statement that makes it again. */
export interface Made {
  readonly name: string;
  readonly table: string;
  readonly statement: string;
}

export interface RowSecurityFacts {
  readonly schema: string;
  /** tables that must be under row-level security */
  readonly tables: readonly string[];
  readonly unsecured: readonly string[];
  readonly absent: readonly Made[];
  /** policies that say something else than the program's */
  readonly altered: readonly Made[];
  /** policies that the program did not make */
  readonly foreign: readonly { readonly name: string; readonly table: string }[];
}

export interface GuardFacts {
  readonly schema: string;
  /** how many triggers and functions there must be */
  readonly guards: number;
  readonly absent: readonly Made[];
  readonly disabled: readonly Made[];
  /** what does something else than the program's, or with other rights; each statement makes it whole again */
  readonly altered: readonly Made[];
}

export interface PublicFacts {
  readonly schema: string;
  /** whether anybody may make tables and functions there */
  readonly create: boolean;
  readonly tables: readonly string[];
}
