import { LONGEST_NAME_PART } from '../../../../domain/identity/person-name.ts';

const simple = (name: string, arguments_: string, body: string) =>
  `create function ${name}(${arguments_}) returns boolean language sql immutable parallel safe as $$ select ${body} $$`;

/** Letters of Kazakh and Russian: in such words there is nothing to clean or to doubt (domain/text/plain-text). */
export const CYRILLIC_LETTERS = 'А-яЁёІіҒғҚқҢңҮүҰұҺһӘәӨө';

/** What `cleanBlanks` takes out or makes an ordinary blank, what `controlCharacters` refuses, hyphens that are folded. */
const UNCLEAN =
  '[\\u0001-\\u001F\\u007F-\\u00A0\\u00AD\\u1680\\u2000-\\u200F\\u2011\\u2028-\\u202F\\u205F\\u2060\\u2066-\\u2069\\u2212\\u3000\\uFEFF]|^ | $|  ';
const CYRILLIC =
  '\\u0400-\\u0484\\u0487-\\u052F\\u1C80-\\u1C8A\\u1D2B\\u1D78\\u2DE0-\\u2DFF\\uA640-\\uA69F\\uFE2E\\uFE2F';
/** `readText`: windows-1251 writes `?` where a Kazakh letter was. */
const LOST = `[${CYRILLIC}]\\?+[${CYRILLIC}]|\\?+[${CYRILLIC}][${CYRILLIC}]|\\uFFFD`;
/** UTF-16 units, as JavaScript counts: what is beyond the first plane has two. */
const units = (text: string) =>
  `char_length(regexp_replace(${text}, '[\\U00010000-\\U0010FFFF]', 'xx', 'g'))`;

/** Digits, signs and symbols of Latin-1 and of the blocks of signs, those of names (blank ' - .) left out. */
const FOREIGN =
  '[\\u0001-\\u001F!-&(-,/-@[-`{-\\u00A9\\u00AB-\\u00B4\\u00B6-\\u00B9\\u00BB-\\u00BF\\u00D7\\u00F7\\u02BC\\u0482\\u2000-\\u206F\\u20A0-\\u20CF\\u2116\\u2122\\u2190-\\u245F\\u2500-\\u2BFF\\u3000-\\u3004\\uE000-\\uF8FF\\uFFF0-\\uFFFF\\U0001F000-\\U0001FAFF]';
/** `Асан ұлы` is stored as one word, `Асанұлы`. */
const SUFFIX_APART = `[${CYRILLIC}] (?:[Ұұ][Лл][Ыы]|[Уу][Лл][Ыы]|[Ққ][Ыы][Зз][Ыы]|[Кк][Ыы][Зз][Ыы])(?: |$)`;

/** The atoms of an address (domain/identity/email, RFC 5322), and the labels of its host as they are stored. */
const ATOM = "[A-Za-z0-9!#$%&''*+/=?^_`{|}~-]+";
const LABEL = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
const PLAIN_EMAIL = '^[a-z0-9]+(?:[.][a-z0-9]+)*@(?:[a-z0-9]+[.])+[a-z][a-z]+$';
const EMAIL = `^${ATOM}(?:\\.${ATOM})*@(?:${LABEL}\\.)+(?:[a-z][a-z]+|xn--[a-z0-9-]*[a-z0-9])$`;

/**
 * Texts as the program stores them: whatever it would refuse, or store otherwise, is false. Three things cannot be held
 * here, for they ask what every letter is: letters read in a wrong encoding (`misreadLetters` knows whole alphabets),
 * look-alikes inside a word (`foldLookAlikes`), and digits and signs of other scripts than those of Europe in a name.
 */
export const TEXT_FUNCTIONS: readonly string[] = [
  // cleanText and readText; nearly every text is of common characters, and needs no closer look.
  simple(
    'is_clean_text',
    'text, longest integer',
    `case when $1 <> '' and octet_length($1) <= longest and $1 !~ '[^ ->@-~${CYRILLIC_LETTERS}]|^ | $|  ' then true
      else $1 <> '' and $1 !~ '${UNCLEAN}' and $1 !~ '${LOST}' and $1 is nfc normalized and ${units('$1')} <= longest end`,
  ),
  // cleanNamePart, for any name.
  simple(
    'is_name_part',
    'text',
    `$1 ~ '[^ .''-]' and $1 !~ '${FOREIGN}' and $1 !~ '${UNCLEAN}| -|- ' and $1 !~ '${SUFFIX_APART}'
      and $1 is nfc normalized and ${units('$1')} <= ${LONGEST_NAME_PART}`,
  ),
  // readEmail, with the lengths of RFC 5321 and RFC 1035. Most addresses are plain, and that is told faster.
  simple(
    'is_email',
    'text',
    `case when octet_length($1) <= 63 and $1 ~ '${PLAIN_EMAIL}' then true
      else $1 ~ '${EMAIL}' and (octet_length($1) <= 63
        or octet_length($1) <= 254 and strpos($1, '@') <= 65 and $1 !~ '[a-z0-9-]{64}[^@]*$') end`,
  ),
];
