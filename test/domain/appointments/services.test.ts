import { describe, expect, it } from 'vitest';
import { readService } from '../../../src/domain/appointments/services.ts';

describe('reading a state service', () => {
  it.each([
    'grade-1-admission',
    'Admission to grade 1',
    '1-сыныпқа қабылдау',
    'Приём  в 1 класс',
    'прием в 1 класс',
  ])('reads «%s»', text => {
    expect(readService(text)).toEqual({ ok: true, value: 'grade-1-admission' });
  });

  it.each(['', 'grade-2-admission'])('refuses «%s» and lists the services', text => {
    expect(readService(text)).toMatchObject({
      ok: false,
      problem: { code: 'service-unknown', args: { value: text, allowed: ['grade-1-admission'] } },
    });
  });
});
