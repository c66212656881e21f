import { isAbsolute, resolve } from 'node:path';
import { problem } from '../domain/problem.ts';
import { OperatorError } from '../errors.ts';

/** Where the data lives: a file of this machine, or a PostgreSQL server. */
export type Target =
  | { readonly kind: 'sqlite'; readonly path: string }
  | { readonly kind: 'postgres'; readonly url: string };

/**
 * Reads `--db`: a file path, `sqlite:PATH` or `postgres://…`.
 * @param cwd what a relative path starts from
 * @throws OperatorError target-malformed
 */
export function readTarget(text: string, cwd: string): Target {
  if (/^postgres(ql)?:\/\//i.test(text)) {
    if (!URL.canParse(text))
      throw new OperatorError(problem('target-malformed', { value: maskTarget(text) }));
    return { kind: 'postgres', url: text };
  }
  const path = text.startsWith('sqlite:') ? text.slice('sqlite:'.length) : text;
  const scheme = /^[a-z][a-z0-9+.-]+:\/\//i.test(path);
  if (path === '' || scheme || path === ':memory:')
    throw new OperatorError(problem('target-malformed', { value: maskTarget(text) }));
  return { kind: 'sqlite', path: isAbsolute(path) ? path : resolve(cwd, path) };
}

/** Whether a target is a server, whose sessions have logins. */
export function isServer(text: string): boolean {
  return /^postgres(ql)?:\/\//i.test(text);
}

/** The target as it may be shown: never with its password. */
export function describeTarget(target: Target): string {
  return target.kind === 'sqlite' ? target.path : maskTarget(target.url);
}

/**
 * Replaces the password of a URL by `***`, in the authority and in the query, wherever the URL stands in the text.
 * A password may hold `@`, and in a malformed URL `/` too: what could be part of it is hidden rather than shown.
 */
export function maskTarget(text: string): string {
  return text
    .replace(/(postgres(?:ql)?:\/\/[^:@/?#\s]*):\S*@/gi, '$1:***@')
    .replace(/([?&](?:password|sslpassword)=)[^&#]*/gi, '$1***');
}
