import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holder, scenes, story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District } from '../support/district.ts';
import { inventBin, mistype } from '../support/people.ts';

const HEADER = 'code,kind,bin,name_kk,name_ru,department,kato,territory';
const top = story.department.code;
const admin = story.admin.iin;
const ONE = inventBin(1);
const TWO = inventBin(2);
const THREE = inventBin(3);
const FOUR = inventBin(4);
const FIVE = inventBin(5);
const SIX = inventBin(6);

/** One row: a school under the department unless it says otherwise. */
function org(code: string, bin: string, { kind = 'school', under = top, territory = 'yes' } = {}): string {
  return `${code},${kind},${bin},${code} атауы,Название ${code},${under},,${territory}`;
}

describe.each(engines)('import-orgs on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    // After the people of the department and of its schools are there.
    district = await District.open(create, scenes.slice(0, 16));
  });
  afterAll(() => district.drop());

  const refused = (rows: readonly string[], ...more: readonly string[]) =>
    district.refused(admin, ['import-orgs', district.file(HEADER, ...rows), ...more]);

  it('has the district as its file says', async () => {
    const orgs = await district.list('orgs');
    expect(orgs.map(row => row.code)).toEqual([
      top,
      'school-1',
      'school-2',
      'school-3',
      'school-4',
      'school-5',
    ]);
    expect(orgs[0]).toMatchObject({
      kind: 'department',
      department: null,
      name_ru: expect.stringContaining('Отдел'),
    });
    expect(orgs[1]).toMatchObject({ kind: 'school', department: top, kato: '338910000', territory: 'yes' });
    expect(orgs[5]).toMatchObject({ code: 'school-5', territory: 'none' });
  });

  it.each([
    ['two organisations with one BIN', [org('a', ONE), org('b', ONE)], ['bin-taken', 3, 'bin', ONE]],
    [
      'the BIN of an organisation that is there',
      [org('a', story.department.bin)],
      ['bin-taken', 2, 'bin', story.department.bin],
    ],
    ['one code twice', [org('a', ONE), org('a', TWO)], ['org-code-twice', 3, 'code', 'a']],
    [
      'another kind',
      [org('school-1', ONE, { kind: 'department' })],
      ['org-kind-fixed', 2, 'kind', 'department'],
    ],
    [
      'a school under a school',
      [org('a', ONE, { under: 'school-1' })],
      ['parent-not-department', 2, 'department', 'school-1'],
    ],
    [
      'an unknown department',
      [org('a', ONE, { under: 'akzhailaw' })],
      ['parent-unknown', 2, 'department', 'akzhailaw'],
    ],
    ['a school under nothing', [org('a', ONE, { under: '' })], ['parent-missing', 2, 'department', '']],
    [
      'a department under nothing',
      [org('a', ONE, { kind: 'department', under: '' })],
      ['parent-missing', 2, 'department', ''],
    ],
    [
      'a department under itself',
      [org('a', ONE, { kind: 'department', under: 'a' })],
      ['parent-cycle', 2, 'department', 'a'],
    ],
    ['a code with capitals', [org('School-9', ONE)], ['code-malformed', 2, 'code', 'School-9']],
    ['a code like a BIN', [org(TWO, ONE)], ['code-malformed', 2, 'code', TWO]],
    ['a wrong BIN', [org('a', mistype(ONE))], ['bin-check-digit', 2, 'bin', mistype(ONE)]],
    ['an IIN for a BIN', [org('a', admin)], ['bin-is-iin', 2, 'bin', admin]],
    ['no BIN', [org('a', '')], ['cell-missing', 2, 'bin', '']],
    ['an unknown kind', [org('a', ONE, { kind: 'цирк' })], ['org-kind-unknown', 2, 'kind', 'цирк']],
    [
      'an unknown territory',
      [org('a', ONE, { territory: 'мүмкін' })],
      ['territory-unknown', 2, 'territory', 'мүмкін'],
    ],
  ] as const)('refuses %s', async (_, rows, [code, line, column, value]) => {
    const answer = await refused(rows);
    expect(answer.code).toBe(3);
    expect(answer.document.problems).toMatchObject([
      { code, severity: 'error', where: { line, record: line - 1, column, value } },
    ]);
  });

  it('refuses departments that stand above each other, wherever the circle is closed', async () => {
    const department = { kind: 'department' };
    const circle = [
      org('a', ONE, { ...department, under: 'b' }),
      org('b', TWO, { ...department, under: 'a' }),
    ];
    expect((await refused([...circle, org('c', THREE, { under: 'a' })])).codes).toEqual([
      'parent-cycle',
      'parent-cycle',
    ]);
    const above = `${top},department,${story.department.bin},Ақжайлау,Акжайлау,a,,none`;
    expect((await refused([above, org('a', ONE, department)])).codes).toEqual([
      'parent-cycle',
      'parent-cycle',
    ]);
  });

  it('tells everything that is wrong with a row at once', async () => {
    const { codes } = await refused(['Школа 1,цирк,123,,А,нет такой,12,может быть']);
    expect(codes).toEqual([
      'code-malformed',
      'org-kind-unknown',
      'bin-length',
      'cell-missing',
      'kato-malformed',
      'territory-unknown',
    ]);
  });

  it('proposes the department that was meant', async () => {
    const { document } = await refused([org('a', ONE, { under: 'akzhailaw' })]);
    expect(document.problems[0]?.fix).toContain(top);
  });

  it.each(['school-1', 'school-5'])('is not for the super-administrator of %s', async school => {
    const file = district.file(HEADER, org('a', ONE));
    const answer = await district.refused(holder(school, 'superadmin'), ['import-orgs', file]);
    expect(answer.code).toBe(4);
    expect(answer.document.problems).toMatchObject([{ code: 'not-permitted' }]);
    expect(answer.document.problems[0]?.message).toContain(top);
  });

  it('is not for the administrator of the department', async () => {
    const file = district.file(HEADER, org('a', ONE));
    expect((await district.refused(holder(top, 'admin'), ['import-orgs', file])).code).toBe(4);
  });

  it.each([
    ['BIN', 'school-1', [`school-1,school,${ONE},А,Б,akzhailau,338910000,yes`]],
    ['territory', 'school-5', ['school-5,school,980940004156,А,Б,akzhailau,338910000,yes']],
  ])('asks before another %s replaces that of an organisation', async (_, code, rows) => {
    const answer = await refused(rows);
    expect(answer.code).toBe(5);
    expect(answer.document).toMatchObject({
      outcome: 'needs-approval',
      approvals: [{ reason: 'organisation-changed', count: 1 }],
      changes: [{ action: 'update', kind: 'org', key: code }],
    });
  });
});

