import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { OperatorError } from '../../../src/errors.ts';
import { ByteStream } from '../../../src/input/byte-stream.ts';
import { EncodedText } from '../../../src/input/encoding/encoded-text.ts';
import { bytesSource } from '../bytes-source.ts';
import { kazakhTable, russianTable, ukrainianTable } from './samples.ts';

/** What is found and read, or the problem. */
async function found(bytes: Uint8Array, declared: string | null = null, pieceSize?: number) {
  try {
    const text = await EncodedText.open(new ByteStream(bytesSource(bytes, pieceSize)), declared);
    const pieces: Buffer[] = [];
    for await (const piece of text.chunks()) pieces.push(piece);
    return { encoding: text.encoding, bom: text.bom, text: Buffer.concat(pieces).toString() };
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    return error.problems[0];
  }
}

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('the encoding is found by itself', () => {
  it.each([
    ['utf-8', false, kazakhTable, Buffer.from(kazakhTable)],
    ['utf-8', true, kazakhTable, Buffer.from(`\ufeff${kazakhTable}`)],
    ['utf-8', false, 'iin;org\r\n1;school\r\n', Buffer.from('iin;org\r\n1;school\r\n')],
    ['utf-16le', true, kazakhTable, Buffer.from(`\ufeff${kazakhTable}`, 'utf16le')],
    ['utf-16le', false, kazakhTable, Buffer.from(kazakhTable, 'utf16le')],
    ['utf-16be', true, kazakhTable, utf16be(`\ufeff${kazakhTable}`)],
    ['utf-16be', false, kazakhTable, utf16be(kazakhTable)],
    ['windows-1251', false, russianTable, iconv.encode(russianTable, 'win1251')],
    ['windows-1251', false, ukrainianTable, iconv.encode(ukrainianTable, 'win1251')],
    ['kz-1048', false, kazakhTable, iconv.encode(kazakhTable, 'rk1048')],
  ])('%s (with a mark: %s)', async (encoding, bom, text, bytes) => {
    for (const size of [3, 1000]) expect(await found(bytes, null, size)).toEqual({ encoding, bom, text });
  });

  it('as windows-1251 where that and KZ-1048 read alike', async () => {
    const bytes = iconv.encode('ИИН;Фамилия\r\n1;Иванов\r\n', 'rk1048');
    expect(await found(bytes)).toMatchObject({ encoding: 'windows-1251' });
  });

  it('when letters come only after a megabyte of digits', async () => {
    const digits = 'iin;surname\n850315400124;A\n'.repeat(40_000);
    for (const [encoding, table] of [
      ['kz-1048', 'rk1048'],
      ['utf-8', 'utf-8'],
    ] as const) {
      const text = `${digits}1;Гүлнәр\n2;Қайрат\n`;
      expect(await found(iconv.encode(text, table))).toEqual({ encoding, bom: false, text });
    }
  });

  it('from letters far below a header in Russian', async () => {
    const text = `ИИН;Фамилия\n${'1;Иванов\n'.repeat(100_000)}2;Жұмағұлова\n3;Қайырбеков\n`;
    expect(await found(iconv.encode(text, 'rk1048'))).toMatchObject({ encoding: 'kz-1048' });
  });

  it.each([
    ['Нұрғали'],
    ['Қасымов Әнуар'],
    ['ҒАБИТ ҮСЕНОВ'],
    ['Мұсаұлы'],
    ['көшесі'],
    ['Мағжан'],
    ['Сәуле Дәулетқызы'],
    ['Уәлиханов'],
    ['көшeсi'],
    ['Гауһар Шаһмардан'],
    ['бұрылысы тұйығы'],
  ])('KZ-1048 by %s alone', async name => {
    expect(await found(iconv.encode(`ФИО\n${name}\n`, 'rk1048'))).toMatchObject({ encoding: 'kz-1048' });
  });

  it.each([['Сергієнко'], ['Євген'], ['Україна'], ['Быкаў'], ['Петровић'], ['Јован']])(
    'windows-1251 by %s alone',
    async name => {
      expect(await found(iconv.encode(`ФИО\n${name}\n`, 'win1251'))).toMatchObject({
        encoding: 'windows-1251',
      });
    },
  );

  it('is asked for when both readings are as likely, with both readings of one name', async () => {
    const bytes = iconv.encode('ФИО\nСергієнко\n', 'win1251');
    const kazakh = iconv.encode('Нұрлан\n', 'rk1048');
    expect(await found(Buffer.concat([bytes, kazakh]))).toMatchObject({
      code: 'encoding-ambiguous',
      args: {
        readings: [
          { encoding: 'kz-1048', text: 'Сергіғнко' },
          { encoding: 'windows-1251', text: 'Сергієнко' },
        ],
      },
      where: { line: null },
    });
  });

  it.each([
    ['DOS 866', iconv.encode(russianTable, 'cp866'), 'dos-866'],
    ['Mac Cyrillic', iconv.encode(russianTable, 'maccyrillic'), 'mac-cyrillic'],
    ['PT154', iconv.encode(kazakhTable, 'pt154'), 'pt154'],
    ['Latin-1', iconv.encode('name\nJosé Müller\nFrançois Lévêque\nÅsa Öström\n', 'latin1'), null],
    ['KOI8-R', iconv.encode(russianTable, 'koi8-r'), null],
    ['noise', Buffer.from(Array.from({ length: 4000 }, (_, i) => 1 + ((i * i * 31 + i * 7) % 255))), null],
  ])('is refused where it is none of them: %s', async (_, bytes, suspect) => {
    expect(await found(bytes)).toMatchObject({ code: 'encoding-unrecognised', args: { suspect } });
  });
});
