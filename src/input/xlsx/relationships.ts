import type { Archive } from './archive.ts';
import { readXmlPart } from './xml-part.ts';

/** Where one part points to. */
export interface Relationship {
  /** the last word of its type, `worksheet`: the beginning differs between the two editions of the standard */
  readonly type: string;
  /** path of the part it leads to */
  readonly target: string;
}

/**
 * The relationships of a part by their id (ECMA-376 part 2, 6.5); none when the part has no file of them.
 * @param path of the part, `xl/workbook.xml`; empty for the archive as a whole
 */
export async function readRelationships(archive: Archive, path: string): Promise<Map<string, Relationship>> {
  const cut = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, cut);
  const file = `${folder}_rels/${path.slice(cut)}.rels`;
  const found = new Map<string, Relationship>();
  if (!archive.has(file)) return found;
  await readXmlPart(archive, file, {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || !Id || !Type || !Target || TargetMode === 'External') return;
      found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: resolved(folder, Target) });
    },
    text() {},
    close() {},
  });
  return found;
}

/** A target as a path from the root of the archive. */
function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folder.split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}
