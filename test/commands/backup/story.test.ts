import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holder, scenes, story } from '../../../fixtures/story.ts';
import { answers } from '../../support/answers.ts';
import { engines } from '../../support/databases.ts';
import { District } from '../../support/district.ts';
import { everything } from '../../support/everything.ts';
import { parseDocument } from '../../support/json-schemas.ts';
import { inventIin } from '../../support/people.ts';

const admin = story.admin.iin;
const keeper = holder(story.department.code, 'admin');
const forms = [
  { form: 'as it is', name: 'сақтық көшірме.db', flags: [] },
  { form: 'portable', name: 'backup.jsonl', flags: ['--portable'] },
  { form: 'portable and packed', name: 'backup.gz', flags: [] },
] as const;

describe.each(engines)('the whole story on $engine', ({ engine, create }) => {
  let district: District;
  let before: Awaited<ReturnType<typeof answers>>;
  let last: number;
  beforeAll(async () => {
    district = await District.open(create, scenes);
    // Rows that were replaced and removed, somebody who has left, and an undo: former rows of every kind of change.
    await district.done(holder(story.department.code, 'superadmin'), [
      ...['assign-role', '--org', 'school-2', '--role', 'executor'],
      ...['--staff', holder('school-2', 'executor'), '--revoke', '--yes'],
    ]);
    const unbound = await district.done(keeper, [
      ...['bind-streets', '--school', 'school-1', '--street', 'Әл-Фараби көшесі', '--unbind', '--yes'],
    ]);
    await district.done(keeper, ['undo', String(unbound.document.change), '--yes']);
    // Texts that COPY and JSON would read as something else.
    const file = district.file(
      'iin,surname,given_name,position',
      `${inventIin(7)},Тегі,Аты,"\\N \\. ""а\\tб"""`,
    );
    await district.done(holder(story.department.code, 'superadmin'), [
      ...['import-staff', file, '--org', 'school-5', '--yes', '--allow-changes=40'],
    ]);
    last = await district.lastChange();
    before = await answers(district.db, last);
  });
  afterAll(() => district.drop());

  const otherEngines = engines.map(one => ({ to: one.engine, make: one.create }));
  const ways = forms.flatMap(form => otherEngines.map(other => ({ ...form, ...other })));
  it.each(ways)(
    'backed up $form and restored into $to gives the same answers',
    async ({ name, flags, make }) => {
      const made = parseDocument(
        await district.text(admin, ['backup', name, ...flags, '--yes', '--json']),
        'qabyl.backup-made/1',
      );
      expect(made.change).toBe(last);
      expect(made.form).toBe(engine === 'sqlite' && name.endsWith('.db') ? 'sqlite' : 'portable');
      const place = await make();
      try {
        const path = join(district.database.folder, name);
        const run = await district.text('', ['restore', path, '--json'], { db: place.target });
        const restored = parseDocument(run, 'qabyl.restored/1');
        expect(restored).toMatchObject({ change: last, changes: last, head: made.head, rows: made.rows });
        expect(await answers(place.target, last)).toEqual(before);
        expect(await everything(place.target)).toEqual(await everything(district.db));
        const there = { db: place.target };
        const undone = await district.text(admin, ['undo', String(last), '--yes', '--json'], there);
        expect(parseDocument(undone, 'qabyl.change/1')).toMatchObject({
          outcome: 'applied',
          change: last + 1,
        });
        const whole = await district.text(admin, ['verify-history', '--json'], there);
        expect(parseDocument(whole, 'qabyl.verification/1')).toMatchObject({ ok: true, changes: last + 1 });
      } finally {
        await place.drop();
      }
    },
  );
});
