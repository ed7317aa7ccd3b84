import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Where the tests that need a process of its own find the server, apart from the one that may be in use. */
export const builtServer = join(root, '.cache/test-build/main.js');

/** Builds the server once for all tests. */
export const setup = async (): Promise<void> => {
  await build({
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: dirname(builtServer) },
  });
};
