// custom-elements.json is generated from the sources' doc comments and kept with them: what is committed must be what
// the sources say. `--write` brings it up to date. Editor data (ide/) is made anew each time.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
// The analyzer goes on without a configuration that cannot be loaded, and takes in all that it finds.
await import('../custom-elements-manifest.config.mjs');
const analyze = (outdir) =>
  execFileSync(
    'cem',
    [
      'analyze',
      '--quiet',
      '--config',
      'custom-elements-manifest.config.mjs',
      '--outdir',
      relative(root, outdir) || '.',
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );

if (process.argv.includes('--write')) {
  analyze(root);
} else {
  const fresh = mkdtempSync(join(tmpdir(), 'manifest-'));
  try {
    analyze(fresh);
    const read = (folder) => JSON.stringify(JSON.parse(readFileSync(join(folder, 'custom-elements.json'), 'utf8')));
    if (read(fresh) !== read(root)) {
      console.error('custom-elements.json is not what the sources say. Run: npm run manifest');
      process.exitCode = 1;
    }
  } finally {
    rmSync(fresh, { recursive: true });
  }
}
