/** A street as people know it, with its settlement where it has one. */
export function streetLabel(street: { name_kk: string; settlement: string | null }): string {
  return street.settlement === null ? street.name_kk : `${street.settlement}, ${street.name_kk}`;
}
