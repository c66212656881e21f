import { expect } from 'vitest';
import { z } from 'zod';
import { COMMANDS } from '../../src/locales/help-words.ts';
import { code, count, iin, role, rows, sha256, text, textOrNull, year } from './row-schemas.ts';
import type { Run } from './run.ts';

/*
 * Every JSON document that a command prints, as cli.md promises it: strict, so that a key too many is found as
 * surely as one too few. Written apart from the program on purpose.
 */

/** One row of a change: before and after have the columns of its kind. */
const rowChange = z.discriminatedUnion('kind', [
  changeOf('org', rows.org),
  changeOf('staff', rows.staff),
  changeOf('role', rows.role),
  changeOf('login', rows.login),
  changeOf('year', rows.year),
  changeOf('street', rows.street),
  changeOf('binding', rows.binding),
  changeOf('review', rows.review),
  changeOf('settings', rows.settings),
  changeOf('season-rules', rows['season-rules']),
  changeOf('appointment', rows.appointment),
]);

function changeOf<K extends string, R extends z.ZodType>(kind: K, row: R) {
  return z.strictObject({
    action: z.enum(['add', 'update', 'remove']),
    kind: z.literal(kind),
    key: text,
    label: textOrNull.optional(),
    before: row.nullable(),
    after: row.nullable(),
  });
}

const problems = z.array(
  z.strictObject({
    code: z.string().regex(/^[a-z0-9-]+$/),
    severity: z.enum(['error', 'warning']),
    message: text,
    fix: textOrNull,
    where: z
      .strictObject({
        file: text,
        line: z.int().positive().nullable(),
        record: z.int().positive().nullable(),
        column: z.string().nullable(),
        value: z.string().nullable(),
      })
      .nullable(),
  }),
);

const summary = z.strictObject({
  read: count,
  add: count,
  update: count,
  remove: count,
  unchanged: count,
  rejected: count,
});

const command = z.enum(COMMANDS);

/** Houses of a street in a plan; `known` counts those that exist where the street list tells. */
const plannedHouses = { street: text, houses: text, known: count.nullable() };

const change = z.strictObject({
  schema: z.literal('qabyl.change/1'),
  command,
  outcome: z.enum([
    'applied',
    'planned',
    'unchanged',
    'rejected',
    'needs-approval',
    'partly-applied',
    'failed',
  ]),
  change: z.int().positive().nullable(),
  summary,
  approvals: z.array(z.strictObject({ reason: z.string(), count: z.int().positive() })),
  /** null where the command ended before there was a plan */
  digest: sha256.nullable(),
  changes: z.array(rowChange),
  /** of a change of bindings alone */
  moves: z.array(z.strictObject({ from: code, to: code, ...plannedHouses })).optional(),
  dropped: z.array(z.strictObject({ school: code, ...plannedHouses })).optional(),
  shared: z
    .array(z.strictObject({ school: code, others: z.array(code).min(1), reason: text, ...plannedHouses }))
    .optional(),
  /** of an order alone; street and houses are null where nothing of them is bound */
  reading: z
    .array(
      z.strictObject({
        school: textOrNull,
        line: z.int().positive(),
        written: text,
        street: textOrNull,
        houses: textOrNull,
        parts: z.array(z.strictObject({ words: text, effect: z.enum(['add', 'except']), houses: text })),
      }),
    )
    .optional(),
  repairs: z.array(
    z.strictObject({
      code: z.enum(['zeros-restored', 'look-alikes-replaced', 'blanks-removed', 'apostrophe-removed']),
      field: text,
      count: z.int().positive(),
      examples: z
        .array(
          z.strictObject({
            line: z.int().positive(),
            record: z.int().positive(),
            from: z.string(),
            to: z.string(),
          }),
        )
        .min(1),
    }),
  ),
  problems,
});

const error = z.strictObject({
  schema: z.literal('qabyl.error/1'),
  command: command.nullable(),
  outcome: z.enum(['failed', 'rejected', 'needs-approval']),
  exit_code: z.int().positive(),
  problems: problems.min(1),
});

