import { existsSync, lstatSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problem } from '../src/domain/problem.ts';
import { OperatorError } from '../src/errors.ts';
import { debugText, maskDetails, writeDetails } from '../src/fault-details.ts';
import { qabyl } from './support/run.ts';

const iin = fc.stringMatching(/^\d{6}[1-6]\d{5}$/);
const ten = fc.stringMatching(/^[67]\d{9}$/);
const phone = fc.oneof(
  ten.map(d => `+7${d}`),
  ten.map(d => `8${d}`),
  ten.map(d => `+7 ${d.slice(0, 3)} ${d.slice(3, 6)} ${d.slice(6)}`),
  ten.map(d => `+7 (${d.slice(0, 3)}) ${d.slice(3, 6)}-${d.slice(6, 8)}-${d.slice(8)}`),
  ten.map(d => `8 (${d.slice(0, 4)}) ${d.slice(4, 6)}-${d.slice(6, 8)}-${d.slice(8)}`),
);
const number = fc.oneof(iin, phone);

/** The places of an error where a number may be, as drivers and the language put it there. */
const errors: readonly ((text: string) => unknown)[] = [
  text => new Error(`no such row: ${text}`),
  text => new Error('outer', { cause: new Error('inner', { cause: new TypeError(text) }) }),
  text =>
    Object.assign(new Error('duplicate key'), {
      detail: `Key (org, iin)=(school-3, ${text})`,
      code: '23505',
    }),
  text =>
    Object.assign(new Error('insert'), {
      sql: `insert into staff values ('${text}')`,
      parameters: [text, 1],
    }),
  text => new AggregateError([new Error(text)], text),
  text => new OperatorError(problem('staff-unknown', { iin: text, org: 'school-3', nearest: [text] })),
  text => new SyntaxError(`Unexpected token in JSON: {"iin":"${text}","phones":["${text}"]}`),
  text => Object.assign(new Error('wrong row'), { row: { [text]: { iin: text, phones: [text, { text }] } } }),
  text => ({ thrown: [text] }),
  text => text,
];

describe('a report of a fault', () => {
  it('has none of the numbers that stood in the error or in the command line', async () => {
    const error = fc.constantFrom(...errors);
    await fc.assert(
      fc.asyncProperty(error, number, number, async (make, inside, typed) => {
        let thrown = false;
        const run = await qabyl(['--version', '--debug', `--as=${typed}`, '--lang', 'en'], {
          whenPrinted: () => {
            if (thrown) return;
            thrown = true;
            throw make(inside);
          },
        });
        const file = /qabyl-fault-\S+\.txt/.exec(run.stderr);
        const path = /(\S*qabyl-fault-\S+\.txt)/.exec(run.stderr)?.[1];
        const [debug = ''] = run.stderr.split('\n✗ ');
        expect(debug).not.toBe('');
        expect(debug).not.toContain(inside);
        if (path === undefined || file === null) return; // an error that the operator can mend makes no report
        expect(run.code).toBe(1);
        const report = readFileSync(path, 'utf8');
        expect(statSync(path).mode & 0o777).toBe(0o600);
        rmSync(path);
        for (const text of [report, run.stderr])
          for (const hidden of [inside, typed]) expect(text).not.toContain(hidden);
        expect(report).toContain('qabyl --version --debug --as=');
      }),
      { numRuns: 60 },
    );
  });

  it('keeps what is needed to mend it: the stack, the causes, what the driver says', () => {
    const text = debugText(
      Object.assign(new Error('outer', { cause: new Error('inner') }), { code: '23505', table: 'staff' }),
    );
    for (const kept of ['Error: outer', 'Error: inner', '23505', "table: 'staff'", 'fault-details.test.ts:'])
      expect(text).toContain(kept);
  });
});

describe('the file of a report', () => {
  const now = new Date('2031-05-06T07:08:09.010Z');
  const taken = join(tmpdir(), `qabyl-fault-2031-05-06T07-08-09-010Z-${process.pid}.txt`);
  const elsewhere = join(tmpdir(), `qabyl-elsewhere-${process.pid}.txt`);
  const write = () => {
    const path = writeDetails(new Error('a fault'), ['list'], now) ?? '';
    const report = { path, text: readFileSync(path, 'utf8'), mode: lstatSync(path).mode & 0o777 };
    rmSync(path);
    return report;
  };

  it('has a name that tells when and which process', () => expect(write().path).toBe(taken));

  it.each([
    ['a file that all may read', () => writeFileSync(taken, 'theirs', { mode: 0o666 }), 'theirs'],
    [
      'a link to another file',
      () => {
        writeFileSync(elsewhere, 'theirs');
        symlinkSync(elsewhere, taken);
      },
      'theirs',
    ],
    ['a link to no file', () => symlinkSync(elsewhere, taken), null],
  ])('is a new one where %s has its name', (_, put, theirs) => {
    put();
    try {
      const { path, text, mode } = write();
      expect(path).not.toBe(taken);
      expect(text).toContain('a fault');
      expect(mode).toBe(0o600);
      expect(existsSync(taken) ? readFileSync(taken, 'utf8') : null).toBe(theirs);
    } finally {
      for (const file of [taken, elsewhere]) rmSync(file, { force: true });
    }
  });
});

describe('the details of a fault', () => {
  it.each([
    ['postgres://qabyl:Pa55w0rd@db.example.kz/qabyl', 'postgres://qabyl:***@db.example.kz/qabyl'],
    ['at postgres://h/x?password=Pa55w0rd&a=b', 'at postgres://h/x?password=***&a=b'],
    ["{ user: 'qabyl', password: 'Pa55w0rd' }", "{ user: 'qabyl', password: *** }"],
    ['{"password":"Pa55\\"w0rd","a":1}', '{"password":***,"a":1}'],
    ['PGPASSWORD=Pa55w0rd qabyl list', 'PGPASSWORD=*** qabyl list'],
    ["passphrase: 'Pa55 w0rd'", 'passphrase: ***'],
    ["code: 'password-missing'", "code: 'password-missing'"],
  ])('hide passwords: %s', (text, masked) => {
    expect(maskDetails(text)).toBe(masked);
  });
});
