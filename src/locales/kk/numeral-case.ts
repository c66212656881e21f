/** Endings of the ablative (-дан: from) and the dative (-ға: to), as the last sound of a spoken word asks. */
interface Endings {
  readonly from: string;
  readonly to: string;
}

const BACK_VOICED: Endings = { from: 'дан', to: 'ға' };
const FRONT_VOICED: Endings = { from: 'ден', to: 'ге' };
const BACK_VOICELESS: Endings = { from: 'тан', to: 'қа' };
const FRONT_VOICELESS: Endings = { from: 'тен', to: 'ке' };
const BACK_NASAL: Endings = { from: 'нан', to: 'ға' };
const FRONT_NASAL: Endings = { from: 'нен', to: 'ге' };

/** бір, екі, үш, төрт, бес, алты, жеті, сегіз, тоғыз */
const ONES: Readonly<Record<string, Endings>> = {
  1: FRONT_VOICED,
  2: FRONT_VOICED,
  3: FRONT_VOICELESS,
  4: FRONT_VOICELESS,
  5: FRONT_VOICELESS,
  6: BACK_VOICED,
  7: FRONT_VOICED,
  8: FRONT_VOICED,
  9: BACK_VOICED,
};

/** он, жиырма, отыз, қырық, елу, алпыс, жетпіс, сексен, тоқсан */
const TENS: Readonly<Record<string, Endings>> = {
  1: BACK_NASAL,
  2: BACK_VOICED,
  3: BACK_VOICED,
  4: BACK_VOICELESS,
  5: FRONT_VOICED,
  6: BACK_VOICELESS,
  7: FRONT_VOICELESS,
  8: FRONT_NASAL,
  9: BACK_NASAL,
};

/** Letters whose names do not sound like «бэ», «вэ», «гэ»: а, ка, ха…; эм, эн; эс, эф. */
const LETTERS: readonly (readonly [string, Endings])[] = [
  ['АОУЫЮЯҒҚҰКХШЩҺЪ', BACK_VOICED],
  ['МНҢ', FRONT_NASAL],
  ['СФ', FRONT_VOICELESS],
];

/** «20-дан», «45-тен», «10-нан», «12А-дан»: from that house. */
export function ablative(house: string): string {
  return `${house}-${endings(house).from}`;
}

/** «20-ға», «45-ке», «10-ға», «12А-ға»: up to that house. */
export function dative(house: string): string {
  return `${house}-${endings(house).to}`;
}

function endings(house: string): Endings {
  const letter = /\p{L}$/u.exec(house)?.[0];
  if (letter !== undefined) return LETTERS.find(([names]) => names.includes(letter))?.[1] ?? FRONT_VOICED;
  const [, digit = '', zeros = ''] = /([1-9])(0*)$/.exec(house) ?? [];
  if (zeros.length === 0) return ONES[digit] ?? FRONT_VOICED;
  if (zeros.length === 1) return TENS[digit] ?? FRONT_VOICED;
  // жүз, and мың from a thousand on
  return zeros.length === 2 ? FRONT_VOICED : BACK_NASAL;
}
