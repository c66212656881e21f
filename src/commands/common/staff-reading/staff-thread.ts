// The reading thread: what runs beside the writing of a large staff file.
import { parentPort, workerData } from 'node:worker_threads';
import { readStaff } from './read-staff.ts';
import { AHEAD, type ThreadMessage, type ThreadTask } from './thread-messages.ts';

const port = parentPort;
if (port === null) throw new Error('this file is the beginning of a thread');
const { request, size } = workerData as ThreadTask;

let waiting = 0;
let wake = () => {};
port.on('message', () => {
  waiting--;
  wake();
});

for await (const batch of readStaff(request, size)) {
  // The bytes change hands: they are not copied.
  const { added, met, contents } = batch;
  send({ kind: 'batch', batch }, [added.bytes.buffer, met.bytes.buffer, contents.bytes.buffer]);
  waiting++;
  while (waiting >= AHEAD)
    await new Promise<void>(done => {
      wake = done;
    });
}
send({ kind: 'end' });
port.close();

function send(message: ThreadMessage, handed: readonly ArrayBuffer[] = []): void {
  port?.postMessage(message, handed);
}
