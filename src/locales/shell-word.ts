/** A word of a command in double quotes, which work in sh, PowerShell and cmd alike. */
export function shellWord(word: string): string {
  return `"${word.replace(/(["\\$`])/g, '\\$1')}"`;
}

/** An argument as it is pasted: behind `--` a name may begin with a dash; whatever options follow must come before. */
export function operand(word: string): string {
  return word.startsWith('-') ? `-- ${shellWord(word)}` : shellWord(word);
}

/** A value as it is pasted, quoted only where a shell would read something else. */
export function plainWord(word: string): string {
  return /^[\p{L}\p{N}_@%+=:,./-]+$/u.test(word) ? word : shellWord(word);
}

/** `--map` as it is pasted: the header of a file may hold anything. @param field the name of a field, or `-` */
export function mapFlag(header: string, field: string): string {
  return `--map ${shellWord(`${header}=${field}`)}`;
}

/** `--accept` as it is pasted: what was written, and the street that a person may say it means. */
export function acceptFlag(written: string, street: string): string {
  return `--accept ${shellWord(`${written}=${street}`)}`;
}
