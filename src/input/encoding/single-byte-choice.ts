import type { EncodingReading, EncodingSuspect } from '../../domain/encoding-problems.ts';
import type { ByteSurvey } from './byte-survey.ts';
import { kazakhEvidence } from './kazakh-letters.ts';
import { legibility } from './legibility.ts';
import { loadSingleByteTable, type SingleByteName } from './single-byte-table.ts';

/** Which encoding of one byte per letter a file is in, or why that cannot be told. */
export type SingleByteChoice =
  | { readonly found: 'windows-1251' | 'kz-1048' }
  /** two readings of one word of the file */
  | { readonly ambiguous: readonly EncodingReading[] }
  /** neither; `suspect` is the one under which it does read, if any */
  | { readonly unknown: true; readonly suspect: EncodingSuspect | null };

/** Below it, a text is not in the encoding: real tables hold some abbreviations and misprints. */
const READABLE = 0.75;
/** By this much another encoding must read better to be suspected. */
const CLEARLY = 0.05;
/** This share of the evidence decides. */
const SURE = 0.8;

const suspects: readonly EncodingSuspect[] = ['dos-866', 'mac-cyrillic', 'pt154'];

/** Chooses between windows-1251 and KZ-1048 by the words of the file. */
export async function chooseSingleByte(survey: ByteSurvey): Promise<SingleByteChoice> {
  const words = [...survey.words, ...survey.telling];
  const kazakh = await readWords(words, 'kz-1048');
  const readable = Math.max(legibility(kazakh), legibility(await readWords(words, 'windows-1251')));
  let best = readable + CLEARLY;
  let suspect: EncodingSuspect | null = null;
  for (const name of suspects) {
    const score = legibility(await readWords(words, name));
    if (score < READABLE || score < best) continue;
    best = score;
    suspect = name;
  }
  if (suspect !== null || readable < READABLE || survey.controls > words.length / 10)
    return { unknown: true, suspect };
  // Without telling bytes both read alike; windows-1251 is what Excel writes.
  if (survey.telling.size === 0) return { found: 'windows-1251' };
  const evidence = kazakhEvidence(await readWords([...survey.telling], 'kz-1048'));
  const sum = evidence.kazakh + evidence.other;
  if (sum > 0 && evidence.kazakh >= SURE * sum) return { found: 'kz-1048' };
  if (sum > 0 && evidence.other >= SURE * sum) return { found: 'windows-1251' };
  return { ambiguous: await bothReadings(survey.telling) };
}

/** A whole name says more than a short word. */
async function bothReadings(telling: ReadonlySet<string>): Promise<EncodingReading[]> {
  const [word = ''] = [...telling].toSorted((a, b) => b.length - a.length);
  const names = ['kz-1048', 'windows-1251'] as const;
  return Promise.all(
    names.map(async encoding => ({ encoding, text: (await readWords([word], encoding)).join('') })),
  );
}

async function readWords(words: readonly string[], name: SingleByteName): Promise<string[]> {
  const table = await loadSingleByteTable(name);
  return table.read(Buffer.from(words.join('\n'), 'latin1')).split('\n');
}
