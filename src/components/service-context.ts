import { HttpBackendAdapter } from '../services/backend/http-adapter.js';
import { EventCallingIntegration } from '../services/event-calling-integration.js';
import { lineTo, type BackendLine } from './backend-lines.js';

const services = new Map<BackendLine, EventCallingIntegration>();

/** The service an element works with: the one it was given, else that of its `backend`; `undefined` without either. */
export const serviceFor = (element: {
  service?: EventCallingIntegration | undefined;
  backend: string;
}): EventCallingIntegration | undefined => {
  if (element.service) return element.service;
  const found = lineTo(element.backend);
  if (!found) return undefined;
  let service = services.get(found);
  if (!service) {
    service = new EventCallingIntegration(new HttpBackendAdapter(found.line), { events: found.events });
    services.set(found, service);
  }
  return service;
};
