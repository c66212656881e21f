import { spawnSync } from 'node:child_process';

/** A program of Debian's packages that does the same work. */
export interface PeerProgram {
  readonly program: string;
  /** Debian's package, for whoever wants to install it */
  readonly debian: string;
  /** what it calls its version; null where it is not installed */
  readonly version: string | null;
}

const DEBIAN: Readonly<Record<string, string>> = {
  sqlite3: 'sqlite3',
  'sqlite-utils': 'sqlite-utils',
  psql: 'postgresql-client',
  pgloader: 'pgloader',
};

/** Looks whether a peer is there by asking its version. */
export function findPeer(program: string): PeerProgram {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  const version = /\d+(\.\d+)+/.exec(stdout ?? '')?.[0] ?? 'of an unknown version';
  return { program, debian: DEBIAN[program] ?? program, version: status === 0 ? version : null };
}

/** One line for the notes of a group. */
export function peerNote({ program, debian, version }: PeerProgram): string {
  return version === null
    ? `${program} is absent, and its lines with it: apt-get install ${debian}`
    : `${program} ${version}`;
}
