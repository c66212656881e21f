import { acceptFlag } from '../shell-word.ts';

/** Жоқ атау жазылғанда не істеу керек: алдымен ұқсас атаулар, сосын толық тізімнің орны. */
export function nearestOr(nearest: readonly string[], otherwise: string): string {
  return nearest.length === 0 ? otherwise : `Ұқсастары: ${nearest.join('; ')}. ${otherwise}`;
}

/** Тізімде жоқ көшемен не істеу керек: ұқсас атаулар және соның бірін қабылдайтын параметр, сосын толық тізімнің орны. */
export function nearestStreet(
  { text, nearest, acceptable }: { text: string; nearest: readonly string[]; acceptable?: boolean },
  otherwise: string,
): string {
  if (!acceptable || nearest.length === 0) return nearestOr(nearest, otherwise);
  const flags = nearest.map(street => acceptFlag(text, street));
  return `${nearestOr(nearest, `${flags.length === 1 ? 'Сол көше болса' : 'Солардың бірі болса'}, ${flags.join(' немесе ')} параметрін қосыңыз: бұл жазылуы көшенің басқа атауы ретінде сақталады.`)} ${otherwise}`;
}
