import type { Archive } from './archive.ts';
import { StringItem } from './string-item.ts';
import { readXmlPart } from './xml-part.ts';

/**
 * The texts that cells point to by number, in their order.
 * Throws OperatorError as `readXmlPart` does.
 */
export async function readSharedStrings(archive: Archive, path: string | null): Promise<readonly string[]> {
  const strings: string[] = [];
  if (path === null) return strings;
  const item = new StringItem();
  await readXmlPart(archive, path, {
    open: name => {
      if (name === 'si') item.clear();
      else item.open(name);
    },
    text: text => item.text(text),
    close: name => {
      if (name === 'si') strings.push(item.value());
      else item.close(name);
    },
  });
  return strings;
}
