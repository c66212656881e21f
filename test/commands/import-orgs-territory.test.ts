import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District, type Row, streetKeeper } from '../support/district.ts';
import { pasted } from '../support/paste.ts';
import { inventBin } from '../support/people.ts';
import { checkOf, readiness } from '../support/readiness.ts';

const HEADER = 'code,kind,bin,name_kk,name_ru,department,kato,territory';
const admin = story.admin.iin;
const top = story.department.code;
const NEXT_YEAR = '2028-2029';

describe.each(engines)('schools that have streets, on $engine', ({ create }) => {
  let district: District;
  let school: Row;
  beforeEach(async () => {
    // After the streets are bound.
    district = await District.open(create, scenes.slice(0, 6));
    const other = `other,department,${inventBin(1)},Басқа бөлім,Другой отдел,${top},,`;
    await district.done(admin, ['import-orgs', district.file(HEADER, other)]);
    school = (await district.list('orgs')).find(row => row.code === 'school-1') ?? {};
  });
  afterEach(() => district.drop());

  /** A file in which school-1 is as stored, but for what changes. */
  const changed = (what: Row) => {
    const row = { ...school, ...what };
    return district.file(
      HEADER,
      HEADER.split(',')
        .map(column => row[column] ?? '')
        .join(','),
    );
  };
  const begin = (year: string) =>
    district.done(admin, [
      ...['init', '--department', story.department.name, '--code', top, '--bin', story.department.bin],
      ...['--admin-iin', admin, '--admin-name', story.admin.name, '--yes', '--year', year],
    ]);
  const streetsOf = (rows: readonly Row[], code: string) =>
    rows.filter(row => row.school === code).map(row => row.street);

  it.each([
    ['territory', { territory: 'none' }],
    ['department', { department: 'other' }],
  ])(
    'keep their %s until the commands that the refusals print have unbound every street',
    async (column, what) => {
      const change = ['import-orgs', changed(what), '--yes'];
      let left = streetsOf(await district.list('bindings'), 'school-1').length;
      expect(left).toBeGreaterThan(1);
      for (; left > 0; left--) {
        const { code, document } = await district.refused(admin, change);
        expect(code).toBe(3);
        expect(document.problems).toMatchObject([
          { code: 'school-holds-streets', where: { line: 2, column, value: Object.values(what)[0] } },
        ]);
        expect(document.problems[0]?.message).toContain(`${left} street`);
        const [command] = /qabyl bind-streets .*/.exec(document.problems[0]?.fix ?? '') ?? [''];
        await district.done(streetKeeper, [
          ...pasted(command),
          '--yes',
          '--allow-changes=9',
          '--allow-removals=9',
        ]);
      }
      await district.done(admin, change);
      expect((await district.list('orgs')).find(row => row.code === 'school-1')).toMatchObject(what);
    },
  );

  it('are refused by --year as well: it is the current year that counts', async () => {
    await begin(NEXT_YEAR);
    await district.done(admin, ['import-orgs', changed({ territory: 'none' }), '--yes']);
    await district.done(admin, ['import-orgs', changed({ territory: 'yes' }), '--yes', '--year', story.year]);
    await begin(story.year);
    const answer = await district.refused(admin, [
      'import-orgs',
      changed({ territory: 'none' }),
      '--year',
      NEXT_YEAR,
    ]);
    expect(answer.codes).toEqual(['school-holds-streets']);
    expect(answer.document.problems[0]?.fix).toContain(`--year ${story.year}`);
  });

  it.each([
    ['without territory', { territory: 'none' }],
    ['of another department', { department: 'other' }],
  ])('and are now %s, make no street of the year before bound', async (_, what) => {
    const bindings = await district.list('bindings');
    const others = new Set(bindings.filter(row => row.school !== 'school-1').map(row => row.street));
    const alone = streetsOf(bindings, 'school-1').filter(street => !others.has(street));
    expect(alone.length).toBeGreaterThan(0);
    await begin(NEXT_YEAR);
    await district.done(admin, ['import-orgs', changed(what), '--yes']);
    const report = await readiness(['--department', top, '--year', story.year], {
      db: district.db,
      as: admin,
    });
    expect(checkOf(report, top, 'streets-bound')).toMatchObject({
      status: 'fail',
      message: expect.stringContaining(`${alone.length} street`),
    });
    // Its own territory is empty too: what it cannot take is not its to read.
    const bound = checkOf(report, 'school-1', 'territory-bound').status;
    expect(bound).toBe('territory' in what ? 'waived' : 'fail');
    const shown = await district.text(admin, [
      'review-territory',
      '--school',
      'school-1',
      '--year',
      story.year,
      '--json',
    ]);
    if (!('territory' in what)) expect(JSON.parse(shown.stdout)).toMatchObject({ bindings: [] });
  });
});
