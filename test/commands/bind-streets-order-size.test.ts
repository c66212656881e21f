import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { scenesBefore } from '../support/story.ts';

describe.each(engines)('the work of a long order, on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('bind-streets'));
  });
  afterAll(() => district.drop());

  it.each<[string, (at: number) => string]>([
    ['unknown streets', at => `ул. Неведомая${at} 1-9;`],
    ['unknown names in one sentence', at => `Неведомая${at} 1-9,`],
    ['unread headings in one sentence', at => `ул. Гоголя ${at}, Колледж № ${at},`],
    ['unknown schools', at => `Школа № ${at + 100}: ул. Мира ${at}`],
  ])('grows with its length, not faster: %s', async (_, line) => {
    // What this thread itself has worked: a loaded machine makes it wait, but not work more.
    const work = async (lines: number) => {
      const text = Array.from({ length: lines }, (_, at) => line(at));
      const order = district.order(['Школа № 2:', ...text], '-n');
      const start = process.threadCpuUsage();
      await district.change(streetKeeper, order);
      const { user, system } = process.threadCpuUsage(start);
      return user + system;
    };
    await work(100);
    const few = Math.min(await work(100), await work(100));
    expect(await work(1000)).toBeLessThan(30 * few);
  });
});
