import { startApp } from '../../app/shell/start.tsx';
import { connect } from '../../messages/port.ts';

const root = document.getElementById('root');
if (root) startApp(connect(), root, { settings: '/options.html' });
