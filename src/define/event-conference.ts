import { EventConference } from '../components/event-conference/event-conference.js';

if (!customElements.get('event-conference')) customElements.define('event-conference', EventConference);

declare global {
  interface HTMLElementTagNameMap {
    'event-conference': EventConference;
  }
}
