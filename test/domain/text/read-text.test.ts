import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/domain/text/read-text.ts';

describe('a free text', () => {
  it.each(['мұғалім', 'Nomad City', 'Неліктен?', 'a ? b'])('may be «%s»', text => {
    expect(readText(text, 20)).toEqual({ ok: true, value: text });
  });

  it.each([
    ['м??алім', 'letters-lost'],
    ['?лия', 'letters-lost'],
    ['мұғал\ufffdм', 'letters-lost'],
    ['сынып мўѓалімі', 'letters-of-another-encoding'],
    ['ә'.repeat(21), 'text-too-long'],
  ])('may not be «%s»: %s', (text, code) => {
    expect(readText(text, 20)).toMatchObject({ ok: false, problem: { code, severity: 'error' } });
  });

  it('is doubted where some language writes so', () => {
    const warnings = [{ code: 'letters-of-another-encoding', severity: 'warning', args: { certain: false } }];
    expect(readText('Євген', 20)).toMatchObject({ ok: true, value: 'Євген', warnings });
  });

  it('is quoted by its beginning when it is too long', () => {
    expect(readText('ә'.repeat(1_000), 200)).toMatchObject({
      problem: { args: { value: `${'ә'.repeat(60)}…`, characters: 1_000, limit: 200 } },
    });
  });
});