const readiness = z.strictObject({
  schema: z.literal('qabyl.readiness/1'),
  year,
  ready: z.boolean(),
  skipped: z.array(text),
  orgs: z.array(
    z.strictObject({
      org: code,
      kind: z.enum(['department', 'school']),
      ready: z.boolean(),
      checks: z.array(
        z.strictObject({
          id: text,
          status: z.enum(['pass', 'warn', 'fail', 'not-checked', 'waived']),
          message: text,
          fix: textOrNull,
          by: role.nullable(),
          by_org: code.nullable(),
        }),
      ),
    }),
  ),
});

const houses = z.strictObject({
  schema: z.literal('qabyl.houses/1'),
  reading: textOrNull,
  houses: z.record(text, z.boolean()),
  problems,
});

const address = z.strictObject({
  schema: z.literal('qabyl.address/1'),
  address: z.string(),
  year,
  outcome: z.enum(['one', 'none', 'several', 'unknown-street']),
  street: textOrNull,
  house: textOrNull,
  schools: z.array(
    z.strictObject({
      org: code,
      can_apply: z.boolean(),
      because: z.array(text).min(1),
      ready: z.boolean(),
      failing: z.array(text),
      opens: z.iso.date(),
      closes: z.iso.date(),
      notes: z.array(text),
    }),
  ),
  free_choice: z.array(z.strictObject({ org: code })),
  doubt: textOrNull,
  nearest: z.array(text),
  notes: z.array(text),
});

const list = z.discriminatedUnion('kind', [
  listOf('orgs', rows.org),
  listOf('staff', rows.staff),
  listOf('roles', rows.role),
  listOf('logins', rows.login),
  listOf('streets', rows.street),
  listOf('bindings', rows.binding),
  listOf('settings', rows.settings),
  listOf('appointments', rows.appointment),
  listOf('years', rows.year),
  listOf('overlaps', rows.overlap),
  listOf('gaps', rows.gap),
]);

function listOf<K extends string, R extends z.ZodType>(kind: K, row: R) {
  return z.strictObject({ schema: z.literal('qabyl.list/1'), kind: z.literal(kind), rows: z.array(row) });
}

const pastChange = {
  change: z.int().positive(),
  at: z.iso.datetime(),
  command,
  argv: z.array(z.string()),
  actor: iin,
  org: code.nullable(),
  year: year.nullable(),
  summary,
  files: z.array(z.strictObject({ name: text, sha256 })),
  digest: sha256,
  undoes: z.int().positive().nullable(),
  program: text,
  node: z.string().regex(/^v\d+/),
  engine: z.string().regex(/^(sqlite|postgres) \d/),
  host: text,
  os_user: text,
};

const history = z.strictObject({
  schema: z.literal('qabyl.history/1'),
  changes: z.array(z.strictObject(pastChange)),
});

const show = z.strictObject({
  schema: z.literal('qabyl.show/1'),
  ...pastChange,
  changes: z.array(rowChange),
});

const verification = z.strictObject({
  schema: z.literal('qabyl.verification/1'),
  ok: z.boolean(),
  changes: count,
  rows: count,
  head: sha256.nullable(),
  total: count,
  breaks: z.array(
    z.strictObject({
      /** as it stands in the history, where somebody may have forged it: 0 too */
      change: z.int().nullable(),
      code: z.string().regex(/^history-[a-z-]+$/),
      severity: z.literal('error'),
      message: text,
      fix: text,
      where: z.null(),
    }),
  ),
});

const version = z.strictObject({
  schema: z.literal('qabyl.version/1'),
  version: text,
  database_schema: text,
});

const territory = z.strictObject({
  schema: z.literal('qabyl.territory/1'),
  school: code,
  year,
  territory: z.enum(['yes', 'none']),
  version: sha256,
  review: z.strictObject({ current: z.boolean(), reviewed_by: iin, change: z.int().positive() }).nullable(),
  bindings: z.array(
    z.strictObject({
      street: text,
      name_kk: text,
      name_ru: text,
      settlement: textOrNull,
      houses: text,
    }),
  ),
  overlaps: z.array(
    z.strictObject({ street: text, label: text, school: code, houses: text, share: textOrNull }),
  ),
  gaps: z.array(z.strictObject({ street: text, label: text, houses: text, known: z.boolean() })),
});

