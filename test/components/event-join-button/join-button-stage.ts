import { fixture, html } from '@open-wc/testing';
import type { EventJoinButton } from '../../../src/components/event-join-button/event-join-button.js';
import type { EventDetails, EventVirtualConfig, RoomFacts } from '../../../src/core/index.js';
import '../../../src/define/event-join-button.js';
import { LocalBackendAdapter } from '../../../src/services/backend/local-adapter.js';
import { EventCallingIntegration } from '../../../src/services/event-calling-integration.js';
import { sampleEvent } from '../../core/sample-event.js';
import { until } from '../../until.js';

export const people = {
  amira: { pubkey: 'amira', name: 'Amira', role: 'attendee' },
  bo: { pubkey: 'bo', name: 'Bo', role: 'attendee' },
  hana: { pubkey: 'hana', name: 'Hana', role: 'organizer' },
} as const;

export interface StageOptions {
  now: number;
  event?: Partial<EventDetails>;
  config?: Partial<EventVirtualConfig>;
  room?: Partial<Omit<RoomFacts, 'participantCount'>>;
  credential?: string;
  variant?: 'full' | 'compact';
}

export interface Stage {
  adapter: LocalBackendAdapter;
  service: EventCallingIntegration;
  button: EventJoinButton;
  /** What is on view, as someone reads it: the hidden region left out. */
  text: () => string;
  part: (name: string) => HTMLElement | null;
  /** What a screen reader was last told. */
  said: () => string;
}

/** Lets time pass for what is under way: calls of the adapter, and the elements' updates. */
export const settled = async (button: EventJoinButton, milliseconds = 0): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  await button.updateComplete;
};

export const localAdapter = (now?: number): LocalBackendAdapter =>
  new LocalBackendAdapter({
    people,
    conferenceUrl: (eventId) => `https://rooms.example/conference/${eventId}`,
    ...(now !== undefined && { now }),
  });

const plain = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

export const onStage = (button: EventJoinButton): Pick<Stage, 'text' | 'part' | 'said'> => {
  const part = (name: string): HTMLElement | null => button.renderRoot.querySelector(`[part="${name}"]`);
  const box = (): HTMLElement | null => part('button') ?? part('countdown') ?? part('place');
  const line = (): string => [...(part('line')?.children ?? [])].map(plain).filter(Boolean).join(', ');
  return {
    part,
    text: () => [plain(part('status')), plain(box()), line()].filter(Boolean).join(' | '),
    said: () => plain(button.renderRoot.querySelector('[role="status"]')),
  };
};

/** A join button on a backend in the page, whose clock stands at `now`. */
export const stage = async (options: StageOptions): Promise<Stage> => {
  const { now, event, config, room, credential, variant = 'full' } = options;
  const adapter = localAdapter(now);
  adapter.put(sampleEvent(event, config), room);
  const service = new EventCallingIntegration(adapter);
  const button = await fixture<EventJoinButton>(
    html`<event-join-button
      event-id="meeting"
      lang="en-GB"
      variant=${variant}
      .service=${service}
      .credential=${credential}
    ></event-join-button>`,
  );
  const shown = onStage(button);
  await until(
    () => button.phase !== 'loading' && (variant === 'compact' || shown.part('status')?.textContent.trim() !== ''),
  );
  // What follows a press is there by the time that one can press.
  await import('../../../src/components/event-join-button/aside.js');
  await settled(button, 10);
  return { adapter, service, button, ...shown };
};
