// To read a task takes it from nobody. The first click into its form, which has a lid on it until then, takes the task.
import { claimButton, lidOver } from './tasklist-7.24.js';

document.addEventListener('click', event => {
  if (event.target instanceof Element && lidOver(event.target)) {
    claimButton()?.click();
  }
}, true);
