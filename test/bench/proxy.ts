// A process of its own, so that delaying takes no time from the program that is measured.
// argv: the port to lead to, the delay in each direction in ms. Sends its own port to the parent.
import { connect, createServer } from 'node:net';
import { delayLine } from './delay-line.ts';

const port = Number(process.argv[2]);
const delayMs = Number(process.argv[3]);
const server = createServer({ allowHalfOpen: true, noDelay: true }, client => {
  const upstream = connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
  delayLine(client, upstream, delayMs);
  delayLine(upstream, client, delayMs);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address !== 'string') process.send?.(address.port);
});
process.on('disconnect', () => process.exit());
