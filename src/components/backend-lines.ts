import { HttpLine } from '../services/backend/http-line.js';
import { EventWatch } from '../services/event-watch.js';

/** The page's one line to a backend, and what follows events over it: elements of one backend share clock and stream. */
export interface BackendLine {
  line: HttpLine;
  events: EventWatch;
}

const lines = new Map<string, BackendLine>();

/** The line to a backend's address; `undefined` where it is not one. */
export const lineTo = (backend: string): BackendLine | undefined => {
  if (backend === '' || !URL.canParse(backend, document.baseURI)) return undefined;
  const address = new URL(backend, document.baseURI).href;
  let found = lines.get(address);
  if (!found) {
    const line = new HttpLine(address);
    lines.set(address, (found = { line, events: new EventWatch(line) }));
  }
  return found;
};
