import type { EncodingProblems } from '../../../domain/encoding-problems.ts';
import { encodingNames as names } from '../../encoding-names.ts';
import type { Texts } from '../../text.ts';

const SAVE_AS =
  'Open the original table in Excel, choose “Save As”, then “CSV UTF-8 (Comma delimited)”, and give that file.';

export const encoding: Texts<EncodingProblems> = {
  'file-not-utf8': a => ({
    message: `The file is in UTF-8, but this line has the byte ${a.byte}, which does not belong there.`,
    fix: `The file is damaged or was put together from several. ${SAVE_AS}`,
  }),
  'byte-undefined': a => ({
    message: `This line has the byte ${a.byte}, which ${names[a.encoding]} does not have.`,
    fix: `The file is damaged or in another encoding. ${SAVE_AS}`,
  }),
  'encoding-ambiguous': a => ({
    message: `The encoding of the file is not clear; one of its words reads: ${a.readings
      .map(one => `“${one.text}” in ${names[one.encoding]}`)
      .join(', ')}.`,
    fix: `Add the flag of the right reading: ${a.readings
      .map(one => `“${one.text}”: --encoding ${one.encoding}`)
      .join('; ')}.`,
  }),
  'encoding-unrecognised': a =>
    a.suspect === 'pt154'
      ? { message: 'The file seems to be in the encoding PT154.', fix: 'If so, add --encoding pt154.' }
      : {
          message:
            a.suspect === null
              ? 'The encoding of the file is not recognised: its text does not read as Kazakh or Russian.'
              : `The file seems to be in ${names[a.suspect]}, an old encoding that is not read here.`,
          fix: SAVE_AS,
        },
  'encoding-name-unknown': a => ({
    message: `“${a.value}” is not an encoding that is read here.`,
    fix: `Write one of: ${a.known.join(', ')}; or leave --encoding out, and it is found.`,
  }),
  'encoding-contradicted': a => ({
    message: `--encoding says ${names[a.declared]}, but the bytes of the file are ${names[a.found]}.`,
    fix: `Leave --encoding out, or write --encoding ${a.found}.`,
  }),
};
