import { VirtualEventConfig } from '../components/virtual-event-config/virtual-event-config.js';

if (!customElements.get('virtual-event-config')) customElements.define('virtual-event-config', VirtualEventConfig);

declare global {
  interface HTMLElementTagNameMap {
    'virtual-event-config': VirtualEventConfig;
  }
}
