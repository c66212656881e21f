import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLocalHost, readServerAddress } from '../../src/db/postgres/server-address.ts';
import { chooseTls } from '../../src/db/postgres/tls.ts';

const far = 'postgres://qabyl@db.example.kz/qabyl';
const near = 'postgres://qabyl@localhost/qabyl';

function decided(url: string, env: Record<string, string> = {}): string {
  const tls = chooseTls(readServerAddress(url, env), env);
  return tls.ok ? tls.value : tls.problem.code;
}

describe('how a server is spoken to', () => {
  it.each([
    // a host that is not local is verified, whatever libpq would make of its weaker words
    [far, 'full'],
    [`${far}?sslmode=allow`, 'full'],
    [`${far}?sslmode=prefer`, 'full'],
    [`${far}?sslmode=require`, 'full'],
    [`${far}?sslmode=verify-ca`, 'full'],
    [`${far}?sslmode=verify-full`, 'full'],
    [`${far}?ssl=true`, 'full'],
    [`${far}?sslrootcert=/ca.pem`, 'full'],
    [`${far}?sslmode=require&sslrootcert=/ca.pem`, 'full'],
    [`${far}?sslmode=require&uselibpqcompat=true`, 'full'],
    [`${far}?sslmode=verify-ca&sslrootcert=system`, 'full'],
    [`${far}?sslmode=verify-ca&sslrootcert=`, 'full'],
    // unless the URL says so in so many words
    [`${far}?sslmode=verify-ca&sslrootcert=/ca.pem`, 'chain'],
    [`${far}?sslmode=no-verify`, 'none'],
    [`${far}?sslmode=disable`, 'off'],
    [`${far}?sslmode=disable&sslrootcert=/ca.pem`, 'off'],
    // a local one is spoken to in the open, unless something asks for TLS
    [near, 'off'],
    [`${near}?sslmode=allow`, 'off'],
    [`${near}?sslmode=prefer`, 'off'],
    [`${near}?sslmode=disable`, 'off'],
    [`${near}?sslmode=require`, 'full'],
    [`${near}?sslmode=verify-full`, 'full'],
    [`${near}?sslmode=verify-ca&sslrootcert=/ca.pem`, 'chain'],
    [`${near}?sslmode=no-verify`, 'none'],
    [`${near}?ssl=1`, 'full'],
    [`${near}?sslrootcert=/ca.pem`, 'full'],
    [`${near}?sslcert=/c.pem&sslkey=/c.key`, 'full'],
    [`${near}?sslnegotiation=direct`, 'full'],
    ['postgres://qabyl@%2Fvar%2Frun%2Fpostgresql/qabyl?sslmode=verify-full', 'off'],
    ['postgres://localhost/qabyl?host=/var/run/postgresql', 'off'],
    // the host is the one that is connected to
    [`${near}?host=db.example.kz`, 'full'],
    [`${far}?host=127.0.0.1`, 'off'],
    // words that nobody knows
    [`${far}?sslmode=off`, 'tls-mode-unknown'],
    [`${far}?sslmode=DISABLE`, 'tls-mode-unknown'],
    [`${far}?sslmode=`, 'tls-mode-unknown'],
    [`${far}?ssl=false`, 'tls-mode-unknown'],
    [`${far}?ssl=0`, 'tls-mode-unknown'],
    [`${far}?ssl=no-verify`, 'tls-mode-unknown'],
  ])('%s: %s', (url, expected) => {
    expect(decided(url)).toBe(expected);
  });

  it.each([
    // the environment asks for more where the URL says nothing, and takes nothing away
    [far, { PGSSLMODE: 'disable' }, 'full'],
    [far, { PGSSLMODE: 'no-verify' }, 'full'],
    [far, { PGSSLMODE: 'verify-ca', PGSSLROOTCERT: '/ca.pem' }, 'full'],
    [near, { PGSSLMODE: 'verify-full' }, 'full'],
    [near, { PGSSLMODE: 'require' }, 'full'],
    [near, { PGSSLMODE: 'prefer' }, 'off'],
    [near, { PGSSLMODE: '' }, 'off'],
    [near, { PGSSLROOTCERT: '/ca.pem' }, 'off'],
    [`${near}?sslmode=disable`, { PGSSLMODE: 'verify-full' }, 'off'],
    [far, { PGSSLMODE: 'strict' }, 'tls-mode-unknown'],
    ['postgres:///qabyl', { PGHOST: 'db.example.kz' }, 'full'],
    ['postgres:///qabyl', { PGHOST: '/tmp' }, 'off'],
    ['postgres:///qabyl', { PGHOST: '' }, 'off'],
    [near, { PGHOST: 'db.example.kz' }, 'off'],
  ])('%s with %o: %s', (url, env, expected) => {
    expect(decided(url, env)).toBe(expected);
  });

  it('a host that is not local is never spoken to in the open without those words', () => {
    const weaker = /sslmode=(?:disable|no-verify|verify-ca)/;
    const parameter = fc.constantFrom(
      ...[
        'sslmode=allow',
        'sslmode=prefer',
        'sslmode=require',
        'ssl=true',
        'sslrootcert=/ca.pem',
        'x=disable',
      ],
      ...[
        'sslnegotiation=postgres',
        'uselibpqcompat=true',
        'options=sslmode%3Ddisable',
        'application_name=x',
      ],
    );
    const mode = fc.constantFrom('disable', 'allow', 'prefer', 'no-verify', 'verify-ca', 'verify-full', '');
    fc.assert(
      fc.property(fc.domain(), fc.array(parameter), mode, (host, parameters, PGSSLMODE) => {
        const url = `postgres://qabyl@${host}/qabyl?${parameters.join('&')}`;
        expect(url).not.toMatch(weaker);
        expect(decided(url, { PGSSLMODE, PGSSLROOTCERT: '/ca.pem' })).toBe('full');
      }),
    );
  });
});

