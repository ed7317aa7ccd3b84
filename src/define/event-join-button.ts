import { EventJoinButton } from '../components/event-join-button/event-join-button.js';

EventJoinButton.defineConference = () => import('./event-conference.js');
if (!customElements.get('event-join-button')) customElements.define('event-join-button', EventJoinButton);

declare global {
  interface HTMLElementTagNameMap {
    'event-join-button': EventJoinButton;
  }
}
