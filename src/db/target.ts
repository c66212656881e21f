import { isAbsolute, resolve } from 'node:path';
import { problem } from '../domain/problem.ts';
import { OperatorError } from '../errors.ts';

/** Where the data lives: a file of this machine, or a PostgreSQL server. */
export type Target =
  | { readonly kind: 'sqlite'; readonly path: string }
  | { readonly kind: 'postgres'; readonly url: string };

const SERVER = /^postgres(?:ql)?:\/\//i;

/**
 * Reads `--db`: a file path, `sqlite:PATH` or `postgres://…`, blanks around it left out.
 * @param cwd what a relative path starts from
 * @throws OperatorError target-malformed
 */
export function readTarget(text: string, cwd: string): Target {
  const name = text.trim();
  const malformed = () => new OperatorError(problem('target-malformed', { value: showTarget(name) }));
  if (SERVER.test(name)) {
    if (!URL.canParse(name)) throw malformed();
    return { kind: 'postgres', url: name };
  }
  const path = name.startsWith('sqlite:') ? name.slice('sqlite:'.length) : name;
  if (path === '' || path === ':memory:' || meansServer(path)) throw malformed();
  return { kind: 'sqlite', path: isAbsolute(path) ? path : resolve(cwd, path) };
}

/** Whether a target is a server, whose sessions have logins. */
export function isServer(text: string): boolean {
  return SERVER.test(text.trim());
}

/**
 * What is meant for a server and is no URL of one: another scheme, JDBC, missing slashes, the keywords of libpq
 * (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-KEYWORD-VALUE). As a path it would make
 * a folder that is named by the password.
 */
function meansServer(text: string): boolean {
  return (
    text.includes('://') ||
    /^(?:postgres|jdbc:).*@/is.test(text) ||
    /(?:^|\s)(?:host|hostaddr|port|dbname|user|password)\s*=/i.test(text)
  );
}

/** The target as it may be shown: never with its password. */
export function describeTarget(target: Target): string {
  return target.kind === 'sqlite' ? target.path : showTarget(target.url);
}

/** What was given as a target, as it may be shown. Where a password may stand anywhere, nothing behind the scheme is. */
export function showTarget(text: string): string {
  const name = text.trim();
  if (SERVER.test(name)) {
    const masked = maskTarget(name.replace(/^([^:]+:\/\/[^:@/?#]*):.*@/s, '$1:***@'));
    return /:(?!\*\*\*@).*@/s.test(masked.replace(SERVER, '')) ? `${SERVER.exec(name)?.[0]}***` : masked;
  }
  if (!meansServer(name) || !/@|passw/i.test(name)) return text;
  return `${/^(?:jdbc:)?[a-z][a-z0-9+.-]*:(?:\/\/)?/i.exec(name)?.[0] ?? ''}***`;
}

/**
 * Replaces the password of a URL by `***`, in the authority and in the query, wherever the URL stands in the text.
 * A password may hold `@`, and in a malformed URL `/` too: what could be part of it is hidden rather than shown.
 */
export function maskTarget(text: string): string {
  return text
    .replace(/([a-z][a-z0-9+.-]*:\/\/[^:@/?#\s]*):\S*@/gi, '$1:***@')
    .replace(/([?&](?:password|sslpassword)=)[^&#]*/gi, '$1***');
}
