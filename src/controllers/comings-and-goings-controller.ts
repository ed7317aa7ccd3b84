import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ConferenceParticipant } from '../services/conference/conference.js';

/** Who came and who left, by name. */
export interface ComingsAndGoings {
  came: readonly string[];
  left: readonly string[];
}

/** How long is waited for more to say together, in milliseconds. */
const gathering = 1_000;

/** Notices who comes into a call and who leaves it; what happens within a moment is told as one. */
export class ComingsAndGoingsController implements ReactiveController {
  /** What was noticed last. */
  news: ComingsAndGoings = { came: [], left: [] };
  /** Whether anyone else was there since one came in. */
  metOthers = false;
  readonly #host: ReactiveControllerHost;
  #told: ReadonlyMap<string, string> | undefined;
  #people: ReadonlyMap<string, string> = new Map();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    (this.#host = host).addController(this);
  }

  hostDisconnected(): void {
    this.#rest();
  }

  /** The people there now; `undefined` where one is not in the call. Those who are there at first are not news. */
  look(participants: readonly ConferenceParticipant[] | undefined): void {
    if (!participants) {
      this.#told = undefined;
      this.#rest();
      this.metOthers = false;
      return;
    }
    const others = participants.filter(({ isLocal }) => !isLocal);
    this.#people = new Map(others.map(({ id, name }) => [id, name]));
    this.#told ??= this.#people;
    this.metOthers ||= others.length > 0;
    if (this.#isNews()) this.#timer ??= setTimeout(this.#tell, gathering);
  }

  #isNews(): boolean {
    const told = this.#told!;
    return told.size !== this.#people.size || [...told.keys()].some((id) => !this.#people.has(id));
  }

  readonly #tell = (): void => {
    this.#timer = undefined;
    const [before, now] = [this.#told!, this.#people];
    const missing = (all: ReadonlyMap<string, string>, from: ReadonlyMap<string, string>) =>
      [...all].filter(([id]) => !from.has(id)).map(([, name]) => name);
    const news = { came: missing(now, before), left: missing(before, now) };
    this.#told = now;
    if (news.came.length + news.left.length === 0) return;
    this.news = news;
    this.#host.requestUpdate();
  };

  #rest(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
