import { cpSync, existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const library = join(here, '../cdn');

/** The library's files, which the server hands to pages; those that were built. */
const withLibrary = (): Plugin => {
  let outDir = '';
  return {
    name: 'with-library',
    configResolved: (config) => {
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle: () => {
      if (existsSync(library)) cpSync(library, join(outDir, 'public'), { recursive: true });
    },
  };
};

/** The server as one module, core's rules within; npm packages stay outside. */
export default defineConfig({
  root: here,
  publicDir: false,
  plugins: [withLibrary()],
  build: { ssr: 'src/main.ts', target: 'node22', outDir: 'dist', emptyOutDir: true, sourcemap: true, minify: false },
});