describe('a local host', () => {
  it.each(['localhost', 'LocalHost', '127.0.0.1', '127.1.2.3', '::1', '/tmp'])('is %s', host => {
    expect(isLocalHost(host)).toBe(true);
  });
  it.each([
    ...[
      '0.0.0.0',
      '192.0.2.2',
      '127.0.0.1.example.kz',
      '127.example.kz',
      'localhost.example.kz',
      'xlocalhost',
    ],
    ...['128.0.0.1', '12.7.0.0', '::', '2001:db8::1', 'db', '', '@abstract', '1270.0.1'],
  ])('is not “%s”', host => {
    expect(isLocalHost(host)).toBe(false);
  });
});

describe('where a URL leads', () => {
  const read = (url: string, env: Record<string, string> = {}) => {
    const { parameters, ...rest } = readServerAddress(url, env);
    return rest;
  };
  const all = { host: 'h', port: 6432, user: 'әкімші', database: 'дерек қор', password: 'а@б' };

  it.each([
    'postgres://%D3%99%D0%BA%D1%96%D0%BC%D1%88%D1%96:%D0%B0%40%D0%B1@h:6432/дерек%20қор',
    'postgres://h?user=әкімші&password=а%40б&port=6432&dbname=дерек+қор',
    'postgresql://other:x@other:1/other?host=h&user=әкімші&password=а%40б&port=6432&dbname=дерек+қор',
  ])('%s', url => {
    expect(read(url)).toEqual(all);
  });

  it('what is left out comes from the variables of libpq, then from what is usual', () => {
    const env = { PGHOST: 'h', PGPORT: '6432', PGUSER: 'әкімші', PGDATABASE: 'дерек қор' };
    expect(read('postgres://', env)).toEqual({ ...all, password: undefined });
    expect(read('postgres://', { USER: 'aigul' })).toEqual({
      ...{ host: 'localhost', port: 5432, user: 'aigul', database: 'aigul', password: undefined },
    });
  });

  it('an IPv6 address stands without its brackets; a lone % stands for itself', () => {
    expect(read('postgres://a%zz@[::1]:5433/x')).toMatchObject({ host: '::1', port: 5433, user: 'a%zz' });
  });
});
