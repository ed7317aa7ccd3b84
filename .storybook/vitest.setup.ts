import { setProjectAnnotations } from '@storybook/web-components-vite';
import * as accessibility from '@storybook/addon-a11y/preview';
import * as preview from './preview';

setProjectAnnotations([accessibility, preview]);
