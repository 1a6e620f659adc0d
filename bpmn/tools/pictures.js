// Draws every diagram and every decision table into .pictures/, with the viewers that Camunda Modeler itself uses.
// Fails when one of them imports with a warning. Chromium is $CHROMIUM, or what the path offers under its usual names.
import { accessSync, constants, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const bpmn = dirname(dirname(fileURLToPath(import.meta.url)));
const pictures = join(dirname(bpmn), '.pictures');
const modules = join(bpmn, 'node_modules');
const margin = 20;

function chromiumPath() {
  if (process.env.CHROMIUM) {
    return process.env.CHROMIUM;
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  const found = names.flatMap(name => process.env.PATH.split(delimiter).map(folder => join(folder, name))).find(executable);
  if (!found) {
    throw new Error('No Chromium on the path: name one in the environment variable CHROMIUM');
  }
  return found;
}

function executable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function files(ending) {
  return readdirSync(bpmn).filter(name => name.endsWith(ending)).sort().map(name => join(bpmn, name));
}

/** The same diagram gives the same picture: numbered ids instead of random ones. A margin and a white ground, for dark pages. */
function settled(svg) {
  const numbers = new Map();
  const [x, y, width, height] = svg.match(/viewBox="([-\d.]+) ([-\d.]+) ([\d.]+) ([\d.]+)"/).slice(1).map(Number);
  const [left, top, wide, high] = [x - margin, y - margin, width + 2 * margin, height + 2 * margin];
  return svg
    .replace(/<svg([^>]*?) width="[^"]*" height="[^"]*" viewBox="[^"]*"([^>]*)>/,
      `<svg$1 width="${wide}" height="${high}" viewBox="${left} ${top} ${wide} ${high}"$2>`
      + `<rect x="${left}" y="${top}" width="${wide}" height="${high}" fill="white"/>`)
    .replace(/\bmarker-[a-z0-9]{20,}\b/g, id => {
      numbers.set(id, numbers.get(id) ?? `marker-${numbers.size + 1}`);
      return numbers.get(id);
    }) + '\n';
}

async function drawDiagram(browser, file) {
  const page = await browser.newPage();
  await page.setContent('<div id="canvas" style="width: 2000px; height: 1200px"></div>');
  await page.addScriptTag({ path: join(modules, 'camunda-bpmn-js/dist/camunda-platform-viewer.production.min.js') });
  const { svg, warnings } = await page.evaluate(async xml => {
    const viewer = new BpmnViewer({ container: '#canvas' });
    const { warnings } = await viewer.importXML(xml);
    // every line of a label is as wide in every viewer's typeface as it was measured here, so that none touches a border
    document.querySelectorAll('#canvas tspan').forEach(line => {
      const width = line.getComputedTextLength();
      if (width > 0) {
        line.setAttribute('textLength', width.toFixed(1));
        line.setAttribute('lengthAdjust', 'spacingAndGlyphs');
      }
    });
    const { svg } = await viewer.saveSVG();
    return { svg, warnings: warnings.map(warning => warning.message) };
  }, readFileSync(file, 'utf8'));
  await page.close();
  writeFileSync(join(pictures, basename(file).replace('.bpmn', '.svg')), settled(svg));
  return warnings;
}

async function drawTable(browser, file) {
  // wide and high enough for the largest: what lies outside would be cut off
  const page = await browser.newPage({ viewport: { width: 3200, height: 3600 }, deviceScaleFactor: 2 });
  await page.setContent('<div id="table" style="display: inline-block; background: white"></div>');
  const assets = join(modules, 'dmn-js/dist/assets');
  for (const style of ['diagram-js.css', 'dmn-js-shared.css', 'dmn-js-decision-table.css', 'dmn-font/css/dmn-embedded.css']) {
    await page.addStyleTag({ path: join(assets, style) });
  }
  await page.addStyleTag({ content: '.powered-by, .view-drd { display: none !important } .tjs-table { font-family: sans-serif }' });
  await page.addScriptTag({ path: join(modules, 'dmn-js/dist/dmn-viewer.production.min.js') });
  const warnings = await page.evaluate(async xml => {
    const viewer = new DmnJS({ container: '#table' });
    const imported = await viewer.importXML(xml);
    const table = viewer.getViews().find(view => view.type === 'decisionTable');
    const opened = await viewer.open(table);
    return [...imported.warnings, ...opened.warnings].map(warning => warning.message);
  }, readFileSync(file, 'utf8'));
  const from = await page.locator('.dmn-decision-table-container').boundingBox();
  const table = await page.locator('.tjs-table').boundingBox();
  await page.screenshot({
    path: join(pictures, basename(file).replace('.dmn', '.png')),
    clip: { x: from.x, y: from.y, width: table.x + table.width - from.x + 1, height: table.y + table.height - from.y + 1 }
  });
  await page.close();
  return warnings;
}

mkdirSync(pictures, { recursive: true });
const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
});
let failed = false;
for (const [ending, draw] of [['.bpmn', drawDiagram], ['.dmn', drawTable]]) {
  for (const file of files(ending)) {
    const warnings = await draw(browser, file);
    warnings.forEach(warning => console.error(`${basename(file)}: ${warning}`));
    failed ||= warnings.length > 0;
  }
}
await browser.close();
process.exit(failed ? 1 : 0);
