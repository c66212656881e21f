import { isAbsolute, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * A file as a URI reference: relative to the folder where the file is inside it, else absolute; `/` between parts,
 * everything else percent-encoded. Standard input is called `stdin`.
 */
export function fileUri(file: string, cwd: string): string {
  if (file === '-') return 'stdin';
  const inside = isAbsolute(file) ? relative(cwd, file) : relative('.', file);
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside))
    return isAbsolute(file) ? pathToFileURL(file).href : encodePath(inside);
  return encodePath(inside);
}

function encodePath(path: string): string {
  return path
    .split(/[/\\]/)
    .map(part => encodeURIComponent(part))
    .join('/');
}
