import { fixture, html } from '@open-wc/testing';
import type { VirtualEventConfig } from '../../../src/components/virtual-event-config/virtual-event-config.js';
import {
  VirtualEventError,
  type AttendanceSettings,
  type BackendFeature,
  type EventDetails,
  type EventVirtualConfig,
  type RoomFacts,
} from '../../../src/core/index.js';
import '../../../src/define/virtual-event-config.js';
import { LocalBackendAdapter } from '../../../src/services/backend/local-adapter.js';
import { EventCallingIntegration } from '../../../src/services/event-calling-integration.js';
import { minute, sampleEvent, startsAt } from '../../core/sample-event.js';
import { until } from '../../until.js';
import { OnForm, plain } from './config-form-stage.js';

export const organizer = { credential: 'hana' };
export const now = startsAt - 20 * 24 * 60 * minute;

export interface Stage {
  on: OnForm;
  adapter: LocalBackendAdapter;
  /** What the element told, as events. */
  told: string[];
  note: () => string;
  /** The settings as the backend holds them. */
  held: () => Promise<AttendanceSettings>;
  /** Saves from elsewhere. */
  saveElsewhere: (type: AttendanceSettings['attendanceType'], config?: Partial<EventVirtualConfig>) => Promise<unknown>;
}

export interface StageOptions {
  event?: Partial<EventDetails>;
  config?: Partial<EventVirtualConfig>;
  room?: Partial<Omit<RoomFacts, 'participantCount'>>;
  credential?: string | undefined;
  at?: number;
  /** People inside. */
  inside?: number;
  /** What the backend offers; by default everything. */
  features?: readonly BackendFeature[];
  /** The backend's address, under which drafts are kept. */
  backend?: string;
}

const all: readonly BackendFeature[] = ['waiting-room', 'recording', 'e2ee', 'breakout-rooms', 'reminders'];

export const put = async (
  adapter: LocalBackendAdapter,
  credential: string | undefined,
  backend = '',
): Promise<Stage> => {
  const element = await fixture<VirtualEventConfig>(
    html`<virtual-event-config
      lang="en-GB"
      event-id="meeting"
      backend=${backend}
      .service=${new EventCallingIntegration(adapter)}
      .credential=${credential}
    ></virtual-event-config>`,
  );
  const on = new OnForm(element);
  const told: string[] = [];
  element.addEventListener('save', ({ event }) => told.push(`save ${event.virtualConfig.autoStartMinutes}`));
  element.addEventListener('save-error', ({ reason }) => told.push(`save-error ${reason}`));
  const held = async (): Promise<AttendanceSettings> => (await adapter.getEvent('meeting')).event;
  const saveElsewhere: Stage['saveElsewhere'] = async (attendanceType, config) => {
    const { virtualConfig } = await held();
    const settings = { attendanceType, virtualConfig: { ...virtualConfig, ...config } };
    return adapter.saveAttendanceSettings('meeting', settings, organizer);
  };
  return { on, adapter, told, note: () => plain(on.find('.foot p')), held, saveElsewhere };
};

export const local = ({
  event,
  config,
  room,
  at = now,
  inside = 0,
  features = all,
}: StageOptions = {}): LocalBackendAdapter => {
  const people = { hana: { pubkey: 'hana', name: 'Hana', role: 'organizer' } } as const;
  const adapter = new LocalBackendAdapter({ now: at, people, features });
  adapter.put(sampleEvent(event, config), room);
  for (let seat = 0; seat < inside; seat += 1) {
    void adapter.recordAttendance('meeting', `member-${seat}`, 'join', organizer);
  }
  return adapter;
};

export const stage = async (options: StageOptions = {}): Promise<Stage> => {
  const staged = await put(local(options), 'credential' in options ? options.credential : 'hana', options.backend);
  await until(() => staged.on.find('.types input') !== null);
  await staged.on.element.updateComplete;
  return staged;
};

/** Lets one kind of call fail, as long as it is asked to. */
export const failSaving = (adapter: LocalBackendAdapter, reason: VirtualEventError['reason']): (() => void) => {
  const save = adapter.saveAttendanceSettings.bind(adapter);
  adapter.saveAttendanceSettings = () => Promise.reject(new VirtualEventError(reason));
  return () => (adapter.saveAttendanceSettings = save);
};
