import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RepairLog } from '../../src/input/repair-log.ts';

const cell = (record: number) => ({ line: record + 1, record, from: ` ${record}`, to: `${record}` });

describe('the log of repairs', () => {
  it('counts each repair by column and keeps the first three cells', () => {
    const log = new RepairLog();
    for (let record = 1; record <= 1_000; record++) log.note('blanks-removed', 'surname', cell(record));
    log.note('zeros-restored', 'iin', cell(7));
    expect(log.toJSON()).toEqual([
      { code: 'blanks-removed', field: 'surname', count: 1_000, first: [cell(1), cell(2), cell(3)] },
      { code: 'zeros-restored', field: 'iin', count: 1, first: [cell(7)] },
    ]);
  });

  it('is empty when nothing was repaired', () => {
    expect(new RepairLog().toJSON()).toEqual([]);
  });

  it('does not keep a cell that swallowed half the file', () => {
    const log = new RepairLog();
    log.note('blanks-removed', 'org', {
      line: 2,
      record: 1,
      from: 'ә'.repeat(100_000),
      to: 'ә'.repeat(99_999),
    });
    expect(JSON.stringify(log).length).toBeLessThan(1_000);
  });

  it('says the same however the file was cut into parts, in whatever order they come', () => {
    const notes = fc.array(
      fc.record({
        code: fc.constantFrom('blanks-removed', 'look-alikes-replaced'),
        field: fc.constantFrom('surname', 'org'),
        part: fc.nat({ max: 3 }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(notes, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (all, order) => {
        const whole = new RepairLog();
        const parts = order.map(() => new RepairLog());
        all.forEach(({ code, field, part }, i) => {
          whole.note(code, field, cell(i));
          parts[part]?.note(code, field, cell(i));
        });
        const merged = new RepairLog();
        for (const part of order) merged.merge(structuredClone(parts[part]?.toJSON() ?? []));
        expect(merged.toJSON()).toEqual(whole.toJSON());
      }),
    );
  });
});
