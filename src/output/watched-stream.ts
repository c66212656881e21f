/** What is asked of a stream that is written to. */
interface Written {
  write(text: string): boolean;
  readonly once?: (event: 'drain' | 'close' | 'error', listener: (error?: Error) => void) => unknown;
  readonly destroyed?: boolean | undefined;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** The same stream; before anything is written to it, somebody is told. */
export function watchedStream(stream: Written, writing: () => void): Written {
  return {
    write: text => {
      writing();
      return stream.write(text);
    },
    ...(stream.once && { once: stream.once.bind(stream) }),
    get destroyed() {
      return stream.destroyed;
    },
    get isTTY() {
      return stream.isTTY;
    },
    get columns() {
      return stream.columns;
    },
  };
}
