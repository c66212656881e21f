import { namesSchool } from './school-words.ts';

/** Words of an order about a school stand this near to its name. */
const NEAR = 120;
/**
 * What orders write before the school, up to its `за`: `территория, закреплённая за`, `закрепить за`, `за … закрепляется`.
 * A number or a quotation mark belongs to a name.
 */
const LEADS = [
  /^[^\d№«"“]*?закреп(?:л[её]н\p{L}*|ля\p{L}*|ить)\s+(?:[^\d№«"“]*?\s)?за\s+/iu,
  /^за\s+(?=\S)/iu,
  /^(?:территори\p{L}+|микроучаст\p{L}+|(?:перечень|список)\s+(?:улиц|домов|территорий))\s+(?=\S)/iu,
  /^(?:бекітілген|бекітілетін)\s+(?:аума[қғ]\p{L}*|көше\p{L}*)\s*[,–—-]?\s+(?=\S)/iu,
];
/** What they write behind it: `закрепляются улицы`, `следующие улицы`, `бекітілген аумақ`, `мынадай көшелер бекітілсін`. */
const TAILS = [
  /[\s,]+(?:закреп(?:л[её]н|ля|ить)|следующ)[^\d№«»"“”]*$/iu,
  /[\s,]+(?:(?:мына\p{L}*|келесі|төмендегі)\s+[^\d№«»"“”]*|(?:(?:көше|аума|үй)\p{L}*\s+)?бекіт[іе]?[лт]\p{L}*[^\d№«»"“”]*|аума[қғ]\p{L}*)$/iu,
];

/** All that may be taken away: a street's name, a border or another school among them is kept and must be explained. */
const SAID =
  /^(?:закреп\p{L}+|за|территори\p{L}+|микроучаст\p{L}+|перечень|список|улиц|улицы|улицами|дом\p{L}{0,3}|следующ\p{L}+|приказываю|постановляю|прилагаем\p{L}+|обслуживаем\p{L}+|согласно|приложени\p{L}+|настоящ\p{L}+|и|на|бекіт\p{L}+|аума[қғ]\p{L}*|көше\p{L}*|үй\p{L}*|мына\p{L}*|келесі|төмендегі\p{L}*|тізім\p{L}*|болып|және)$/iu;

/**
 * The words that name a school, without those by which the order speaks of it (`Территория, закреплённая за МОУ СОШ
 * № 46`). Nothing is taken away where no school would be left.
 * @param isSchool whether words are the code, the BIN or the name of a school
 */
export function schoolItself(words: string, isSchool: (words: string) => boolean): string {
  if (isSchool(words)) return words;
  const isLeft = (rest: string) => namesSchool(rest) || isSchool(rest);
  let left = words;
  for (const lead of LEADS) {
    const found = lead.exec(left.slice(0, NEAR))?.[0] ?? '';
    const rest = left.slice(found.length);
    if (found !== '' && isSaid(found) && isLeft(rest)) left = rest;
  }
  for (const tail of TAILS) {
    const before = Math.max(0, left.length - NEAR);
    const at = tail.exec(left.slice(before))?.index;
    const rest = at === undefined ? '' : left.slice(0, before + at).trimEnd();
    if (rest !== '' && isSaid(left.slice(rest.length)) && isLeft(rest)) left = rest;
  }
  return left.trim();
}

function isSaid(words: string): boolean {
  return (words.match(/[\p{L}\p{N}]+/gu) ?? []).every(word => SAID.test(word));
}
