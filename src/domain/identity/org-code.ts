/** Whether a text can be an organisation's code: it stands in commands, keys and file names, so ASCII letters, digits and hyphens only. */
export function isOrgCode(code: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,63}$/.test(code);
}
