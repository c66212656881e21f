import { describe, expect, it } from 'vitest';
import { readRole } from '../../../src/domain/authority/roles.ts';

describe('reading a role', () => {
  it.each([
    ['superadmin', 'superadmin'],
    ['Super-administrator', 'superadmin'],
    ['Суперадминистратор', 'superadmin'],
    ['супер администратор', 'superadmin'],
    ['admin', 'admin'],
    ['Administrator', 'admin'],
    ['әкімші', 'admin'],
    ['ӘКІМШІ', 'admin'],
    ['администратор', 'admin'],
    [' director\u00a0', 'director'],
    ['Директор', 'director'],
    ['executor', 'executor'],
    ['орындаушы', 'executor'],
    ['Исполнитель', 'executor'],
  ])('reads «%s» as %s', (text, role) => {
    expect(readRole(text)).toEqual({ ok: true, value: role });
  });

  it.each(['', 'boss', 'исполнители', 'admin, director', 'constructor'])(
    'refuses «%s» and lists the roles',
    text => {
      expect(readRole(text)).toMatchObject({
        ok: false,
        problem: {
          code: 'role-unknown',
          args: { value: text, allowed: ['superadmin', 'admin', 'director', 'executor'] },
        },
      });
    },
  );
});
