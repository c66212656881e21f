import { isAscii } from 'node:buffer';
import type { Encoding } from '../../domain/encoding-problems.ts';
import { type Place, type ProblemArgs, problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import { ByteStream } from '../byte-stream.ts';
import { LineCounter } from '../line-count.ts';
import { declaredEncoding } from './declared.ts';
import { type Decoder, decoderFor } from './decoder.ts';
import { encodingShown, surveyEncoding } from './detect.ts';
import { Undecodable } from './undecodable.ts';
import { markOf } from './unicode-shape.ts';
import { beginsAsUtf8 } from './utf8-decoder.ts';

/** Enough to tell encodings apart by their shape. */
const HEAD_BYTES = 64 * 1024;

/** A file as text: valid UTF-8 without byte order mark, whatever encoding its bytes are in. */
export class EncodedText {
  /** a byte order mark stood before the text */
  readonly bom: boolean;
  readonly #bytes: ByteStream;
  /** the command line names the encoding */
  readonly #declared: boolean;
  #encoding: Encoding;
  #decoder: Decoder;
  /** so far the bytes are the same in several encodings */
  #undecided: boolean;

  private constructor(
    bytes: ByteStream,
    declared: boolean,
    shown: Encoding | 'ascii',
    bom: boolean,
    decoder: Decoder,
  ) {
    this.#bytes = bytes;
    this.#declared = declared;
    this.#encoding = shown === 'ascii' ? 'utf-8' : shown;
    this.#undecided = shown === 'ascii';
    this.bom = bom;
    this.#decoder = decoder;
  }

  /**
   * @param declared any usual name of an encoding; null = find it
   * Throws OperatorError: those of the source, encoding-name-unknown, encoding-contradicted, encoding-ambiguous,
   * encoding-unrecognised.
   */
  static async open(bytes: ByteStream, declared: string | null): Promise<EncodedText> {
    const head = await bytes.peek(HEAD_BYTES);
    const shown =
      declared === null
        ? (encodingShown(head) ?? (await surveyEncoding(bytes.source)))
        : declaredEncoding(declared, head, bytes.name);
    const mark = markOf(head);
    bytes.skip(mark?.length ?? 0);
    const decoder = await decoderFor(shown === 'ascii' ? 'utf-8' : shown);
    return new EncodedText(bytes, declared !== null, shown, mark !== null, decoder);
  }

  /** What it is in, as far as has been read: a file may be in plain Latin letters for a long while. */
  get encoding(): Encoding {
    return this.#encoding;
  }

  /**
   * The text in pieces, which may end inside a letter.
   * Throws OperatorError: those of the source, file-not-utf8, byte-undefined, nul-byte, encoding-contradicted, and those of
   * finding the encoding.
   */
  async *chunks(): AsyncGenerator<Buffer, void, void> {
    try {
      for (let piece = await this.#bytes.next(); piece !== null; piece = await this.#bytes.next()) {
        if (this.#undecided && !isAscii(piece)) await this.#decide(piece);
        const text = this.#decoder.decode(piece);
        if (text.includes(0)) throw await this.#firstFault();
        if (text.length) yield text;
      }
      const rest = this.#decoder.end();
      if (rest.length) yield rest;
    } catch (error) {
      if (!(error instanceof Undecodable)) throw error;
      throw (await this.#contradiction()) ?? (await this.#firstFault());
    }
  }

  /** The first letters that are not plain Latin have come. */
  async #decide(piece: Buffer): Promise<void> {
    this.#undecided = false;
    if (beginsAsUtf8(piece)) return;
    this.#encoding = await surveyEncoding(this.#bytes.source);
    this.#decoder = await decoderFor(this.#encoding);
  }

  /** Bytes that are not UTF-8 are no damage where the file is in another encoding and only the flag says UTF-8. */
  async #contradiction(): Promise<OperatorError | null> {
    if (!this.#declared || this.#encoding !== 'utf-8') return null;
    const { source, name } = this.#bytes;
    const place = { file: name, line: null, record: null, column: null, value: null };
    try {
      const found = await surveyEncoding(source);
      if (found === 'utf-8') return null;
      return new OperatorError(problem('encoding-contradicted', { declared: 'utf-8', found }, place));
    } catch (error) {
      if (!(error instanceof OperatorError)) throw error;
      // Of an encoding that nobody knows, the place of the byte tells more.
      return error.problems.some(({ code }) => code === 'encoding-unrecognised') ? null : error;
    }
  }

  /** Reads the file again up to what cannot be read: to count lines all along would slow every good file down. */
  async #firstFault(): Promise<OperatorError> {
    const { source, name } = this.#bytes;
    const again = new ByteStream(source);
    const lines = new LineCounter();
    const place = (): Place => ({ file: name, line: lines.line, record: null, column: null, value: null });
    try {
      again.skip(markOf(await again.peek(4))?.length ?? 0);
      const decoder = await decoderFor(this.#encoding);
      for (let piece = await again.next(); piece !== null; piece = await again.next()) {
        const text = decoder.decode(piece);
        const nul = text.indexOf(0);
        lines.pass(nul === -1 ? text : text.subarray(0, nul));
        if (nul !== -1) return new OperatorError(problem('nul-byte', {}, place()));
      }
      decoder.end();
    } catch (error) {
      if (!(error instanceof Undecodable)) throw error;
      lines.pass(error.before);
      return this.#undecodable(error.byte, place());
    } finally {
      await again.close();
    }
    return this.#undecodable('', place());
  }

  #undecodable(byte: string, place: Place): OperatorError {
    const encoding = this.#encoding;
    const args: ProblemArgs['byte-undefined'] = { encoding, byte };
    return new OperatorError(
      encoding === 'utf-8'
        ? problem('file-not-utf8', { byte }, place)
        : problem('byte-undefined', args, place),
    );
  }
}
