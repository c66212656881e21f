import { afterEach, describe, expect, it } from 'vitest';
import { holder, scenes, story } from '../../fixtures/story.ts';
import { engines, type TestDatabase } from '../support/databases.ts';
import { qabyl } from '../support/run.ts';
import { playScenes } from '../support/story.ts';

describe.each(engines)('the district of the story on $engine', ({ create }) => {
  let database: TestDatabase;
  afterEach(() => database.drop());

  it('goes through the nine steps, is told what is missing, and ends ready', async () => {
    database = await create();
    const db = database.target;
    await playScenes(db);
    const before = await qabyl(['check-readiness', '--json'], { db, as: story.admin.iin });
    expect(before.code).toBe(8);
    const report = JSON.parse(before.stdout) as Report;
    expect(statusOf(report, 'school-2', 'executor-appointed')).toBe('fail');
    expect(statusOf(report, 'school-3', 'territory-reviewed')).toBe('fail');
    expect(statusOf(report, 'school-4', 'year-settings-consistent')).toBe('warn');
    expect(statusOf(report, 'school-5', 'territory-bound')).toBe('waived');
    expect(report.orgs.filter(org => !org.ready).map(org => org.org)).toEqual(['school-2', 'school-3']);

    for (const check of report.orgs.flatMap(org => org.checks).filter(one => one.status === 'fail')) {
      const words = (check.fix ?? '').split(' ').slice(1);
      const run = await qabyl(words, { db, as: holder(check.by_org, check.by) });
      expect(run.code, `${check.fix}\n${run.stderr}`).toBe(0);
    }
    const after = await qabyl(['check-readiness', '--json'], { db, as: story.admin.iin });
    expect(after.code).toBe(0);
    expect((JSON.parse(after.stdout) as Report).ready).toBe(true);
  });

  it('changes nothing when every step is done again', async () => {
    database = await create();
    const db = database.target;
    await playScenes(db);
    for (const { as, argv } of scenes) {
      const run = await qabyl([...argv, '--json'], { db, as: as ?? undefined });
      expect(run.code, `${argv.join(' ')}\n${run.stdout}`).toBe(0);
      // What the territory's later change made unread is read again.
      const outcome = argv[0] === 'review-territory' && argv[2] === 'school-3' ? 'applied' : 'unchanged';
      expect((JSON.parse(run.stdout) as { outcome: string }).outcome, argv.join(' ')).toBe(outcome);
    }
  });
});

interface Report {
  readonly ready: boolean;
  readonly orgs: readonly {
    readonly org: string;
    readonly ready: boolean;
    readonly checks: readonly {
      readonly id: string;
      readonly status: string;
      readonly fix: string | null;
      readonly by: 'superadmin' | 'admin' | 'director' | 'executor';
      readonly by_org: string;
    }[];
  }[];
}

function statusOf(report: Report, org: string, id: string): string | undefined {
  return report.orgs.find(one => one.org === org)?.checks.find(check => check.id === id)?.status;
}
