import { globSync } from 'node:fs';
import { defineConfig } from 'vite';

/** The package as bundlers take it: a module for a module, not minified, one copy of Lit for the whole app. */
export default defineConfig({
  publicDir: false,
  build: {
    target: 'es2022',
    sourcemap: true,
    minify: false,
    lib: {
      entry: ['src/index.ts', 'src/core/index.ts', ...globSync('src/define/*.ts')],
      formats: ['es'],
    },
    rolldownOptions: {
      external: [/^lit($|\/)/, /^@lit\/reactive-element/, /^@floating-ui\//, 'livekit-client'],
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
});
