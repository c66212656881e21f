const DIGIT = /\p{N}/u;

/** The key of a street that is named with its settlement: as `parseStreetName` orders the words of both. */
export function joinKeys(place: string, street: string): string {
  const words = `${place} ${street}`.split(' ');
  const plain = words.filter(word => !DIGIT.test(word)).sort();
  return [...plain, ...words.filter(word => DIGIT.test(word))].join(' ');
}

/** The words of a key and how many numbers follow them; null for a key without a number. */
export function shapeOf(key: string): string | null {
  const words = key.split(' ');
  const plain = words.filter(word => !DIGIT.test(word));
  return plain.length === words.length ? null : `${plain.join(' ')}/${words.length - plain.length}`;
}
