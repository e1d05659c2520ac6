import { browser } from 'wxt/browser';
import { connect } from '../../messages/port.ts';
import { startSidebar } from '../../sidebar/index.tsx';
import { panelOpener } from '../../sidebar/shell/panelOpener.ts';

const root = document.getElementById('root');
if (root) startSidebar(connect(), root, { openPanel: panelOpener(browser, window.top !== window) });
