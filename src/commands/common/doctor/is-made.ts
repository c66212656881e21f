import type { SchemaFacts, Section } from '../../../domain/doctor/facts.ts';

/** Whether a database is one of ours whose history this program can read: of its own version, or an older one. */
export function isMade(schema: Section<SchemaFacts>): boolean {
  if ('obstacle' in schema) return false;
  const { version, known } = schema.value;
  return version !== null && known.includes(version);
}

/** Whether it is of this program's version, so that everything in it is known. */
export function isCurrent(schema: Section<SchemaFacts>): boolean {
  return (
    'value' in schema && schema.value.version !== null && schema.value.version === schema.value.known.at(-1)
  );
}
