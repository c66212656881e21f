import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenes } from '../../../fixtures/story.ts';
import { engines } from '../../support/databases.ts';
import { District } from '../../support/district.ts';
import { Tampering } from '../../support/tampering.ts';
import { examination } from './examination.ts';

describe.each(engines)('doctor on a history on $engine', ({ create }) => {
  let district: District;
  let tampering: Tampering;
  beforeAll(async () => {
    district = await District.open(create, scenes.slice(0, 4));
    tampering = await Tampering.with(district);
  }, 120_000);
  afterAll(async () => {
    await tampering.close();
    await district.drop();
  });
  const history = async () => {
    const { code, of } = await examination(district.db);
    return [code, of('history').status, of('history').code];
  };
  const line = async (id: number) => (await tampering.rows('change')).find(row => row.id === id) ?? {};

  it('finds the chain whole', async () => {
    expect(await history()).toEqual([0, 'pass', 'history-whole']);
  });

  it('finds a line that was altered, one that was removed, and one that was put in', async () => {
    const second = await line(2);
    expect(await tampering.altered('change', second, 'host', 'басқа', history)).toEqual([
      3,
      'fail',
      'history-line-altered',
    ]);
    expect(await tampering.removed('change', second, history)).toEqual([3, 'fail', 'history-line-missing']);
    const last = await line(4);
    expect(await tampering.added('change', { ...last, id: 5 }, history)).toEqual([
      3,
      'fail',
      'history-line-altered',
    ]);
    expect(await tampering.added('change', { ...last, id: 0 }, history)).toEqual([
      3,
      'fail',
      'history-line-altered',
    ]);
    expect(await history()).toEqual([0, 'pass', 'history-whole']);
  });

  it('leaves the rows to verify-history', async () => {
    const [person = {}] = await tampering.rows('staff');
    expect(await tampering.altered('staff', person, 'surname', 'Жалған', history)).toEqual([
      0,
      'pass',
      'history-whole',
    ]);
  });

  it('warns of a last change that lies in the future', async () => {
    const now = new Date('2027-01-31T07:00:00Z');
    const { of } = await examination(district.db, { clock: () => now });
    // A server whose clock differs is told first: its own clock is the real one.
    const code = district.db.startsWith('postgres') ? 'clock-off' : 'last-change-ahead';
    expect(of('clock')).toMatchObject({ status: 'warn', code });
  });
});
