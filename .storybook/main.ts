import type { StorybookConfig } from '@storybook/web-components-vite';

const litModules = ['lit', 'lit-html', 'lit-element', '@lit/reactive-element'];

const config: StorybookConfig = {
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  framework: { name: '@storybook/web-components-vite', options: {} },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  features: { sidebarOnboardingChecklist: false },
  viteFinal: (vite) => ({
    ...vite,
    build: { ...vite.build, target: 'es2022' },
    // One Lit for stories and elements, else each warns of the other.
    resolve: { ...vite.resolve, dedupe: [...(vite.resolve?.dedupe ?? []), ...litModules] },
    optimizeDeps: {
      ...vite.optimizeDeps,
      include: [
        ...(vite.optimizeDeps?.include ?? []),
        'lit',
        'lit/async-directive.js',
        'lit/decorators.js',
        'lit/directive.js',
        'lit/directives/if-defined.js',
        'lit/directives/live.js',
        'lit/directives/ref.js',
        'lit/directives/repeat.js',
        'lit/directives/until.js',
        'livekit-client',
        'lit-html',
        'lit-html/static.js',
        'lit/static-html.js',
        'lit/directive-helpers.js',
      ],
    },
  }),
};
export default config;