const backupMade = z.strictObject({
  schema: z.literal('qabyl.backup-made/1'),
  file: text,
  form: z.enum(['sqlite', 'portable']),
  database_schema: text,
  bytes: z.int().positive(),
  rows: count,
  change: count,
  head: sha256,
});

const restored = z.strictObject({
  schema: z.literal('qabyl.restored/1'),
  file: text,
  database: text,
  rows: count,
  changes: count,
  change: count,
  head: sha256,
});

const doctor = z.strictObject({
  schema: z.literal('qabyl.doctor/1'),
  ok: z.boolean(),
  program: z.strictObject({
    version: z.string().regex(/^\d+\.\d+\.\d+/),
    database_schema: text,
    node: z.string().regex(/^v\d+/),
    platform: text,
  }),
  configuration: z.strictObject({
    file: text,
    found: z.boolean(),
    profile: textOrNull,
    settings: z.array(
      z.strictObject({
        name: z.enum(['db', 'as', 'year']),
        value: text,
        origin: z.enum(['flag', 'variable', 'profile', 'file', 'default']),
      }),
    ),
  }),
  checks: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z-]+$/),
        status: z.enum(['pass', 'warn', 'fail', 'not-checked']),
        code: z.string().regex(/^[a-z-]+$/),
        message: text,
        fix: textOrNull,
      }),
    )
    .min(7),
});

const message = z.strictObject({ text });
const position = z.int().positive();

/**
 * The part of SARIF 2.1.0 that the program uses, as its schema has it; what that schema cannot say (an index that
 * points at its rule, a region that ends after it begins) is checked too.
 */
