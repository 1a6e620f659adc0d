import './search-box.js';
import { bringToLife } from './story.js';

document.querySelectorAll('.apws-case').forEach(bringToLife);
