import { type Scene, scenes } from '../../fixtures/story.ts';
import { qabyl, type Run } from './run.ts';

/**
 * Plays scenes of the district's story in this process.
 * @throws Error when a scene does not end well: a test that builds on it would test something else
 */
export async function playScenes(db: string, played: readonly Scene[] = scenes): Promise<Run[]> {
  const runs: Run[] = [];
  for (const { as, argv } of played) {
    const run = await qabyl([...argv, '--json'], { db, as: as ?? undefined });
    if (run.code !== 0)
      throw new Error(`${argv.join(' ')} ended with ${run.code}:\n${run.stdout}${run.stderr}`);
    runs.push(run);
  }
  return runs;
}

/** The scenes before the first one of this command. */
export function scenesBefore(command: string): readonly Scene[] {
  const at = scenes.findIndex(scene => scene.argv[0] === command);
  return at < 0 ? scenes : scenes.slice(0, at);
}
