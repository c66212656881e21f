import { problem, type Reading } from '../problem.ts';

/** It stands in commands, keys and file names: ASCII letters, digits and hyphens only. */
const CODE = /^[a-z0-9][a-z0-9-]{0,63}$/;
/** Organisations are named by code or by BIN: what looks like a BIN must be one. */
const LIKE_A_BIN = /^\d{12}$/;

/** Reads an organisation's code, `school-3`; anything else is `code-malformed`. */
export function readOrgCode(text: string): Reading<string> {
  const value = text.trim();
  if (CODE.test(value) && !LIKE_A_BIN.test(value)) return { ok: true, value };
  return { ok: false, problem: problem('code-malformed', { code: value }) };
}
