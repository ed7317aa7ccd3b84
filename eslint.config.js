import lit from 'eslint-plugin-lit';
import { defineConfig } from 'eslint/config';
import typescript from 'typescript-eslint';

export default defineConfig(
  {
    ignores: [
      '**/dist/',
      'examples/',
      'cdn/',
      'ide/',
      'coverage/',
      'storybook-static/',
      'test-results/',
      '.data/',
      '.cache/',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [typescript.configs.strictTypeChecked, typescript.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `!` stands where the line before has made sure; a needless check would say otherwise.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/array-type': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
    },
  },
  {
    // Settings of tools stand outside the projects that are type-checked.
    files: ['*.ts', '.storybook/*.ts', 'server/*.ts'],
    extends: [typescript.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
  {
    files: ['src/**/*.ts', 'stories/**/*.ts', 'test/**/*.ts'],
    extends: [lit.configs['flat/recommended']],
  },
  {
    files: ['test/**/*.ts', 'server/test/**/*.ts', 'stories/**/*.ts'],
    rules: {
      // Chai asserts by properties; its `equal` is typed as a promise by the plugin that compares DOM.
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: ['Equal'] }],
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    // An adapter's methods reject, also where nothing is awaited.
    files: ['src/services/backend/local-adapter.ts'],
    rules: { '@typescript-eslint/require-await': 'off' },
  },
);
