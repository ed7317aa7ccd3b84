export { HostDeskController, type HostPlace } from '../../controllers/host-desk-controller.js';
export { deskKey, deskPanel, knock } from './host-desk-view.js';
export { hostDeskStyles as styles } from './host-desk.styles.js';
