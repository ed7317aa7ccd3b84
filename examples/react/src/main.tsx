import 'virtual-event-elements/define/event-join-button.js';
import 'virtual-event-elements/define/virtual-event-config.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.js';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
