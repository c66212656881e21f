import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { scenesBefore } from '../support/story.ts';

const HOUSES = 40_000;
/** No two of them are neighbours, so that none is put into a range. */
const numbers = Array.from({ length: HOUSES }, (_, at) => `${at + 1}/1`);

describe.each(engines)('a street of 40,000 houses named one by one, on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('bind-streets'));
    const list = district.file('street;houses', `Гоголь көшесі;"${numbers.join(', ')}"`);
    const rows = district.file('school;street;houses', `school-2;Гоголь көшесі;"${numbers.join(', ')}"`);
    await district.done(streetKeeper, ['import-streets', list]);
    await district.done(streetKeeper, ['bind-streets', '--file', rows]);
  });
  afterAll(() => district.drop());

  const csv = async (kind: string) => {
    const { stdout } = await district.text(streetKeeper, ['list', kind, '--csv']);
    const lines = stdout.trimEnd().split(/\r?\n/u);
    expect(Math.max(...lines.map(line => line.length))).toBeGreaterThan(250_000);
    return district.file(...lines);
  };

  it('is imported again as the list of streets writes it', async () => {
    const { document } = await district.change(streetKeeper, ['import-streets', await csv('streets')]);
    expect(document.outcome).toBe('unchanged');
  });

  it('is bound again as the list of bindings writes it', async () => {
    const { document } = await district.change(streetKeeper, [
      'bind-streets',
      '--file',
      await csv('bindings'),
    ]);
    expect(document.outcome).toBe('unchanged');
  });
});
