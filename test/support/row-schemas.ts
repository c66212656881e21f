import { z } from 'zod';

export const iin = z.string().regex(/^\d{12}$/);
export const year = z.string().regex(/^\d{4}-\d{4}$/);
export const code = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const count = z.int().nonnegative();
export const role = z.enum(['superadmin', 'admin', 'director', 'executor']);
export const text = z.string().min(1);
export const textOrNull = text.nullable();
const date = z.iso.date();
const kato = z.string().regex(/^\d{9}$/);
const phone = z.string().regex(/^\+7\d{10}$/);

/** Kind of row → its columns as JSON shows them. */
export const rows = {
  org: z.strictObject({
    code,
    kind: z.enum(['department', 'school']),
    bin: iin.nullable(),
    name_kk: text,
    name_ru: text,
    department: code.nullable(),
    kato: kato.nullable(),
    territory: z.enum(['yes', 'none']),
  }),
  staff: z.strictObject({
    org: code,
    iin,
    surname: text,
    given_name: text,
    patronymic: textOrNull,
    position: textOrNull,
    phone: phone.nullable(),
    email: z.email({ pattern: z.regexes.rfc5322Email }).nullable(),
    hired_on: date.nullable(),
    active: z.boolean(),
  }),
  role: z.strictObject({ org: code, iin, role }),
  login: z.strictObject({ org: code, login: text, iin }),
  year: z.strictObject({ year, current: z.boolean() }),
  street: z.strictObject({
    year,
    department: code,
    street: text,
    name_kk: text,
    name_ru: text,
    kind: text,
    settlement: textOrNull,
    aliases: z.array(text),
    houses: textOrNull,
  }),
  binding: z.strictObject({
    year,
    school: code,
    street: text,
    department: code,
    houses: text,
    shared_houses: textOrNull,
    share: textOrNull,
  }),
  overlap: z.strictObject({
    year,
    department: code,
    street: text,
    school: code,
    other_school: code,
    houses: text,
    share: textOrNull,
  }),
  gap: z.strictObject({ year, department: code, street: text, houses: text, known: z.boolean() }),
  review: z.strictObject({ year, school: code, territory: sha256, reviewed_by: iin }),
  settings: z.strictObject({
    year,
    school: code,
    total_places: count,
    intake: count,
    class_size: count,
    free_choice: z.boolean(),
    classes: text,
  }),
  'season-rules': z.strictObject({
    year,
    department: code,
    opens: date,
    closes: date,
    order_from: date,
    study_starts: date,
    class_size_norm: count,
    class_size_max: count,
    inside_per_outside: count,
  }),
  appointment: z.strictObject({ year, school: code, service: text, executor: iin, director: iin }),
};
