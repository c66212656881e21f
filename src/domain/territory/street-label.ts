/** A street as people know it, with its settlement where it has one. */
export function streetLabel(street: { name_kk: string; settlement: string | null }): string {
  return street.settlement === null ? street.name_kk : `${street.settlement}, ${street.name_kk}`;
}

/** What a street is called apart from others by. */
interface LabelledStreet {
  readonly street: string;
  readonly name_kk: string;
  readonly kind: string;
  readonly settlement: string | null;
}

/** What each of some streets is called, so that no two are called alike; by identity. */
export function streetLabels(streets: readonly LabelledStreet[]): Map<string, string> {
  const alike = Map.groupBy(streets, streetLabel);
  return new Map(
    streets.map(street => {
      const label = streetLabel(street);
      return [street.street, alike.get(label)?.length === 1 ? label : `${label} (${street.kind})`];
    }),
  );
}
