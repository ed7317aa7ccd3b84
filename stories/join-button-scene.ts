import { html, type TemplateResult } from 'lit';
import type { EventJoinButton } from '../src/components/event-join-button/event-join-button.js';
import type { LocalBackendAdapter } from '../src/services/backend/local-adapter.js';
import { localEvent, minute, startsAt, type LocalEventOptions } from './local-event.js';

export interface Scene {
  /** Where the clock stands, in minutes from the start. */
  minutes?: number;
  options?: Partial<LocalEventOptions>;
  variant?: 'full' | 'compact';
  target?: '_blank' | '_self' | 'embed';
  credential?: string;
  /** Width in pixels. */
  width?: number;
}

/** What each story's button talks to. */
const adapters = new WeakMap<object, LocalBackendAdapter>();

export const adapterOf = ({ service }: EventJoinButton): LocalBackendAdapter => adapters.get(service!)!;

/** The credential of who hosts the stories' events. */
export const asHost = { credential: 'organizer' };

/** A join button on an event of its own. */
export const sceneOf = (scene: Scene): TemplateResult => {
  const { minutes = 0, options, variant = 'full', target = '_blank', credential, width } = scene;
  const { adapter, service } = localEvent({ now: startsAt + minutes * minute, ...options });
  adapters.set(service, adapter);
  return html`<div class=${width ? `wide-${width}` : ''}>
    <event-join-button
      event-id="meeting"
      variant=${variant}
      target=${target}
      .service=${service}
      .credential=${credential}
    >
    </event-join-button>
  </div>`;
};

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

/** Resolves once a claim holds; the story's own time limit says when it does not. */
export const until = async (claim: () => boolean): Promise<void> => {
  while (!claim()) await pause();
};

/** The story's first button, when all of them know their events and have all that they draw. */
export const ready = async (canvas: HTMLElement): Promise<EventJoinButton> => {
  const elements = [...canvas.querySelectorAll('event-join-button')];
  await Promise.all([
    import('../src/components/event-join-button/aside.js'),
    import('../src/components/event-join-button/extras.js'),
  ]);
  for (const element of elements) {
    await until(() => element.phase !== 'loading' && element.renderRoot.querySelector('[role="status"]') !== null);
    await pause();
    await element.updateComplete;
  }
  return elements[0]!;
};

/** A tab that is never seen. */
const fakeTab = (): Pick<Window, 'opener' | 'document' | 'close'> & { location: { replace: () => void } } => ({
  opener: null,
  document: document.implementation.createHTMLDocument(),
  location: { replace: () => {} },
  close: () => {},
});

/** Has no story open a tab: the browser refuses each, or it is one that is never seen. Returns the way back. */
export const withoutTabs = (isRefused = true): (() => void) => {
  const open = window.open.bind(window);
  window.open = (() => (isRefused ? null : fakeTab())) as unknown as typeof window.open;
  return () => {
    window.open = open;
  };
};

/** The colours have come to rest that fade as one kind of button becomes another. */
export const atRest = async ({ updateComplete, shadowRoot }: EventJoinButton): Promise<void> => {
  await updateComplete;
  const fades = shadowRoot!.getAnimations().filter((animation) => animation instanceof CSSTransition);
  await Promise.allSettled(fades.map(({ finished }) => finished));
};

/** The first button in a canvas once it was pressed and what follows is there. */
export const pressed = async (
  canvas: HTMLElement,
  isThere: (button: EventJoinButton) => boolean,
): Promise<EventJoinButton> => {
  const button = await ready(canvas);
  void button.join();
  await until(() => isThere(button));
  await atRest(button);
  return button;
};
