import { describe, expect, it } from 'vitest';
import { readYesNo } from '../../../src/domain/season/yes-no.ts';

describe('reading yes or no', () => {
  it.each(['yes', 'YES', 'иә', 'Иә', 'ия', 'да', ' Да '])('takes «%s» for yes', text => {
    expect(readYesNo(text)).toEqual({ ok: true, value: true });
  });

  it.each(['no', 'No', 'жоқ', 'ЖОҚ', 'жок', 'нет'])('takes «%s» for no', text => {
    expect(readYesNo(text)).toEqual({ ok: true, value: false });
  });

  it.each(['', '1', 'maybe', 'да нет', 'не'])('refuses «%s»', text => {
    expect(readYesNo(text)).toMatchObject({
      ok: false,
      problem: { code: 'yes-no-unknown', args: { value: text } },
    });
  });
});
