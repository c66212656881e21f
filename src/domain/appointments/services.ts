import { problem, type Reading } from '../problem.ts';

/** The state services for which a school appoints an executor. */
export const SERVICES = ['grade-1-admission'] as const;
export type Service = (typeof SERVICES)[number];

const SPELLINGS: Readonly<Record<Service, readonly string[]>> = {
  'grade-1-admission': [
    'admission to grade 1',
    '1-сыныпқа қабылдау',
    'бірінші сыныпқа қабылдау',
    'приём в 1 класс',
    'прием в 1 класс',
    'приём в первый класс',
    'прием в первый класс',
  ],
};

const SERVICE_BY_SPELLING: ReadonlyMap<string, Service> = new Map(
  SERVICES.flatMap(service => [service, ...SPELLINGS[service]].map(spelling => [spelling, service] as const)),
);

/** Reads a state service by its code or its name in Kazakh, Russian or English; anything else is `service-unknown`. */
export function readService(text: string): Reading<Service> {
  const value = text.trim();
  const service = SERVICE_BY_SPELLING.get(value.normalize('NFC').toLowerCase().replace(/\s+/gu, ' '));
  if (service === undefined)
    return { ok: false, problem: problem('service-unknown', { value, allowed: SERVICES }) };
  return { ok: true, value: service };
}
