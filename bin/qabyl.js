#!/usr/bin/env node
// Plain JavaScript that every Node can read: it must be able to refuse an old one in words.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  process.stderr.write(
    `qabyl needs Node 22.12 or later; this is ${process.versions.node} (${process.execPath}).\n`,
  );
  process.exitCode = 2;
} else {
  // No `await` up here: Node 12 could not even parse it.
  import('node:module')
    .then(({ enableCompileCache }) => {
      enableCompileCache();
      return import('../dist/main.js');
    })
    .then(({ main, processEnvironment }) => main(process.argv.slice(2), processEnvironment()))
    .then(code => {
      process.exitCode = code;
    });
}
