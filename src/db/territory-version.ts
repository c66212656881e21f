import { hash } from 'node:crypto';

/** A binding as far as whoever reads the territory sees it. */
export interface ReadBinding {
  readonly street: string;
  readonly houses: string;
  /** those of the houses that others serve too on purpose; null = none */
  readonly shared_houses: string | null;
}

/**
 * The version of a territory: a digest of what is bound and of what is shared, not of when. A binding that is changed
 * and put back is the same territory, and whoever has read it has read it. Houses that become shared, or stop being so,
 * must be read again: other children are expected. A reason put in other words changes no child's school.
 */
export function territoryVersion(bindings: readonly ReadBinding[]): string {
  const lines = bindings.map(({ street, houses, shared_houses }) =>
    shared_houses === null ? `${street}\t${houses}` : `${street}\t${houses}\t${shared_houses}`,
  );
  return hash('sha256', lines.sort().join('\n'), 'hex');
}

/** The beginning of a version: enough to name it among all that one school will ever have. */
export function shortVersion(version: string): string {
  return version.slice(0, 12);
}
