import { defineConfig } from 'vite';

/** The files that a page takes without a build: one script that loads what the page's tags need. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'cdn',
    target: 'es2022',
    modulePreload: false,
    lib: {
      entry: {
        'virtual-event-elements': 'src/autoloader/autoloader.ts',
        'event-join-button': 'src/define/event-join-button.ts',
        'virtual-event-config': 'src/define/virtual-event-config.ts',
        'event-conference': 'src/define/event-conference.ts',
        'conference-page': 'src/conference-page/conference-page.ts',
      },
      formats: ['es'],
    },
    rolldownOptions: {
      output: { minify: true, entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
