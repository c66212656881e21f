/** Жоқ атау жазылғанда не істеу керек: алдымен ұқсас атаулар, сосын толық тізімнің орны. */
export function nearestOr(nearest: readonly string[], otherwise: string): string {
  return nearest.length === 0 ? otherwise : `Ұқсастары: ${nearest.join('; ')}. ${otherwise}`;
}
