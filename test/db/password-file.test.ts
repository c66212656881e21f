import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookUpPassword, passwordFile, passwordFor } from '../../src/db/postgres/password-file.ts';
import { readServerAddress } from '../../src/db/postgres/server-address.ts';
import { temporaryFolder } from '../support/databases.ts';

const server = { host: 'db.example.kz', port: 5432, database: 'qabyl', user: 'aigul' };

describe('the password of a server in a password file', () => {
  it.each([
    ['db.example.kz:5432:qabyl:aigul:құпия', 'құпия'],
    ['*:*:*:*:p', 'p'],
    ['*:5432:*:aigul:p', 'p'],
    ['# db\n\n*:*:*:*:p\r\n', 'p'],
    ['other:*:*:*:wrong\n*:*:*:aigul:right\n*:*:*:*:late', 'right'],
    ['*:*:*:*:a\\:b\\\\c', 'a:b\\c'],
    ['*:*:*:*: blanks are part of it ', ' blanks are part of it '],
    ['*:*:*:*:p:rest', 'p'],
    ['*:5433:*:*:p', null],
    ['*:*:*:Aigul:p', null],
    ['#*:*:*:*:p', null],
    ['*:*:*:p', null],
    ['*:*:*:*:', null],
    ['', null],
  ])('%j: %j', (text, expected) => {
    expect(passwordFor(text, server)).toBe(expected);
  });

  it('a socket is named by its folder or as localhost', () => {
    const socket = { ...server, host: '/tmp' };
    expect(passwordFor('/tmp:*:*:*:p', socket)).toBe('p');
    expect(passwordFor('localhost:*:*:*:p', socket)).toBe('p');
    expect(passwordFor('localhost:*:*:*:p', server)).toBe(null);
  });

  it('any password comes back from the line that was written for it', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1 }).filter(text => !/[\r\n]/.test(text));
    const escaped = (text: string) => text.replace(/[\\:]/g, '\\$&');
    fc.assert(
      fc.property(word, word, word, (user, database, password) => {
        const line = `db.example.kz:5432:${escaped(database)}:${escaped(user)}:${escaped(password)}`;
        expect(passwordFor(line, { ...server, database, user })).toBe(password);
      }),
    );
  });
});

describe('a password file', () => {
  const address = (url: string) => readServerAddress(url, {});
  const login = { env: {}, home: '/home/a', platform: 'linux', askPassword: null } as const;
  const url = 'postgres://aigul@db.example.kz/qabyl';
  let folder: string;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    [url, login, '/home/a/.pgpass'],
    [url, { ...login, env: { PGPASSFILE: '/p' } }, '/p'],
    [`${url}?passfile=/q`, { ...login, env: { PGPASSFILE: '/p' } }, '/q'],
    [url, { ...login, platform: 'win32' as const, env: { APPDATA: '/R' } }, '/R/postgresql/pgpass.conf'],
  ])('of %s with %o is %s', (text, facts, file) => {
    expect(passwordFile(address(text), facts)).toBe(file);
  });

  it.each([
    [0o600, false],
    [0o400, false],
    [0o640, true],
    [0o604, true],
  ])('of mode %o is open to others: %s', (mode, open) => {
    const file = join(folder, 'pgpass');
    writeFileSync(file, '*:*:*:*:p\n');
    chmodSync(file, mode);
    expect(lookUpPassword(file, address(url), 'linux')).toEqual({ password: 'p', open });
    expect(lookUpPassword(file, address(url), 'win32')).toEqual({ password: 'p', open: false });
  });

  it('that is not there, or is a folder, holds nothing', () => {
    expect(lookUpPassword(join(folder, 'none'), address(url), 'linux')).toBeNull();
    expect(lookUpPassword(folder, address(url), 'linux')).toBeNull();
  });
});
