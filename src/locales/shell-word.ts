/** A word of a command in double quotes, which work in sh, PowerShell and cmd alike. */
export function shellWord(word: string): string {
  return `"${word.replace(/(["\\$`])/g, '\\$1')}"`;
}

/** `--map` as it is pasted: the header of a file may hold anything. @param field the name of a field, or `-` */
export function mapFlag(header: string, field: string): string {
  return `--map ${shellWord(`${header}=${field}`)}`;
}

/** `--accept` as it is pasted: what was written, and the street that a person may say it means. */
export function acceptFlag(written: string, street: string): string {
  return `--accept ${shellWord(`${written}=${street}`)}`;
}
