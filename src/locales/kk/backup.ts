import type { BackupWords } from '../backup-words.ts';
import { grouped } from '../plural.ts';

export const backup: BackupWords = {
  made: ({ file, bytes, rows, change }) =>
    `Сақтық көшірме ${file}: ${grouped(bytes, ' ')} байт, ${grouped(rows, ' ')} жол, соңғы өзгеріс — ${change}.`,
  restored: ({ file, target, rows, change }) =>
    `${target} ішінде енді ${file} файлында болғанның бәрі бар: ${grouped(rows, ' ')} жол, соңғы өзгеріс — ${change}; тарих бүтін, деректер оған сәйкес.`,
  beforeUpgrade: file => `Дерекқордың жаңартуға дейінгі көшірмесі: ${file}`,
};
