// What a browser loads of a folder of scripts before any of it runs, and what comes later.
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { init, parse } from 'es-module-lexer';

await init;

/** The file and everything that it imports before it runs, and what it imports later. */
export const reach = (folder, file, eager = new Set(), later = new Set()) => {
  if (eager.has(file)) return { eager, later };
  eager.add(file);
  const source = readFileSync(join(folder, file), 'utf8');
  for (const { n: plain, s: start, e: end, d: dynamic } of parse(source)[0]) {
    // The minifier writes what is imported later between backticks, which the lexer does not read.
    const specifier = plain ?? source.slice(start + 1, end - 1);
    if (!specifier.startsWith('.')) continue;
    const target = normalize(join(dirname(file), specifier));
    if (dynamic === -1) reach(folder, target, eager, later);
    else later.add(target);
  }
  return { eager, later };
};

/** Kilobytes in brotli, each file by itself as a server sends it. */
export const kilobytes = (folder, files) =>
  [...files].reduce((sum, file) => sum + brotliCompressSync(readFileSync(join(folder, file))).length, 0) / 1000;
