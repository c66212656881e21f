import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holder } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District } from '../support/district.ts';
import { scenesBefore } from '../support/story.ts';

describe.each(engines)('who works at a school alone, on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('set-year-settings'));
  });
  afterAll(() => district.drop());

  it('is told that the list of streets is not theirs, and asked for no department', async () => {
    const list = district.file('name_kk', 'Береке көшесі');
    const answer = await district.change(holder('school-1', 'admin'), ['import-streets', list]);
    expect(answer).toMatchObject({ code: 4, codes: ['not-permitted'] });
  });
});
