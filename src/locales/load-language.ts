import type { Catalogue, Language } from './catalogue.ts';

/** Loads one language; the other two stay on the disk. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  switch (language) {
    case 'kk':
      return (await import('./kk/catalogue.ts')).kk;
    case 'ru':
      return (await import('./ru/catalogue.ts')).ru;
    case 'en':
      return (await import('./en/catalogue.ts')).en;
  }
}
