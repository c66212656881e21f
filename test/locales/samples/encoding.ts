import type { EncodingProblems } from '../../../src/domain/encoding-problems.ts';
import type { Samples } from './samples.ts';

export const encodingSamples: Samples<EncodingProblems> = {
  'file-not-utf8': [{ byte: 'D2' }],
  'byte-undefined': [{ encoding: 'windows-1251', byte: '98' }],
  'encoding-ambiguous': [
    {
      readings: [
        { encoding: 'kz-1048', text: 'Ғрмек' },
        { encoding: 'windows-1251', text: 'Єрмек' },
      ],
    },
  ],
  'encoding-unrecognised': [
    { suspect: null },
    { suspect: 'dos-866' },
    { suspect: 'mac-cyrillic' },
    { suspect: 'pt154' },
  ],
  'encoding-name-unknown': [{ value: 'koi8-r', known: ['utf-8', 'windows-1251'] }],
  'encoding-contradicted': [{ declared: 'windows-1251', found: 'utf-16le' }],
};
