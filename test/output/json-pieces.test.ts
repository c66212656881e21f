import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonPieces } from '../../src/output/json-pieces.ts';

const inner = fc.record({ message: fc.string(), fix: fc.option(fc.string()), where: fc.option(fc.object()) });

it('a document in pieces is the document as a whole', () => {
  fc.assert(
    fc.property(fc.array(inner), fc.string(), (items, note) => {
      const flat = (list: readonly object[]) => ({ note, earlier: [], problems: list });
      const deep = (list: readonly object[]) => ({ runs: [{ note, results: list }], end: note });
      const whole = (document: object) => `${JSON.stringify(document, null, 2)}\n`;
      expect([...jsonPieces(flat([]), 'problems', items)].join('')).toBe(whole(flat(items)));
      expect([...jsonPieces(deep([]), 'results', items)].join('')).toBe(whole(deep(items)));
    }),
  );
});

it('a long list leaves in pieces none of which is long', () => {
  const items = Array.from({ length: 50_000 }, (_, i) => ({ i, text: 'ұзақ '.repeat(20) }));
  const pieces = [...jsonPieces({ items: [] }, 'items', items)];
  expect(Math.max(...pieces.map(piece => piece.length))).toBeLessThan(100_000);
  expect(JSON.parse(pieces.join(''))).toEqual({ items });
});
