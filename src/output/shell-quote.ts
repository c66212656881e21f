import { plainWord } from '../locales/shell-word.ts';

/** A command as one line to paste. Double quotes work in sh, PowerShell and cmd alike. */
export function shellLine(words: readonly string[]): string {
  return words.map(plainWord).join(' ');
}