export const sarif = z.strictObject({
  $schema: z.literal('https://json.schemastore.org/sarif-2.1.0.json'),
  version: z.literal('2.1.0'),
  runs: z.tuple([
    z
      .strictObject({
        tool: z.strictObject({
          driver: z.strictObject({
            name: z.literal('qabyl'),
            version: z.string().regex(/^\d+\.\d+\.\d+/),
            language: z.enum(['kk', 'ru', 'en']),
            rules: z.array(
              z.strictObject({
                id: z.string().regex(/^[a-z0-9-]+$/),
                shortDescription: message,
                help: message,
                defaultConfiguration: z.strictObject({ level: z.enum(['error', 'warning', 'note']) }),
              }),
            ),
          }),
        }),
        language: z.enum(['kk', 'ru', 'en']),
        columnKind: z.literal('utf16CodeUnits'),
        invocations: z.tuple([z.strictObject({ executionSuccessful: z.boolean(), exitCode: count })]),
        results: z.array(
          z.strictObject({
            ruleId: text,
            ruleIndex: count,
            level: z.enum(['error', 'warning', 'note']),
            message,
            locations: z
              .array(
                z.strictObject({
                  physicalLocation: z.strictObject({
                    artifactLocation: z.strictObject({
                      uri: z
                        .string()
                        .regex(/^[A-Za-z0-9._~:/%!*'()@&=+$,;-]+$/, 'a URI reference, percent-encoded'),
                    }),
                    region: z
                      .strictObject({
                        startLine: position,
                        startColumn: position.optional(),
                        endLine: position.optional(),
                        endColumn: position.optional(),
                      })
                      .refine(
                        ({
                          startLine,
                          startColumn = 1,
                          endLine = startLine,
                          endColumn = Number.POSITIVE_INFINITY,
                        }) => endLine > startLine || (endLine === startLine && endColumn >= startColumn),
                        'a region ends where it begins or later',
                      )
                      .optional(),
                  }),
                  logicalLocations: z
                    .tuple([
                      z.strictObject({ name: text, fullyQualifiedName: text, kind: z.enum(['cell', 'row']) }),
                    ])
                    .optional(),
                }),
              )
              .max(1),
          }),
        ),
      })
      .refine(
        ({ tool, results }) => results.every(one => tool.driver.rules[one.ruleIndex]?.id === one.ruleId),
        'a result points at its own rule',
      )
      .refine(
        ({ tool: { driver } }) => new Set(driver.rules.map(({ id }) => id)).size === driver.rules.length,
        'a rule stands once',
      ),
  ]),
});

/** The one SARIF document on stdout. */
export function parseSarif(run: Run): z.infer<typeof sarif>['runs'][0] {
  const reading = sarif.safeParse(JSON.parse(run.stdout));
  if (!reading.success) throw new Error(`${z.prettifyError(reading.error)}\n${run.stdout}`);
  const [only] = reading.data.runs;
  expect(only.invocations[0].exitCode, run.stdout).toBe(run.code);
  return only;
}

/** Schema name → what a document of that name holds. */
export const documents = {
  'qabyl.change/1': change,
  'qabyl.error/1': error,
  'qabyl.readiness/1': readiness,
  'qabyl.houses/1': houses,
  'qabyl.address/1': address,
  'qabyl.list/1': list,
  'qabyl.history/1': history,
  'qabyl.show/1': show,
  'qabyl.territory/1': territory,
  'qabyl.version/1': version,
  'qabyl.verification/1': verification,
  'qabyl.backup-made/1': backupMade,
  'qabyl.restored/1': restored,
  'qabyl.doctor/1': doctor,
} as const;
export type DocumentName = keyof typeof documents;
export type DocumentOf<N extends DocumentName> = z.infer<(typeof documents)[N]>;
export type ChangeDocument = DocumentOf<'qabyl.change/1'>;

/**
 * The one JSON document on stdout, held against the schema that it names.
 * @param name the schema it must be, where the test knows
 */
export function parseDocument(run: Run): DocumentOf<DocumentName>;
export function parseDocument<N extends DocumentName>(run: Run, name: N): DocumentOf<N>;
export function parseDocument(run: Run, name?: DocumentName): DocumentOf<DocumentName> {
  const parsed: unknown = JSON.parse(run.stdout);
  expect(run.stdout.endsWith('}\n'), 'one document, ended by a line break').toBe(true);
  const { schema } = z.looseObject({ schema: z.string() }).parse(parsed);
  if (name !== undefined) expect(schema, run.stdout).toBe(name);
  if (!isDocumentName(schema)) throw new Error(`no schema is known for ${schema}`);
  const reading = documents[schema].safeParse(parsed);
  if (!reading.success) throw new Error(`${z.prettifyError(reading.error)}\n${run.stdout}`);
  const document = reading.data;
  if (document.schema === 'qabyl.change/1') expectOneStory(document, run);
  if (document.schema === 'qabyl.error/1') expect(document.exit_code).toBe(run.code);
  if (document.schema === 'qabyl.readiness/1') expect(run.code).toBe(document.ready ? 0 : 8);
  return document;
}

function isDocumentName(name: string): name is DocumentName {
  return Object.hasOwn(documents, name);
}

/** Outcome → the exit codes that may go with it (cli.md). */
const exitCodes: Readonly<Record<ChangeDocument['outcome'], readonly number[]>> = {
  applied: [0],
  planned: [0, 6],
  unchanged: [0, 6],
  rejected: [3],
  'needs-approval': [5],
  'partly-applied': [6],
  failed: [1, 2, 4, 7, 130],
};

/** Outcome, exit code, number of the change, counts and problems of a change tell the same. */
function expectOneStory(document: ChangeDocument, run: Run): void {
  const { outcome, summary } = document;
  expect(exitCodes[outcome], run.stdout).toContain(run.code);
  expect(document.change !== null).toBe(outcome === 'applied' || outcome === 'partly-applied');
  const touched = summary.add + summary.update + summary.remove;
  expect(document.changes.length).toBeLessThanOrEqual(touched);
  if (outcome === 'unchanged') expect(touched).toBe(0);
  const broken = document.problems.some(problem => problem.severity === 'error');
  // With `--skip-invalid` the bad rows' errors stand beside the good rows, planned or already so.
  const mayLeaveOut = outcome === 'planned' || outcome === 'unchanged';
  expect(broken, run.stdout).toBe(mayLeaveOut ? run.code === 6 : outcome !== 'applied');
}
