import { hash } from 'node:crypto';

/**
 * The version of a territory: a digest of what is bound, not of when. A binding that is changed and put back is
 * the same territory, and whoever has read it has read it.
 */
export function territoryVersion(bindings: readonly { street: string; houses: string }[]): string {
  const lines = bindings.map(({ street, houses }) => `${street}\t${houses}`).sort();
  return hash('sha256', lines.join('\n'), 'hex');
}

/** The beginning of a version: enough to name it among all that one school will ever have. */
export function shortVersion(version: string): string {
  return version.slice(0, 12);
}
