import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const library = join(here, '../cdn');

/** The library's files, which the server hands to pages; those that were built, compressed once and for all. */
const withLibrary = (): Plugin => {
  let publicFolder = '';
  return {
    name: 'with-library',
    configResolved: (config) => {
      publicFolder = join(resolve(config.root, config.build.outDir), 'public');
    },
    closeBundle: () => {
      if (!existsSync(library)) return;
      cpSync(library, publicFolder, { recursive: true });
      for (const name of readdirSync(publicFolder, { recursive: true, encoding: 'utf8' })) {
        if (!name.endsWith('.js')) continue;
        const file = join(publicFolder, name);
        const content = readFileSync(file);
        writeFileSync(`${file}.br`, brotliCompressSync(content));
        writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
      }
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
