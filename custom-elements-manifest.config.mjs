import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

export default {
  globs: ['src/components/**/*.ts', 'src/events/**/*.ts', 'src/define/**/*.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  dependencies: false,
  plugins: [
    customElementVsCodePlugin({ outdir: 'ide' }),
    customElementJetBrainsPlugin({ outdir: 'ide', packageJson: false }),
  ],
};
