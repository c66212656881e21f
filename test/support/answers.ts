import { story } from '../../fixtures/story.ts';
import { FINDING_KINDS, LIST_KINDS } from '../../src/db/listing.ts';
import { qabyl } from './run.ts';

/** What a database answers to everything that can be asked of all of it, byte by byte: question → answer. */
export async function answers(db: string, changes: number): Promise<Readonly<Record<string, string>>> {
  const questions = [
    ...[...LIST_KINDS, ...FINDING_KINDS].map(kind => ['list', kind, '--json']),
    ['list', 'staff', '--left', '--json'],
    ['check-readiness', '--all', '--json'],
    ['history', '--json', '--limit', '1000'],
    ...Array.from({ length: changes }, (_, i) => ['show', String(i + 1), '--json', '--all-changes']),
    ['verify-history', '--json'],
  ];
  const given: Record<string, string> = {};
  for (const argv of questions) {
    const run = await qabyl(argv, { db, as: story.admin.iin });
    given[argv.join(' ')] = `${run.code}\n${run.stdout}`;
  }
  return given;
}
