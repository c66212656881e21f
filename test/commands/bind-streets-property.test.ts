import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isEmptySet } from '../../src/domain/territory/house-set.ts';
import { describeSet } from '../../src/domain/territory/set-parts.ts';
import { houses as en } from '../../src/locales/en/houses.ts';
import { houses as kk } from '../../src/locales/kk/houses.ts';
import { houses as ru } from '../../src/locales/ru/houses.ts';
import { crowdedSet, modelledSet } from '../domain/territory/arbitrary-sets.ts';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { scenesBefore } from '../support/story.ts';

const anySet = fc
  .oneof(
    modelledSet.map(({ set }) => set),
    crowdedSet,
  )
  .filter(set => !isEmptySet(set));

describe.each(engines)('a reading that is bound again on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('bind-streets'));
  });
  afterAll(() => district.drop());

  it('changes nothing, in each of the languages', async () => {
    const street = ['--school', 'school-1', '--street', 'Гагарина'];
    await fc.assert(
      fc.asyncProperty(
        anySet,
        fc.constantFrom({ words: en }, { words: ru }, { words: kk }),
        async (set, { words }) => {
          const bind = (houses: string) =>
            district.done(streetKeeper, ['bind-streets', ...street, '--houses', houses]);
          await bind(words.print(describeSet(set)));
          const { 'school-1': reading } = await district.bound('Гагарина');
          expect(reading).toBe(en.print(describeSet(set)));
          expect((await bind(reading ?? '')).document.outcome).toBe('unchanged');
          await district.done(streetKeeper, [
            'bind-streets',
            ...street,
            '--unbind',
            '--houses',
            reading ?? '',
            '--yes',
          ]);
          expect(await district.bound('Гагарина')).toEqual({});
        },
      ),
      { numRuns: 12 },
    );
  });
});
