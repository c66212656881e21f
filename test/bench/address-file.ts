import { closeSync, openSync, writeSync } from 'node:fs';
import { inventedCountry } from './territory-country.ts';

/** A prime: neighbours in the table live far apart. */
const STEP = 7919;
/** So many lines are written at once. */
const LINES = 10_000;

/** One address of the invented country, as people write it. */
export const ONE_ADDRESS = 'с. Ақауыл-1, ул. Ақбұлақ, д. 5, кв. 12';

/** A table of addresses of the first departments of the country, with street, house and flat. */
export function writeAddressFile(path: string, rows: number, ranges: number): void {
  const places = [...inventedCountry(ranges)].flatMap(({ streets }) =>
    streets.map(({ settlement, name_ru }) => `с. ${settlement}, ${name_ru}`),
  );
  const file = openSync(path, 'w');
  let lines = ['address'];
  for (let i = 0; i < rows; i++) {
    const place = places[(i * STEP) % places.length];
    lines.push(`"${place}, д. ${(i % 30) + 1}, кв. ${(i % 60) + 1}"`);
    if (lines.length >= LINES) {
      writeSync(file, `${lines.join('\n')}\n`);
      lines = [];
    }
  }
  writeSync(file, lines.map(line => `${line}\n`).join(''));
  closeSync(file);
}