describe.each(engines)('what import-orgs writes on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenes.slice(0, 2));
  });
  afterAll(() => district.drop());

  it('takes a school before its department, and names of departments for their codes', async () => {
    const file = district.file(
      HEADER,
      org('deep-school', ONE, { under: 'Название deep' }),
      org('deep', TWO, { kind: 'department', under: story.department.name, territory: 'yes' }),
    );
    const dry = await district.done(admin, ['import-orgs', file, '--dry-run']);
    expect(dry.document).toMatchObject({ outcome: 'planned', change: null });
    const { document } = await district.done(admin, ['import-orgs', file]);
    expect(document).toMatchObject({ outcome: 'applied', summary: { read: 2, add: 2, unchanged: 0 } });
    expect([document.digest, document.changes]).toEqual([dry.document.digest, dry.document.changes]);
    const orgs = await district.list('orgs');
    expect(orgs.find(row => row.code === 'deep-school')).toMatchObject({ department: 'deep' });
    // Only schools have a territory.
    expect(orgs.find(row => row.code === 'deep')).toMatchObject({ department: top, territory: 'none' });
    const again = await district.done(admin, ['import-orgs', file]);
    expect(again.document).toMatchObject({ outcome: 'unchanged', summary: { unchanged: 2 } });
  });

  it('corrects a name without a question', async () => {
    const row = 'school-2,school,961040012649,Жаңа атау,Новое имя,akzhailau,338910000,yes';
    const { document } = await district.done(admin, ['import-orgs', district.file(HEADER, row)]);
    expect(document).toMatchObject({ outcome: 'applied', approvals: [], summary: { update: 1, add: 0 } });
    expect(document.changes[0]?.before).toMatchObject({ name_ru: 'Общеобразовательная школа № 2' });
    expect(document.changes[0]?.after).toMatchObject({ name_ru: 'Новое имя' });
  });

  it.each([
    ['a blank cell', HEADER, ',,,'],
    ['an absent column', 'code,kind,bin,name_kk,name_ru', ''],
  ])('takes nothing from %s', async (name, header, rest) => {
    const stored = async () =>
      (await district.list('orgs')).filter(row => ['school-1', 'school-5'].includes(String(row.code)));
    const before = await stored();
    expect(before.map(row => row.territory)).toEqual(['yes', 'none']);
    const rows = before.map(({ code, bin }) => `${code},school,${bin},${name},${name}${rest}`);
    const { document } = await district.done(admin, ['import-orgs', district.file(header, ...rows)]);
    expect(document).toMatchObject({ outcome: 'applied', approvals: [], summary: { update: 2 } });
    expect(await stored()).toEqual(before.map(row => ({ ...row, name_kk: name, name_ru: name })));
  });

  it('gives a new school a territory unless it declares that it has none', async () => {
    const file = district.file(
      HEADER,
      org('new-1', inventBin(7), { territory: '' }),
      org('new-2', inventBin(8), { territory: 'none' }),
    );
    await district.done(admin, ['import-orgs', file]);
    const orgs = await district.list('orgs');
    expect(orgs.filter(row => /^new-/.test(String(row.code))).map(row => row.territory)).toEqual([
      'yes',
      'none',
    ]);
  });

  it('asks which department was meant where two bear one name', async () => {
    const twins = ['twin-1', 'twin-2'].map(
      (code, i) => `${code},department,${inventBin(9 + i)},Егіз,Двойник,${top},,`,
    );
    const file = district.file(HEADER, ...twins, org('under-twin', inventBin(11), { under: 'Двойник' }));
    const { document } = await district.refused(admin, ['import-orgs', file]);
    expect(document.problems.map(one => [one.code, one.where?.line])).toEqual([['parent-unknown', 4]]);
    expect(document.problems[0]?.fix).toMatch(/twin-1.*twin-2/);
  });

  it('leaves out bad rows with --skip-invalid, and whatever hangs from them', async () => {
    const file = district.file(
      HEADER,
      org('bad', story.department.bin, { kind: 'department' }),
      org('below', FOUR, { kind: 'department', under: 'bad' }),
      org('far-below', FIVE, { under: 'below' }),
      org('good', SIX),
    );
    const rejected = await district.refused(admin, ['import-orgs', file]);
    expect(rejected.codes).toContain('bin-taken');
    expect(rejected.codes).not.toContain('parent-rejected');
    const partly = await district.change(admin, ['import-orgs', file, '--skip-invalid']);
    expect(partly.code).toBe(6);
    expect(partly.codes).toEqual(['bin-taken', 'parent-rejected', 'parent-rejected']);
    expect(partly.document.summary).toMatchObject({ read: 4, add: 1, rejected: 3 });
  });
});
