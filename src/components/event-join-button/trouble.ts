import type { TemplateResult } from 'lit';
import { isPassing, type Reason } from '../../core/virtual-event-error.js';
import { msg } from '../../locales/localization.js';
import { circleAlert, wifiOff } from '../icons.js';
import { reasonWords } from '../reason-words.js';

/** The status and the line beneath it when something is wrong. */
export interface TroubleWords {
  icon: TemplateResult;
  what: string;
  next: string;
}

/** What is shown for a reason. */
export const troubleWords = (reason: Reason): TroubleWords => ({
  icon: isPassing(reason) ? wifiOff() : circleAlert(),
  ...reasonWords(reason),
});

/** What is shown to whoever set up the page. */
export const setUpWords = (hasEvent: boolean): TroubleWords => ({
  icon: circleAlert(),
  what: msg('This button is not set up', { id: 'events.joinButton.notSetUp' }),
  next: hasEvent
    ? msg('It needs the address of its backend.', { id: 'events.joinButton.needsBackend' })
    : msg('It needs the id of an event.', { id: 'events.joinButton.needsEvent' }),
});
