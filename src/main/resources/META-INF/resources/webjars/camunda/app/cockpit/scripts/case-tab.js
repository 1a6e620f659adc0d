// the tab "Case" of a process instance
import { showCase } from '../../../../desk/case-tab.js';

export default [{
  id: 'apws-case',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 1000,
  properties: { label: 'Case' },
  render: (node, { processInstanceId }) => showCase(node, '/case/of-process/' + encodeURIComponent(processInstanceId))
}];
