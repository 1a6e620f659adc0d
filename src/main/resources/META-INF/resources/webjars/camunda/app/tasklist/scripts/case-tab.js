// the tab "Case" beside a task's form
import { showCase } from '../../../../desk/case-tab.js';

export default [{
  id: 'apws-case',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  label: 'Case',
  render: (node, { taskId }) => showCase(node, '/case/of-task/' + encodeURIComponent(taskId))
}];
