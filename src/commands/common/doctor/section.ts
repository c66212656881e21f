import type { Looking } from '../../../db/doctor/looking.ts';
import type { DoctorCheckId } from '../../../domain/doctor/check.ts';
import type { Obstacle, Section } from '../../../domain/doctor/facts.ts';
import { OperatorError } from '../../../errors.ts';

/**
 * Reads the facts of one check; what goes wrong is an obstacle of that check alone.
 * @param looking explains the errors of its driver
 * @throws the reason of an interruption
 */
export async function section<T>(
  signal: AbortSignal,
  looking: Looking | null,
  read: () => Promise<T> | T,
): Promise<Section<T>> {
  signal.throwIfAborted();
  try {
    return { value: await read() };
  } catch (error) {
    signal.throwIfAborted();
    return { obstacle: obstacleOf(looking?.dialect.explain(error) ?? error) };
  }
}

function obstacleOf(error: unknown): Obstacle {
  const [problem] = error instanceof OperatorError ? error.problems : [];
  if (problem !== undefined) return { problem };
  const reason = error instanceof Error ? error.message : String(error);
  return { reason: reason.trim().replace(/\.+$/, '') };
}

/** Facts that are looked for only where another check has passed. */
export function needs(check: DoctorCheckId): { readonly obstacle: Obstacle } {
  return { obstacle: { needs: check } };
}
