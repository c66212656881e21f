import { StartAgain } from '../change/request.ts';
import type { Sink } from '../change/sink.ts';
import { type Context, need } from '../context.ts';
import type { Tx } from '../db/dialect.ts';
import type { StoredOrg } from '../db/organisations.ts';
import { storedIins } from '../db/staff.ts';
import { problem } from '../domain/problem.ts';
import { OperatorError } from '../errors.ts';
import type { SourceFile } from '../input/source.ts';
import { type StaffField, staffFile } from '../input/staff-file.ts';
import { type Acting, actorIin, beginActing } from './common/acting.ts';
import { defineCommand } from './common/command.ts';
import { requireOrg } from './common/lookup.ts';
import { CHANGE_OPTIONS, TABLE_OPTIONS } from './common/options.ts';
import { runChange } from './common/run-change.ts';
import { dismissAbsent } from './common/staff-reading/dismiss-absent.ts';
import type { Present } from './common/staff-reading/present.ts';
import { readStaffBeside } from './common/staff-reading/read-beside.ts';
import { StaffImport } from './common/staff-reading/staff-import.ts';
import { TableFile } from './common/table-file.ts';
import { needFile } from './common/table-input.ts';

/** So many IINs are known by heart: whoever is not among them is new, and the database need not be asked. */
const KNOWN_BY_HEART = 20_000;

/** `qabyl import-staff`: the employees of one organisation, or of several when the file names them. Steps 1 and 5. */
export const importStaff = defineCommand({
  argument: 'file',
  options: ['org', 'sync', 'no-repair', ...TABLE_OPTIONS, ...CHANGE_OPTIONS],
  examples: [
    'qabyl import-staff staff.csv --org school-3',
    'qabyl import-staff staff.csv --org school-3 --dry-run',
    'qabyl import-staff staff.csv --org school-3 --sync --yes',
    'qabyl import-staff staff.csv --org school-3 --map "Таб. №=-"',
  ],
  async run(context, options, argument) {
    // Whoever stands in a row that is left out would be taken for absent, and dismissed.
    if (options.sync && options['skip-invalid'])
      throw new OperatorError(problem('flags-conflict', { one: '--sync', other: '--skip-invalid' }));
    const input = new TableFile(context, await needFile(context, argument), staffFile.spec, options);
    const actor = await actorIin(context);
    const orgText = await need(context, 'org', options.org);
    // Rows that differ about a person reject the file; where bad rows are left out, it starts again without them.
    const conflicting = options['skip-invalid'] ? new Set<string>() : null;
    // Before a transaction is open: standard input may take its time, and nobody else should wait for it.
    const file = await input.locate();
    return runChange(context, options, {
      command: 'import-staff',
      actor,
      input,
      next: [['qabyl', 'assign-role', '--org', orgText, '--role', 'executor', '--staff', 'IIN']],
      operation: async (tx, sink) => {
        const acting = await beginActing(context, tx, actor);
        const org = requireOrg(orgText, acting.orgs);
        acting.authorize('import-staff', org);
        await importFile(context, tx, sink, acting, {
          input,
          file,
          org,
          conflicting,
          sync: options.sync === true,
          repair: options['no-repair'] !== true,
        });
        return { org: org.code, year: null };
      },
    });
  },
});

interface Import {
  readonly input: TableFile<StaffField>;
  readonly file: SourceFile;
  readonly org: StoredOrg;
  readonly conflicting: Set<string> | null;
  readonly sync: boolean;
  readonly repair: boolean;
}

async function importFile(
  { environment, progress }: Context,
  tx: Tx,
  sink: Sink,
  acting: Acting,
  { input, file, org, conflicting, sync, repair }: Import,
): Promise<void> {
  const request = {
    file,
    options: input.options,
    repair,
    today: environment.clock().toISOString().slice(0, 10),
    orgs: acting.orgs.all,
    org: org.code,
    stored: await storedIins(tx, KNOWN_BY_HEART),
    conflicting: conflicting ?? new Set<string>(),
  };
  const importing = new StaffImport(tx, sink, acting);
  const present = sync ? new Map<string, Present>() : null;
  const conflicts = new Set<string>();
  const now = () => environment.clock().getTime();
  let again = false;
  progress.begin('reading', now());
  for await (const batch of readStaffBeside(request, environment.signal)) {
    if (batch.info !== null) input.found(batch.info);
    if (batch.sha256 !== null) input.wasRead(batch.sha256);
    await importing.take(batch, present);
    for (const person of batch.conflicts) conflicts.add(person);
    if (batch.again && !again) progress.begin('rereading', now());
    again = batch.again;
    progress.step(now(), { rows: again ? null : sink.summary.read, share: batch.share });
  }
  if (conflicting) startAgainWithout(conflicts, conflicting);
  if (present === null) return;
  progress.begin('dismissing', now());
  for (const [code, people] of present)
    await dismissAbsent(tx, sink, requireOrg(code, acting.orgs), people, importing.givenAt(code), share =>
      progress.step(now(), { rows: null, share }),
    );
}

/**
 * Rows of people who conflict may have been taken before that was known.
 * @throws StartAgain once, with all of them noted
 */
function startAgainWithout(found: ReadonlySet<string>, conflicting: Set<string>): void {
  const known = conflicting.size;
  for (const person of found) conflicting.add(person);
  if (conflicting.size > known) throw new StartAgain();
}
