import { shellWord } from '../locales/shell-word.ts';

/** A command as one line to paste. Double quotes work in sh, PowerShell and cmd alike. */
export function shellLine(words: readonly string[]): string {
  return words.map(quote).join(' ');
}

function quote(word: string): string {
  return /^[\p{L}\p{N}_@%+=:,./-]+$/u.test(word) ? word : shellWord(word);
}
